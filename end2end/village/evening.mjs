// An evening that has been: a session that was talked through and is to be written up, as the recorder's phone sent it.

import { randomUUID } from 'node:crypto';
import { Scribe, villageOf } from './scribe.mjs';

/** Who sat there, with what each was there as. */
export const SEATS = [
  { name: '施建林', role: 'secretary', label: '村书记', duty: 'host' },
  { name: '陈素琴', role: 'recorder', label: '村委委员', duty: 'recorder' },
  { name: '吴国梁', role: 'supervisor', label: '村务监督委员会主任', duty: 'witness' },
  { name: '施国富', role: 'representative', group: '四组' },
  { name: '王彩娣', role: 'representative', group: '三组' },
  { name: '施阿根', role: 'representative', group: '一组' },
  { name: '徐根土', role: 'representative', group: '五组', stranger: true },
  { name: '沈科', role: 'department', label: '区水利局' },
  { name: '方其正', role: 'expert', label: '规划专家', remote: true },
];

/** What was said, by whom, in which part of the agenda. */
export const SAID = [
  { who: '施国富', sort: 'opinion', part: 3, words: '北渠村里出钱买管子，我们组出工，一户一个工。' },
  { who: '王彩娣', sort: 'opinion', part: 3, words: '灯杆别立在我家秧田边，装在转弯头，照得着一头。' },
  { who: '施阿根', sort: 'question', part: 3, words: '食堂五块钱一餐太贵，我自己烧两块。' },
  { who: '沈科', sort: 'promise', part: 5, words: '北渠清淤列入今年冬修，材料费补 60%。' },
  { who: '徐根土', sort: 'dissent', part: 3, words: '不同意先修老街再修五组路，请写进纪要。' },
];

const DAY = 24 * 60 * 60 * 1000;

/** Brings a session of the village as far as being written up. Gives its ids, and the scribe who keeps its papers. */
export async function evening({ server, database }, { said = SAID, blank = true } = {}) {
  const scribe = await Scribe.of(server, '陈素琴');
  const village = await villageOf(database);
  const session = id();
  const lies = `s:${session}`;
  const own = (step, more) => ['session', session, `v:${village}`, { do: 'session', step, ...more }];
  const { id: issue } = await database.row`
    select id from record where kind = 'issue' and fields->>'standing' = 'scheduled' limit 1`;
  const on = Date.now() - DAY / 24;
  await scribe.push([
    own('convene', { title: '北渠清淤，谁出工谁出钱', village, mode: 'b', issues: [issue], on, where: '老街古樟树下' }),
    ['minutes', papersOf(session), lies, { do: 'session', step: 'minute' }],
  ]);
  const people = await database.rows`select id, fields->>'name' as name from record where kind = 'person'`;
  const seats = {};
  await scribe.push(SEATS.map(({ stranger, ...seat }, order) => {
    seats[seat.name] = id();
    const person = stranger ? null : people.find(({ name }) => name === seat.name)?.id;
    return ['seat', seats[seat.name], lies, { do: 'session', step: 'seat', ...seat, ...(person && { person }), order }];
  }));
  const go = (from, to) => own('proceed', { from, to });
  await scribe.push([go('planned', 'noticed'), go('noticed', 'ready'), go('ready', 'in_session')]);
  await scribe.push(Object.values(seats).map((seat) => ['seat', seat, lies, { do: 'session', step: 'attend', present: true }]));
  const statements = said.map(() => id());
  // one after the other, as people speak
  for (const [at, { who, ...rest }] of said.entries()) {
    await scribe.push([['statement', statements[at], lies, { do: 'session', step: 'state', seat: seats[who], ...rest }]]);
  }
  const count = id();
  await scribe.push([
    ['count', count, lies, { do: 'session', step: 'ask', words: '先清北渠上游 430 米。', part: 6 }],
    ...[['yes', 19], ['no', 2], ['unsure', 1]].map(([hand, by]) => ['count', count, lies, { do: 'session', step: 'count', hand, by }]),
    ['action', id(), lies, { do: 'session', step: 'promise', statement: statements[3] ?? null, owner: '区水利局', due: Date.now() + 30 * DAY }],
    ...(blank ? [['statement', id(), lies, { do: 'session', step: 'state', sort: 'opinion', seat: seats['方其正'], part: 4 }]] : []),
    go('in_session', 'drafting'),
  ]);
  return { session, village, issue, seats, statements, scribe, lies };
}

/** Nods for everybody who is quoted, face to face, and leaves the session to be signed. */
export async function checked({ scribe, session, village, lies, statements }, points, said = SAID) {
  const step = (step, more) => ({ do: 'session', step, ...more });
  await scribe.push([
    ['minutes', papersOf(session), lies, { do: 'edit', field: 'consensus', from: null, to: points.join('\n') }],
    ['session', session, `v:${village}`, step('proceed', { from: 'drafting', to: 'checking' })],
    ...statements.map((statement, at) => (
      ['confirmation', id(), lies, step('confirm', { statement, of: said[at].words, word: 'confirmed', how: 'here' })]
    )),
  ]);
}

/** The id of a session's papers: its own with the last bit turned over. */
export function papersOf(session) {
  const last = Number.parseInt(session.at(-1), 16) ^ 1;
  return session.slice(0, -1) + last.toString(16);
}

/** A fresh id, version 7. */
function id() {
  const now = Date.now().toString(16).padStart(12, '0');
  return `${now.slice(0, 8)}-${now.slice(8)}-7${randomUUID().slice(15)}`;
}
