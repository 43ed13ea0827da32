// What people do around a session before the evening, by the words they see.

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

/** Takes a step: opens its form, gives a reason where one is asked for, and takes it. */
export async function step(page, name, reason) {
  await page.getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('form', { name });
  if (reason) await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}
