// What opens by a link alone: one issue's line, an edition, a ballot, an expert's page.

import { createHash, randomBytes } from 'node:crypto';
import { RECORDER, SECRETARY } from '../acts.mjs';
import { Scribe, fresh, villageOf } from './scribe.mjs';

export const ADVICE = '灯杆装在转弯头，照得着两头。';
const DECLINED = '干脆两边都装栏杆。';
export const WHY = '挑担下来要转身，外侧有栏杆反而会碰。';
export const WHAT = '学校段装 12 盏太阳能路灯';
export const CRITERION = '晚七点在三个点都能看清路面';
const DAY = 24 * 60 * 60 * 1000;

/** What comes after one of the sample's sealed evenings: advice on paper, answers, an action that is done and checked, and a link. */
export async function afterwards({ database, server }) {
  const here = `v:${await villageOf(database)}`;
  const { code, issue } = await database.row`
    select seal.code, issue.id as issue from seal
    join record session on session.id = seal.record and session.kind = 'session'
    join record issue on session.fields->'issues' ? issue.id::text
    where issue.fields->>'standing' = 'consulted' order by issue.fields->>'title' like '%路灯%' desc, seal.number limit 1`;
  const [chen, shi, wu] = await Promise.all([RECORDER, SECRETARY, '吴国梁'].map((name) => Scribe.of(server, name)));
  const [lamp, rail, action, link] = [fresh(), fresh(), fresh(), fresh()];
  const secret = randomBytes(18).toString('base64url');
  const advise = (record, words) => ['advice', record, here, { do: 'session', step: 'advise', words, issue, via: 'paper',
    voice: { name: '王彩娣', role: 'representative', group: '三组' } }];
  const answer = (record, verdict, more) => ['advice', record, here, { do: 'session', step: 'answer', verdict, ...more }];
  const act = (move, more) => ['action', action, here, { do: 'follow', move, ...more }];
  await chen.push([advise(lamp, ADVICE), advise(rail, DECLINED)]);
  await shi.push([answer(lamp, 'adopted', { action }), answer(rail, 'declined', { why: WHY })]);
  await chen.push([
    act('undertake', { what: WHAT, criterion: CRITERION, owner: '供电所', advice: lamp, issue, due: Date.now() + 30 * DAY }),
    act('accept'),
    ['progress', fresh(), here, { do: 'follow', move: 'report', action, words: '装好了九盏', done: 9, of: 12, unit: '盏' }],
    act('finish', { words: '十二盏都亮了' }),
    ['ballot', link, here.replace('v:', 'd:'), { do: 'follow', move: 'ballot', action, name: '施阿根',
      key: createHash('sha256').update(secret).digest('hex') }],
  ]);
  await wu.push([act('check', { ok: true, words: '三个点都去看过' }), act('tell', { to: '王彩娣', how: 'door' })]);
  return { issue, code, secret, action, anchor: (letter, of = { y: lamp, n: lamp, d: action }[letter]) => `#${letter}${of.replaceAll('-', '')}` };
}

/** A question for somebody who cannot come to an evening that is planned; gives the secret of its page. */
export async function asked({ database, server }) {
  const village = await villageOf(database);
  const scribe = await Scribe.of(server, RECORDER);
  const [session, seat] = [fresh(), fresh()];
  const secret = randomBytes(18).toString('base64url');
  const step = (word, more) => ({ do: 'session', step: word, ...more });
  await scribe.push([
    ['session', session, `v:${village}`, step('convene', { mode: 'b', title: '三处错车道修多宽', village, on: Date.now() + 3 * DAY, where: '村委会' })],
    ['seat', seat, `s:${session}`, step('seat', { name: '方其正', role: 'expert', order: 1, remote: true })],
    ['brief', fresh(), `s:${session}`, step('brief', { seat, question: '两辆农用车要错得开，错车道最窄几米？',
      key: createHash('sha256').update(secret).digest('hex') })],
  ]);
  return secret;
}
