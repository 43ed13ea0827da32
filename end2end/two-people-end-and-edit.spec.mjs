// One person ends or takes back what another is still writing on: what was written is kept, its author is told who
// was first, and nothing changes for the one who was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mend, openIssue, RECORDER, SECRETARY } from './acts.mjs';
import { wait } from './village/store.mjs';
import { until, village } from './village.mjs';

const SORTED = '生活污水管网接户难，三户低洼倒灌';
const INTO = '垃圾四分类，厨余桶夏天有味';
const FIELD = '大概几户';

const back = (page) => page.getByRole('article').filter({ hasText: '被退回来了' });

test('an edit of an issue that somebody ended meanwhile comes back with who ended it and when, and is kept', async (t) => {
  const { database, member } = await village(t);
  const [recorder, secretary] = await Promise.all([member(RECORDER), member(SECRETARY)]);
  await Promise.all([recorder, secretary].map(({ page }) => openIssue(page, SORTED)));
  const now = async () => (await database.row`
    select fields->>'standing' as standing, (fields->>'households')::int as households
    from record where kind = 'issue' and fields->>'title' = ${SORTED}`);
  const before = (await now()).households;
  await recorder.offline();
  await mend(recorder.page, FIELD, '33');
  const { page } = secretary;
  await page.getByRole('button', { name: '合并', exact: true }).click();
  const form = page.getByRole('form', { name: '合并' });
  await form.getByRole('searchbox').fill(INTO);
  await form.getByRole('radio', { name: INTO }).check();
  await form.getByRole('button', { name: '存下' }).click();
  await until('it is ended', async () => (await now()).standing === 'merged');
  await recorder.online();

  await recorder.page.getByText('和这一件一起办：').first().waitFor();
  await recorder.open('/app/phone');
  await back(recorder.page).waitFor();
  const words = await back(recorder.page).innerText();
  assert.match(words, /施建林已在 .* 把它改成“并到别处”，不再改了/);
  assert.ok(words.includes(SORTED));
  // what she wrote is still hers to take elsewhere
  await back(recorder.page).getByRole('button', { name: '改了再送' }).click();
  assert.equal(await back(recorder.page).getByLabel(FIELD).inputValue(), '33');
  assert.equal((await now()).households, before);

  // he sees the end that he wrote, nothing of hers, and has nothing to decide
  await page.getByText('和这一件一起办：').first().waitFor();
  assert.equal(await page.getByText('33 户').count(), 0);
  await secretary.open('/app/phone');
  await page.getByRole('heading', { name: '都送到了' }).waitFor();
  assert.equal(await page.getByRole('article').count(), 0);
});

test('a remark that its author takes back on one phone and mends on another is gone, and the mended words are kept', async (t) => {
  const { database, member } = await village(t);
  const [first, second] = [await member(RECORDER), await member(RECORDER)];
  await Promise.all([first, second].map(({ page }) => openIssue(page, SORTED)));
  await first.page.getByRole('textbox', { name: '说一句' }).fill('止回阀谁家有现货。');
  await first.page.getByRole('button', { name: '说', exact: true }).click();
  const remark = (page) => page.getByRole('listitem').filter({ hasText: '止回阀谁家有现货。' });
  await remark(second.page).getByText('已送达').waitFor();

  // this version has no button for it; another one's outbox is taken up all the same
  await second.offline();
  const { id, scope } = await database.row`
    select id, scope from record where kind = 'comment' and fields->>'words' = '止回阀谁家有现货。'`;
  const mended = { do: 'edit', field: 'words', from: '止回阀谁家有现货。', to: '止回阀谁家有现货，请说一声。' };
  await wait(second.page, { uuid: crypto.randomUUID(), seq: 0, at: Date.now(), kind: 'comment', id, scope, act: mended });
  await second.page.reload();
  await second.page.getByText('止回阀谁家有现货，请说一声。').waitFor();
  await remark(first.page).getByRole('button', { name: '收回' }).click();
  await remark(first.page).getByRole('button', { name: '真的收回' }).click();
  await until('it is taken back', () => database.row`select 1 from record where id = ${id} and gone`);
  await second.online();

  await second.page.getByText('止回阀谁家有现货，请说一声。').waitFor({ state: 'detached' });
  await second.open('/app/phone');
  await back(second.page).waitFor();
  assert.match(await back(second.page).innerText(), /陈素琴已在 .* 把这一条收回了/);
  await back(second.page).getByRole('button', { name: '改了再送' }).click();
  assert.equal(await back(second.page).getByRole('textbox').inputValue(), '止回阀谁家有现货，请说一声。');
  // on the phone where it was taken back there is nothing to decide
  await remark(first.page).waitFor({ state: 'detached' });
  await first.open('/app/phone');
  await first.page.getByRole('heading', { name: '都送到了' }).waitFor();
  assert.equal(await first.page.getByRole('article').count(), 0);
});
