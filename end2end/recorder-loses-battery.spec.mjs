// The battery falls out, fifty times, at any moment: what the screen said is on this phone is on this phone, once,
// and what reaches the village has no hole in it.
//
// It catches a screen that speaks before the store has the words: made so, without any other delay, it failed at the
// fourth kill. What it cannot see is a store that speaks before the disk has them: the system keeps what a killed
// browser wrote, and only a phone without power loses it. That is asked of each step, in the second story.

import assert from 'node:assert/strict';
import { setTimeout as rest } from 'node:timers/promises';
import { test } from 'node:test';
import { openIssue, raise, RECORDER } from './acts.mjs';
import { dice } from './village/chores.mjs';
import { until, village } from './village.mjs';

const KILLS = 50;
/** The longest that a phone lives on, in milliseconds: time for a few remarks. */
const LONGEST = 900;

const said = (n) => `第 ${n} 句话。`;

/** Says one remark after the other; gives a number away as soon as the screen says where the remark is. */
async function talk(page, from, heard) {
  for (let n = from; ; n += 1) {
    await page.getByRole('textbox', { name: '说一句' }).fill(said(n));
    await page.getByRole('button', { name: '说', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: said(n) }).getByText(/存在本机|已送达/).waitFor();
    heard(n);
  }
}

/** The numbers of the remarks on the screen, from above. */
async function shown(page) {
  const items = await page.getByRole('listitem').filter({ hasText: /第 \d+ 句话/ }).allInnerTexts();
  return items.map((text) => Number(/第 (\d+) 句话/.exec(text)[1]));
}

const upTo = (last) => Array.from({ length: last }, (_, n) => n + 1);

test('a browser that is killed fifty times in the middle of writing loses nothing it acknowledged, and leaves no hole', async (t) => {
  const { roll, seed } = dice();
  t.diagnostic(`seed ${seed}`);
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  await raise(recorder.page, '开会的人多，说的话一句也不能少。');
  await recorder.page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(recorder.page, '开会的人多');
  const { pathname } = new URL(recorder.page.url());
  await recorder.overnight();
  await recorder.open(pathname);

  let [acknowledged, last] = [0, 0];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // now with a signal and now without: mid-write is also in the middle of hearing that something arrived
    await (roll() < 0.5 ? recorder.offline() : recorder.online());
    // half of the times at any moment, half of the times as the screen says where a remark is: whatever says so
    // before the disk has it is caught in the act
    const [early, after] = [roll() < 0.5, 1 + Math.floor(roll() * 3)];
    let speak;
    const spoken = new Promise((said) => (speak = said));
    const talking = talk(recorder.page, last + 1, (n) => {
      acknowledged = n;
      if (n === last + after) speak();
    }).catch((broken) => broken);
    await (early ? Promise.race([spoken, rest(4 * LONGEST)]) : rest(roll() * LONGEST));
    await recorder.kill();
    assert.match(String(await talking), /closed|crashed|disconnected/);

    await recorder.reopen(pathname);
    await until(`all ${acknowledged} remarks are there after kill ${kill}`, async () => (
      (await shown(recorder.page)).length >= acknowledged
    ));
    // a round that is under way draws rows anew, one after the other: what counts is how they come to stand
    let there = [];
    await until(`each once and in order after kill ${kill}`, async () => {
      there = await shown(recorder.page);
      return there.length >= acknowledged && there.every((n, at) => n === at + 1);
    });
    // one remark may have been on its way to the disk, and no more than one
    assert.ok(there.length <= Math.max(last, acknowledged) + 1, `kill ${kill}: nothing that was not written`);
    last = there.length;
  }
  t.diagnostic(`${last} remarks`);
  assert.ok(last >= KILLS / 2, `a phone that is always killed before it writes shows nothing: ${last}`);

  await recorder.online();
  await until('all of it arrived', async () => (await arrived(database)).length >= last);
  assert.deepEqual(await arrived(database), upTo(last).map(said));
  assert.deepEqual(await holes(database), []);
  await until('the screen says so', async () => (
    (await recorder.page.getByRole('listitem').filter({ hasText: /第 \d+ 句话/ }).getByText('已送达').count()) === last
  ));
});

/** The remarks in the village, in the order they were written. */
async function arrived(database) {
  const rows = await database.rows`
    select fields->>'words' as words from record where kind = 'comment' and fields->>'words' like '第 % 句话。'
    order by (fields->>'said_at')::bigint`;
  return rows.map(({ words }) => words);
}

/** The numbers of this phone's changes that are missing, or there twice. */
function holes(database) {
  return database.rows`
    select client, count(*) as changes, max(seq) as last from change group by client
    having count(*) <> max(seq) or min(seq) <> 1`;
}

/** Notes how surely each step that touches what waits is to be written. */
const noting = () => {
  const begin = IDBDatabase.prototype.transaction;
  window.asked = [];
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite' && [stores].flat().includes('outbox')) window.asked.push(options?.durability);
    return begin.call(this, stores, mode, options);
  };
};

test('whatever touches what waits is asked to be on the disk before the screen says so', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER, { init: noting });
  const before = await page.evaluate(() => window.asked.length);
  await raise(page, '开会的人多，说的话一句也不能少。');
  const asked = await page.evaluate(() => window.asked);
  assert.ok(asked.length > before, 'a step was written');
  assert.deepEqual(new Set(asked), new Set(['strict']));
});
