// What people do around a session before the evening, by the words they see.

import { fresh, Scribe, villageOf } from './village/scribe.mjs';

/** The menu's place for sessions. */
export const SESSIONS = '协商';
/** A member of the district's conference, who has a phone of his own. */
export const MEMBER = '胡尚云';

/** Goes to the plan from an issue's page, and stores a session with a day. */
export async function plan(page, { topic, day, time = '19:00', place, rain }) {
  if (topic) await page.getByRole('textbox', { name: '题目' }).fill(topic);
  if (day) await page.getByLabel('哪天').fill(day);
  if (day) await page.getByLabel('几点').fill(time);
  if (place) await page.getByRole('textbox', { name: '在哪里' }).fill(place);
  if (rain) await page.getByRole('textbox', { name: '下雨改到哪里' }).fill(rain);
  await page.getByRole('button', { name: '存下这场' }).click();
  await page.getByRole('heading', { name: '现在能做的' }).waitFor();
  return new URL(page.url()).pathname.split('/')[3];
}

/** Asks people of the directory to sit. */
export async function ask(page, ...names) {
  for (const name of names) {
    await page.getByRole('button', { name: new RegExp(`^请 ${name}`) }).click();
    await page.getByRole('button', { name: `改 ${name} 的凳子` }).waitFor();
  }
}

/** Lays a seat for somebody whom the directory does not know. */
export async function askTyped(page, name, role, { far = false } = {}) {
  const form = page.getByRole('region', { name: '名单里没有的人' });
  await form.getByRole('textbox', { name: '姓名' }).fill(name);
  await form.getByRole('combobox', { name: '作为什么来' }).selectOption({ label: role });
  if (far) await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: '摆一张' }).click();
  await page.getByRole('button', { name: `改 ${name} 的凳子` }).waitFor();
}

/** Gives somebody who sits something to do besides. */
export async function charge(page, name, duty) {
  await page.getByRole('button', { name: `改 ${name} 的凳子` }).click();
  const seat = seatOf(page, name);
  await seat.getByRole('combobox', { name: '还要做什么' }).selectOption({ label: duty });
  await seat.getByText(duty, { exact: true }).and(page.locator('.tag')).waitFor();
  await page.getByRole('button', { name: `改 ${name} 的凳子` }).click();
}

/** The seat of somebody. */
export function seatOf(page, name) {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `改 ${name} 的凳子` }) });
}

/** Notes how somebody was told the day. */
export async function tell(page, name, how) {
  await page.getByRole('button', { name: `告诉了 ${name}` }).click();
  await seatOf(page, name).getByRole('button', { name: how }).click();
  await seatOf(page, name).getByText(`${how}告诉的`).waitFor();
}

/** Goes to a session's page by a link that says what it is about. */
export async function enterRoom(page, name) {
  await page.getByRole('region', { name: '坐下来谈的这一场' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name: '这场板凳会' }).waitFor();
}

/** Back to the session's page. */
export async function leaveRoom(page) {
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('heading', { level: 1, name: '这场板凳会' }).waitFor();
}

/** Takes a step: opens its form, gives a reason where one is asked for, and saves it. */
export async function step(page, name, reason) {
  await page.getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('form', { name });
  if (reason) await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: new RegExp(`^(${name}|存下)$`) }).click();
  await form.waitFor({ state: 'detached' });
}

/** A session with something in every room, made without a browser: planned, announced, moved; gives its id. */
export async function session({ database, server }, planner) {
  const [village, scribe] = await Promise.all([villageOf(database), Scribe.of(server, planner)]);
  const person = async (name) => (await database.row`
    select id from record where kind = 'person' and fields->>'name' = ${name}`).id;
  const { id: issue } = await database.row`
    select id from record where kind = 'issue' and fields->>'standing' = 'posted' order by id limit 1`;
  const [id, note, far, host, scribes] = Array.from({ length: 5 }, fresh);
  const papers = id.slice(0, -1) + (parseInt(id.at(-1), 16) ^ 1).toString(16);
  const [here, within] = [`v:${village}`, `s:${id}`];
  const act = (step, more) => ({ do: 'session', step, ...more });
  const day = Date.parse('2026-12-18T19:00+08:00');
  const seat = (record, more) => ['seat', record, within, act('seat', more)];
  const told = { on: day, where: '文化礼堂', how: 'phone' };
  await scribe.push([
    ['session', id, here, act('convene', { title: '厨余桶放哪里', village, mode: 'b', issues: [issue], on: day, where: '文化礼堂' })],
    ['minutes', papers, within, act('minute')],
    ['issue', issue, here, { do: 'schedule', on: day, where: '文化礼堂', session: id }],
    seat(host, { name: '吴国梁', role: 'supervisor', label: '村务监督委员会主任', person: await person('吴国梁'), duty: 'host' }),
    seat(scribes, { name: planner, role: 'recorder', person: await person(planner), duty: 'recorder', order: 1 }),
    seat(far, { name: '钱工', role: 'expert', remote: true, order: 2 }),
    ['seat', scribes, within, act('tell', told)],
    ['session', id, here, act('proceed', { from: 'planned', to: 'noticed' })],
    ['session', id, here, act('move', { on: day + 86_400_000, where: '文化礼堂', why: '十八号镇里开会' })],
    ['minutes', papers, within, { do: 'edit', field: 'background', from: null, to: '桶放在桥头，夏天有味道。' }],
    ['fact', fresh(), here, act('know', { name: '集体收入', value: '52 万元', of: '2025 年', source: '村账' })],
    ['note', note, within, act('note', { words: '傍晚去看过，桶满了没人收。' })],
    ['brief', fresh(), within, act('brief', { seat: far, question: '几天收一趟才没有味道？', key: 'a'.repeat(64) })],
  ]);
  return id;
}
