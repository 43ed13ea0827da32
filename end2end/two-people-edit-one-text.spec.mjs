// Two people write one text: clause by clause both are kept, and somebody is asked to read it through.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mend, openIssue, RECORDER, SECRETARY } from './acts.mjs';
import { until, village } from './village.mjs';

const ISSUE = '垃圾四分类，厨余桶夏天有味';
const BASE = '厨余桶放在路口，夏天一过味道就上来，收的车三天才来一趟。';
const HERS = '厨余桶放在小学路口，夏天一过味道就上来，收的车三天才来一趟。';
const HIS = '厨余桶放在路口，夏天一过味道就上来，收的车现在两天来一趟。';
const BOTH = '厨余桶放在小学路口，夏天一过味道就上来，收的车现在两天来一趟。';

test('two edits in different clauses of one text are both kept, on both phones and in PostgreSQL', async (t) => {
  const { database, member } = await village(t);
  const words = async () => (await database.row`
    select fields->>'words' as words from record where kind = 'issue' and fields->>'title' = ${ISSUE}`).words;
  assert.equal(await words(), BASE);
  const [recorder, secretary] = await Promise.all([member(RECORDER), member(SECRETARY)]);
  await Promise.all([recorder, secretary].map(({ page }) => openIssue(page, ISSUE)));
  await recorder.offline();
  await mend(recorder.page, '什么事', HERS);
  await mend(secretary.page, '什么事', HIS);
  await until('his text arrived', async () => (await words()) === HIS);
  await recorder.online();
  await until('both are in one text', async () => (await words()) === BOTH);

  for (const { page } of [recorder, secretary]) {
    await page.getByText(BOTH).first().waitFor();
    await page.getByText('两个人改过“什么事”').waitFor();
  }
  await secretary.page.getByRole('button', { name: '看过了，就这样' }).click();
  await recorder.page.getByText('两个人改过“什么事”').waitFor({ state: 'detached' });
  assert.equal(await words(), BOTH);
});
