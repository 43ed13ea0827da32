// Two people write one field: the last to arrive stands, and the value that gave way is kept and shown to its author.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, mend, openIssue, RECORDER, SECRETARY } from './acts.mjs';
import { until, village } from './village.mjs';

const ISSUE = '垃圾四分类，厨余桶夏天有味';
const FIELD = '大概几户';

/** The value in PostgreSQL, and every value that stood there before. */
async function told(database) {
  const { id, now } = await database.row`
    select id, (fields->>'households')::int as now from record
    where kind = 'issue' and fields->>'title' = ${ISSUE}`;
  const before = await database.rows`
    select value from field_history where record = ${id} and field = 'households' order by rev`;
  return { now, before: before.map(({ value }) => value) };
}

/** Both edit the field, the recorder without a signal; hers arrives last. */
async function clash(t) {
  const here = await village(t);
  const [recorder, secretary] = await Promise.all([here.member(RECORDER), here.member(SECRETARY)]);
  await Promise.all([recorder, secretary].map(({ page }) => openIssue(page, ISSUE)));
  await recorder.offline();
  await mend(recorder.page, FIELD, '65');
  await mend(secretary.page, FIELD, '70');
  await until('his value arrived', async () => (await told(here.database)).now === 70);
  await recorder.online();
  await until('hers arrived', async () => (await told(here.database)).now === 65);
  return { ...here, recorder, secretary };
}

test('the value that gave way is in the history, and its author is asked which one holds: his own', async (t) => {
  const { database, recorder, secretary } = await clash(t);
  assert.deepEqual((await told(database)).before, [60, 70]);
  await field(secretary.page, FIELD).filter({ hasText: '65 户' }).waitFor();
  // on the issue's own page, and on the page of his phone
  const asked = secretary.page.getByRole('article').filter({ hasText: '两个人改了同一处' });
  await asked.waitFor();
  const words = await asked.innerText();
  for (const said of ['70 户', '65 户', '60 户', RECORDER, ISSUE]) assert.ok(words.includes(said), `${said} in: ${words}`);

  await asked.getByRole('button', { name: '保留我的' }).click();
  await asked.waitFor({ state: 'detached' });
  await until('his value stands again', async () => (await told(database)).now === 70);
  await field(recorder.page, FIELD).filter({ hasText: '70 户' }).waitFor();
  // what was written with open eyes is no clash: she is not asked in her turn
  await recorder.open('/app/phone');
  await recorder.page.getByRole('heading', { name: '都送到了' }).waitFor();
  assert.equal(await recorder.page.getByRole('article').count(), 0);
});

test('the author of the value that gave way may leave it at that', async (t) => {
  const { database, secretary } = await clash(t);
  await secretary.page.getByRole('link', { name: '返回' }).click();
  await secretary.page.getByRole('link', { name: '有 1 条要您看一眼' }).click();
  await secretary.page.getByRole('heading', { name: '这部手机上的东西' }).waitFor();
  const asked = secretary.page.getByRole('article').filter({ hasText: '两个人改了同一处' });
  await asked.getByRole('button', { name: '用对方的' }).click();
  await asked.waitFor({ state: 'detached' });
  await until('the clash is laid down', async () => {
    const { open } = await database.row`select count(*)::int as open from record where kind = 'clash' and not gone`;
    return open === 0;
  });
  assert.equal((await told(database)).now, 65);
});

test('the author of the value that gave way may keep both: hers in the field, his in a remark that all can read', async (t) => {
  const { database, recorder, secretary } = await clash(t);
  const asked = secretary.page.getByRole('article').filter({ hasText: '两个人改了同一处' });
  await asked.getByRole('button', { name: '都保留' }).click();
  await asked.waitFor({ state: 'detached' });
  const said = `“${FIELD}”还有一个说法：70 户`;
  for (const { page } of [recorder, secretary]) {
    await page.getByRole('listitem').filter({ hasText: said }).getByText(SECRETARY).waitFor();
    await field(page, FIELD).filter({ hasText: '65 户' }).waitFor();
  }
  await until('the clash is laid down', async () => {
    const { open } = await database.row`select count(*)::int as open from record where kind = 'clash' and not gone`;
    return open === 0;
  });
  assert.equal((await told(database)).now, 65);
});
