// A village with a blueprint: lines that somebody spoke up for, a year that is kept, what is known of the village.

import { fresh, Scribe, villageOf } from './scribe.mjs';

/** What is known of the village: which, how much. */
export const FACTS = [
  ['户数', '412 户'], ['人口', '1,236 人'], ['常住', '780 人'], ['60 岁以上', '38 %'], ['集体收入', '52 万元'],
  ['在外务工', '310 人'], ['耕地', '1,180 亩'], ['竹山', '3,400 亩'], ['村民小组', '6 个'],
];

/** The lines as they stood when the year before was kept: section, words. */
const BEFORE = [
  ['industry', '竹山全面林下种植'],
  ['living', '三组机耕路全线拓宽到 5 米'],
  ['living', '村口建停车场'],
  ['livelihood', '老年食堂一律 5 元'],
  ['livelihood', '周三下午卫生室有人坐诊'],
  ['culture', '祠堂边闲置宅基地，给老人做活动场地'],
];

const follow = (move, more) => ({ do: 'follow', move, ...more });
const edit = (field, from, to) => ({ do: 'edit', field, from, to });

/** The record of a village's blueprint, and that of a year of it. */
export const planOf = (village) => turned(village, 0x2000n);
export const versionOf = (village, year) => turned(village, 0x2000n ^ BigInt(year));

function turned(id, by) {
  const bits = (BigInt(`0x${id.replaceAll('-', '')}`) ^ by).toString(16).padStart(32, '0');
  return bits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Takes away what the sample knows of a blueprint, and of the village. */
export async function bare({ database }) {
  const all = `kind in ('fact', 'blueprint', 'blueprint_line', 'blueprint_version', 'term')`;
  await database.run(`delete from field_history where record in (select id from record where ${all})`);
  await database.run(`delete from record where ${all}`);
}

/** Draws the blueprint; gives the village, whoever wrote it, the session and the advice it comes from, and its lines. */
export async function drawn({ server, database }) {
  const village = await villageOf(database);
  const lies = `v:${village}`;
  await bare({ database });
  const scribe = await Scribe.of(server, '施建林');
  const { id: session } = await database.row`
    select id from record where kind = 'session' and fields->>'seal' is not null order by fields->>'on' desc limit 1`;
  const { id: issue } = await database.row`select id from record where kind = 'issue' and scope = ${lies} and
    fields->>'standing' not in ('lead', 'received', 'merged', 'declined') limit 1`;
  const lines = BEFORE.map(() => fresh());
  // one after the other, as they are shown
  for (const [name, value] of FACTS) {
    await scribe.push([['fact', fresh(), lies, { do: 'session', step: 'know', name, value, of: '2025 年', source: '村委会台账' }]]);
  }
  const line = (id, act) => ['blueprint_line', id, lies, act];
  await scribe.push([
    ['blueprint', planOf(village), lies, follow('envision')],
    ['blueprint', planOf(village), lies, edit('vision', null, '老街有人气\n山上有活路\n晚上有灯亮')],
    ['blueprint', planOf(village), lies, edit('years', null, '2026–2028')],
    ...BEFORE.map(([section, words], at) => line(lines[at], follow('sketch', { section, words, cites: [session] }))),
    ['blueprint_version', versionOf(village, 2025), lies, follow('freeze', { year: 2025 })],
  ]);
  const advice = fresh();
  const action = fresh();
  const [food, lamps, sitting] = [fresh(), fresh(), fresh()];
  await scribe.push([
    ['advice', advice, lies, { do: 'session', step: 'advise', words: '灯杆装在转弯头，照得着一头。', issue, via: 'paper', voice: { name: '王彩娣', group: '三组' } }],
    ['action', action, lies, follow('undertake', { what: '学校段太阳能路灯 12 盏', owner: '村委会', issue, due: Date.now() + 30 * 24 * 3600 * 1000 })],
    ['progress', fresh(), lies, follow('report', { action, words: '立了九盏', done: 9, of: 12, unit: '盏' })],
    line(food, follow('sketch', { section: 'industry', words: '“枫溪小食”先合做一样，试一季', first: 3, cites: [session] })),
    line(food, edit('progress', null, '刚起步')),
    line(lamps, follow('sketch', { section: 'living', words: '学校段太阳能路灯 12 盏，装在转弯头', words_en: '12 solar lamps by the school, at the bends', first: 2, cites: [session, advice, action] })),
    line(sitting, follow('sketch', { section: 'governance', words: '每月 15 日晚 7 点，古樟树下坐一坐', cites: [session] })),
    line(lines[0], follow('rewrite', { words: '竹山先做 30 亩林下试验', why: '专家说先试一片，成了再铺开。', cites: [session] })),
    line(lines[1], follow('rewrite', { words: '三组机耕路设三处错车道', why: '紧挨永久基本农田，拓宽不了。', cites: [session, advice] })),
    line(lines[1], edit('first', null, 1)),
    line(lines[2], follow('carry', { to: 'dropped', why: '占永久基本农田，依法不可', cites: [session] })),
    line(lines[3], follow('rewrite', { words: '老年食堂分 3、5、8 元三档', why: '五块一餐，有的老人嫌贵。', cites: [session] })),
  ]);
  return { village, lies, scribe, session, issue, advice, action, lines: { lamps, road: lines[1], food, clinic: lines[4] } };
}

/** Enters a new team led by somebody of the directory; gives its record. */
export async function team({ database }, { scribe, lies }, name) {
  const { id: secretary } = await database.row`
    select id from record where kind = 'person' and fields->>'name' = ${name}`;
  const term = fresh();
  const more = { team: '2026 届村班子', secretary, name, from: Date.now(), members: '陈素琴\n吴国梁' };
  await scribe.push([['term', term, lies, follow('inaugurate', more)]]);
  return term;
}
