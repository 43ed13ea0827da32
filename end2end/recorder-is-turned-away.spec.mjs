// What stands at the door says no, in every way a server or a gate before it can: the screen says what is so, and
// nothing is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

const WORDS = ['打谷机的皮带断了。', '打谷机的罩子松了。', '打谷机的轮子歪了。', '打谷机的电线破了。'];
const headings = WORDS.map((words) => words.slice(0, -1));

const json = (status, code, more = []) => (
  { status, type: 'application/json', body: JSON.stringify({ code, words: '不行' }), more }
);
const html = (status, more = []) => ({ status, type: 'text/html', body: '<h1>no</h1>', more });

/** How many of the issues are in the village, and how many changes that took. */
async function count(database) {
  const { issues, changes } = await database.row`
    select (select count(*)::int from record where kind = 'issue' and fields->>'words' like '打谷机%') as issues,
           (select count(*)::int from change where act->>'words' like '打谷机%') as changes`;
  return `${issues} of ${changes}`;
}

/** Writes so many issues without a signal. */
async function write(page, many) {
  for (const words of WORDS.slice(0, many)) {
    await raise(page, words);
    await page.getByRole('link', { name: '回议题板' }).click();
  }
}

const TROUBLE = '服务器出了点问题，东西都在本机，过一会儿自己再送';
const DOORS = [
  { what: '401, of a device that is not signed in any more', answer: json(401, 'signed_out'), said: '这部手机已退出登录。没送的都还在' },
  { what: '429, too many', answer: json(429, 'too_many', ['retry-after: 1']), said: TROUBLE },
  { what: '429, in the words of a gate', answer: html(429, ['retry-after: 1']), said: TROUBLE },
  { what: '500', answer: json(500, 'trouble'), said: TROUBLE },
  { what: '503, with a time to come again', answer: json(503, 'busy', ['retry-after: 1']), said: TROUBLE },
  { what: '503, in the words of a gate', answer: html(503), said: TROUBLE },
  { what: '502, in the words of a gate', answer: html(502), said: TROUBLE },
  { what: '403, in the words of a network', answer: html(403), said: '网络要先登录才能用' },
  { what: 'a page that says it is fine', answer: html(200), said: '网络要先登录才能用' },
  { what: 'a way to somewhere else', answer: { ...html(302, ['location: /']) }, said: '网络要先登录才能用' },
  { what: 'nonsense that says it is an answer', answer: { ...html(200), type: 'application/json' }, said: '网络要先登录才能用' },
];

test('whatever the door answers, the screen says what is so, all is kept, and it goes when the door is open', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await recorder.offline();
  await write(page, 1);
  for (const { what, answer, said } of DOORS) {
    const door = recorder.line.guard('POST /api/v1/', answer);
    await recorder.online();
    await until(`${what} was heard`, () => door.times > 0);
    await page.getByRole('status').filter({ hasText: said }).waitFor()
      .catch(() => assert.fail(`${what}: ${said} is not said`));
    await card(page, headings[0]).getByText('存在本机').waitFor();
    await recorder.offline();
    recorder.line.guard();
  }
  assert.equal(await count(database), '0 of 0');
  await recorder.online();
  await card(page, headings[0]).getByText('已送达').waitFor();
  assert.equal(await count(database), '1 of 1');
});

test('a server that says when to come again is left alone until then', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  const door = recorder.line.guard('POST /api/v1/push', json(429, 'too_many', ['retry-after: 6']));
  await raise(page, WORDS[0]);
  await until('it was asked once', () => door.times > 0);
  const turnedAway = Date.now();
  await page.getByRole('link', { name: '回议题板' }).click();
  await page.getByRole('status').filter({ hasText: TROUBLE }).waitFor();
  // whatever rings, and whoever taps
  await raise(page, WORDS[1]);
  await page.getByRole('link', { name: '回议题板' }).click();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  assert.equal(door.times, 1);
  recorder.line.guard();
  await card(page, headings[1]).getByText('已送达').waitFor();
  assert.ok(Date.now() - turnedAway >= 5500, 'it came back too early');
  assert.equal(await count(database), '2 of 2');
});

/** Whether a message was worth compressing: several changes are, one is not. */
const large = (bytes) => /content-encoding: gzip/i.test(bytes.toString('latin1'));

for (const [whose, answer] of [['server', json(413, 'too_large')], ['gate', html(413)]]) {
  test(`what is too much at once for a ${whose} goes in parts`, async (t) => {
    const { database, member } = await village(t);
    const recorder = await member(RECORDER);
    const { page } = recorder;
    await recorder.offline();
    await write(page, WORDS.length);
    const door = recorder.line.guard('POST /api/v1/push', answer, large);
    await recorder.online();
    for (const heading of headings) await card(page, heading).getByText('已送达').waitFor();
    // each time it is half of what it was
    assert.ok(door.times === 1 || door.times === 2, `turned away ${door.times} times`);
    assert.equal(await count(database), '4 of 4');
  });
}

test('what is too much even alone is set aside for its author to see, and the rest goes', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await recorder.offline();
  await write(page, 2);
  // whatever carries the first, alone or with others
  const first = (bytes) => large(bytes) || bytes.includes(WORDS[0]);
  recorder.line.guard('POST /api/v1/push', json(413, 'too_large'), first);
  await recorder.online();
  await page.getByRole('status').filter({ hasText: '有 1 条要您看一眼' }).waitFor();
  await card(page, headings[1]).getByText('已送达').waitFor();
  assert.equal(await count(database), '1 of 1');
  await page.getByRole('status').getByRole('link').click();
  await page.getByText(headings[0]).first().waitFor();
});
