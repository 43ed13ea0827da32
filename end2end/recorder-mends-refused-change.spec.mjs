// A change that the village did not accept waits for its author's eyes, with the reason and the ways out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, mend, openIssue, RECORDER, SECRETARY } from './acts.mjs';
import { until, village } from './village.mjs';

const ISSUE = '垃圾四分类，厨余桶夏天有味';
const SORTED = '生活污水管网接户难，三户低洼倒灌';

const standing = (database, title) => async () => (await database.row`
  select fields->>'standing' as standing, (fields->>'households')::int as households
  from record where kind = 'issue' and fields->>'title' = ${title}`);

/** The recorder's part is taken from her, or given back, behind her phone's back. */
const part = (database, from, to) => database.do`
  update member set role = ${to} where role = ${from} and scope like 'v:%'
  and person = (select id from record where kind = 'person' and fields->>'name' = ${RECORDER})`;

test('a change by somebody whose part was taken away comes back with its reason, is mended, and arrives', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await openIssue(page, ISSUE);
  await recorder.offline();
  await mend(page, '大概几户', '66');
  await part(database, 'recorder', 'villager');
  await recorder.online();
  await page.goto(`${recorder.origin}/app/phone`);
  const back = page.getByRole('article').filter({ hasText: '被退回来了' });
  await back.waitFor();
  const words = await back.innerText();
  assert.match(words, /村里说：这一步由记录员、村书记、第一书记、政协办来做。/);
  assert.ok(words.includes(ISSUE));
  assert.equal((await standing(database, ISSUE)()).households, 60);

  await part(database, 'villager', 'recorder');
  await back.getByRole('button', { name: '改了再送' }).click();
  const box = back.getByLabel('大概几户');
  assert.equal(await box.inputValue(), '66');
  await box.fill('68');
  await back.getByRole('button', { name: '存下，再送' }).click();
  await back.waitFor({ state: 'detached' });
  await until('the mended value arrived', async () => (await standing(database, ISSUE)()).households === 68);
});

test('a move that lost the race says who was faster, and is let go only after a question', async (t) => {
  const { database, member } = await village(t);
  const [recorder, secretary] = await Promise.all([member(RECORDER), member(SECRETARY)]);
  await Promise.all([recorder, secretary].map(({ page }) => openIssue(page, SORTED)));
  await recorder.offline();
  await move(recorder.page, '先放着', '等什么，写一句', '等镇里的管网图');
  await move(secretary.page, '当场办', '怎么办的，写一句', '三户都加了止回阀');
  await until('his move arrived', async () => (await standing(database, SORTED)()).standing === 'settled');
  await recorder.online();

  const { page } = recorder;
  await page.getByRole('heading', { name: '一条板凳线' }).waitFor();
  await recorder.open('/app/phone');
  const back = page.getByRole('article').filter({ hasText: '被退回来了' });
  await back.waitFor();
  assert.match(await back.innerText(), /施建林已在 .* 把它改成“当场办了”，不能再改成“先放着”/);

  await back.getByRole('button', { name: '不要了' }).click();
  const sure = page.getByRole('dialog', { name: '不要了' });
  await sure.getByText('找不回来了').waitFor();
  await sure.getByRole('button', { name: '算了' }).click();
  await back.getByRole('button', { name: '不要了' }).click();
  await sure.getByRole('button', { name: '拿掉' }).click();
  await back.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: '都送到了' }).waitFor();
  assert.equal(await back.count(), 0);
  assert.equal((await standing(database, SORTED)()).standing, 'settled');
});

test('a change that is sent again as it is arrives once the reason is gone', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await openIssue(page, ISSUE);
  await part(database, 'recorder', 'villager');
  await mend(page, '大概几户', '67');
  await field(page, '大概几户').filter({ hasText: '60 户' }).waitFor();
  await recorder.open('/app/phone');
  const back = page.getByRole('article').filter({ hasText: '被退回来了' });
  await part(database, 'villager', 'recorder');
  await back.getByRole('button', { name: '再送一次' }).click();
  await back.waitFor({ state: 'detached' });
  await until('it arrived', async () => (await standing(database, ISSUE)()).households === 67);
});

async function move(page, way, asks, words) {
  await page.getByRole('button', { name: way, exact: true }).click();
  const form = page.getByRole('form', { name: way });
  await form.getByRole('textbox', { name: asks }).fill(words);
  await form.getByRole('button', { name: '存下' }).click();
  await form.waitFor({ state: 'detached' });
}
