// The first thing that must be real: a word written without a signal outlives the killed browser, reaches
// PostgreSQL when the signal is back, and from there another phone, by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, RECORDER, raise, REPRESENTATIVE } from './acts.mjs';
import { until, village } from './village.mjs';

const WORDS = '三组水井的井盖裂了，小孩子从边上过要掉下去的。';
const HEADING = '三组水井的井盖裂了';

test('an issue raised in airplane mode outlives the killed browser and reaches PostgreSQL and a second phone', async (t) => {
  const { database, member } = await village(t);
  const [recorder, other] = await Promise.all([member(RECORDER), member(REPRESENTATIVE)]);
  await recorder.overnight();
  await recorder.offline();
  await raise(recorder.page, WORDS, { name: '王婆婆', group: '三组', confirmed: '当面念过' });
  await recorder.page.getByText('存在本机', { exact: true }).waitFor();
  await recorder.kill();

  await recorder.reopen();
  const mine = card(recorder.page, HEADING);
  await mine.waitFor();
  assert.match(await mine.innerText(), /存在本机/);
  assert.match(await mine.innerText(), /王婆婆 说，陈素琴 代录/);
  assert.deepEqual(await rows(database), []);

  await recorder.online();
  const [row] = await until('the issue is in PostgreSQL', async () => {
    const found = await rows(database);
    return found.length > 0 && found;
  });
  assert.equal(row.words, WORDS);
  assert.equal(row.by, '陈素琴');
  assert.deepEqual(row.proxy, { name: '王婆婆', confirmed: 'face' });
  await mine.getByText('已送达').waitFor();

  // nobody touches the second phone: the server knocks
  const theirs = card(other.page, HEADING);
  await theirs.getByText('已送达').waitFor();
  assert.deepEqual([recorder.troubles, other.troubles], [[], []]);
});

function rows(database) {
  return database.rows`
    select issue.fields->>'words' as words, issue.fields->'proxy' as proxy, author.fields->>'name' as by
    from record issue join record author on author.id = (issue.fields->>'raised_by')::uuid
    where issue.kind = 'issue' and issue.fields->>'words' = ${WORDS}`;
}
