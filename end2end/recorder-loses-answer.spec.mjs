// A line that tears what passes: whatever the server took is not taken twice, and whatever it did not take goes
// again, until nothing waits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, raise, RECORDER, REPRESENTATIVE } from './acts.mjs';
import { until, village } from './village.mjs';

const WORDS = ['晒谷场的电线垂下来了。', '晒谷场边的路灯不亮。', '晒谷场的排水沟满了。'];
const HEADING = '晒谷场的电线垂下来了';

/** How often each issue is in the village, and how many changes that took. */
async function counts(database) {
  const told = await Promise.all(WORDS.map((words) => database.row`
    select (select count(*)::int from record where kind = 'issue' and fields->>'words' = ${words}) as issues,
           (select count(*)::int from change where act->>'words' = ${words}) as changes`));
  return told.map(({ issues, changes }) => `${issues} of ${changes}`);
}

const NEVER = ['0 of 0', '0 of 0', '0 of 0'];
const ONCE = ['1 of 1', '1 of 1', '1 of 1'];

const TEARS = [
  { how: 'asked', what: 'a message that is torn on the way up', taken: NEVER },
  { how: 'lost', what: 'an answer that is lost after the server took everything', taken: ONCE },
  { how: 'answered', what: 'an answer that breaks off in the middle', taken: ONCE },
  { how: 'short', what: 'half an answer that says it is whole', taken: ONCE },
];

for (const { how, what, taken } of TEARS) {
  test(`${what} loses nothing and doubles nothing, five times in a row`, async (t) => {
    const { database, member } = await village(t);
    const recorder = await member(RECORDER);
    const { page } = recorder;
    await recorder.offline();
    for (const words of WORDS) {
      await raise(page, words);
      await page.getByRole('link', { name: '回议题板' }).click();
    }
    const torn = Array.from({ length: 5 }, () => recorder.line.tear('POST /api/v1/push', how));
    await recorder.online();
    await torn[0];
    if (taken === ONCE) await until('the server took it', async () => (await counts(database)).join() === ONCE.join());
    else assert.deepEqual(await counts(database), taken);
    await card(page, HEADING).getByText('存在本机').waitFor();

    // each time the phone waits longer before it asks again, unless somebody tells it to
    await page.getByRole('status').getByRole('link').click();
    for (const one of torn.slice(1)) {
      await page.getByRole('button', { name: '现在送一次' }).click();
      await one;
    }
    await until('nothing waits any more', async () => {
      await page.getByRole('button', { name: '现在送一次' }).click();
      return page.getByRole('heading', { name: '都送到了' }).isVisible();
    });
    assert.deepEqual(await counts(database), ONCE);
    assert.deepEqual(recorder.troubles, []);
  });
}

test('news that is torn on the way down comes again, whole', async (t) => {
  const { member } = await village(t);
  const recorder = await member(RECORDER);
  const other = await member(REPRESENTATIVE);
  const news = { lost: '渠边的石板松了', answered: '渠边的栏杆断了', short: '渠边的草太深了', asked: '渠边的牌子倒了' };
  for (const [how, heading] of Object.entries(news)) {
    const torn = recorder.line.tear('POST /api/v1/pull', how);
    // too much to be brought to the door: it has to be asked for
    await raise(other.page, `${heading}。${'说来话长。'.repeat(150)}`);
    await torn;
    await card(recorder.page, heading).waitFor();
    await other.page.getByRole('link', { name: '回议题板' }).click();
  }
});
