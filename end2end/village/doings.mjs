// Things that are to be done in the village already: what the recorder wrote down, and how far others have come with it.

import { RECORDER } from '../acts.mjs';
import { fresh, Scribe, villageOf } from './scribe.mjs';

export const DAY = 24 * 60 * 60 * 1000;
const SORTED = { small: true, several: true, actor: true, lawful: true, quarrel: false };

/** The record of somebody in the directory. */
export async function person(database, name) {
  return (await database.row`select id from record where kind = 'person' and fields->>'name' = ${name}`).id;
}

/** An act after the bench. */
export const follow = (move, more) => ({ do: 'follow', move, ...more });

/** Whoever writes for others here, the village, and a sorted issue that somebody without a phone asked for. */
export async function asked({ server, database }, { words = '卫生室周三下午没人坐诊，白跑好几趟。', name = '施阿根' } = {}) {
  const [scribe, village] = [await Scribe.of(server, RECORDER), await villageOf(database)];
  const issue = fresh();
  const here = `v:${village}`;
  await scribe.push([
    ['issue', issue, here, { do: 'raise', words, village, category: 'health', proxy: { name, confirmed: 'face' }, received: true }],
    ['issue', issue, here, { do: 'triage', answers: SORTED }],
  ]);
  return { scribe, village, issue, here };
}

/** Something is to be done about it; gives its id. */
export async function undertake({ scribe, issue, here }, more) {
  const id = fresh();
  await scribe.push([['action', id, here, follow('undertake', { issue, ...more })]]);
  return id;
}

/** Acts done to one action, one after the other, by whoever writes. */
export async function go({ here }, scribe, id, ...acts) {
  for (const act of acts) await scribe.push([['action', id, here, act]]);
}

/** Whatever a list can show: overdue, done again, being done, to be rated, to be claimed, closed. */
export async function doings(here) {
  const known = await asked(here);
  const { scribe } = known;
  const [department, representative] = [await Scribe.of(here.server, '沈科'), await Scribe.of(here.server, '王彩娣')];
  const now = Date.now();
  const note = (id, words, done, of, unit) => (
    scribe.push([['progress', fresh(), known.here, follow('report', { action: id, words, done, of, unit })]]));
  const canteen = await undertake(known, { what: '老年食堂分档试行', owner: '村委会', partners: '镇民政办', due: now - 20 * DAY - DAY / 2, criterion: '连续 60 天开餐，日均 25 人以上' });
  await go(known, scribe, canteen, follow('accept'), follow('ask_time', { due: now + 20 * DAY, why: '灶台 8 月坏了两周。' }));
  await note(canteen, '灶台修好了，又开了 41 天。', 41, 60, '天');
  const clinic = await undertake(known, { what: '周三下午卫生室有人坐诊', owner: '镇卫生院', partners: '医共体', due: now + 25 * DAY, criterion: '连续 8 周有人坐诊' });
  await go(known, scribe, clinic, follow('accept'), follow('finish', { words: '排了班，周三下午有人。' }));
  await go(known, representative, clinic, follow('check', { ok: true }), follow('rate', { result: 'not', words: '前四周有人，第五周起门又关了。', heard: true, way: 'own' }));
  await note(clinic, '重新排班，第二周了。', 2, 8, '周');
  const lamps = await undertake(known, { what: '学校段装太阳能路灯 12 盏', owner: '村委会', partners: '镇政府、供电所', due: now + 26 * DAY + DAY / 2, criterion: '晚 7 点在三个点都能看清路面' });
  await go(known, scribe, lamps, follow('accept'));
  await note(lamps, '装好 9 盏，还差 3 盏。', 9, 12, '盏');
  const parking = await undertake(known, { what: '老街周末交通引导', owner: '区水利局 沈科', lead: await person(here.database, '沈科'), partners: '文旅企业', due: now + 2 * DAY, criterion: '消防通道周末不被占' });
  await go(known, department, parking, follow('accept'), follow('finish', { words: '周末两个人值守，通道空着。' }));
  await go(known, scribe, parking, follow('check', { ok: true, words: '去看过，通道空着。' }));
  const ditch = await undertake(known, { what: '北渠上游清淤 430 米', due: now + 40 * DAY, criterion: '放水一次到田尾' });
  const bridge = await undertake(known, { what: '桥头护栏补两根', owner: '村委会', due: now - 60 * DAY });
  await go(known, scribe, bridge, follow('accept'), follow('finish', { words: '补好了。' }));
  await go(known, representative, bridge, follow('check', { ok: true }), follow('rate', { result: 'satisfied', heard: true, way: 'own' }));
  await go(known, scribe, bridge, follow('tell', { to: '施阿根', how: 'door', words: '蛮好。' }), follow('close'));
  return { ...known, canteen, clinic, lamps, parking, ditch, bridge };
}
