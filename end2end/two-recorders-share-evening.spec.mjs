// Two people take down one evening, each on a phone of their own and both without a signal: nothing of either is lost,
// what both noted of one speech is one, and each sees who took down what.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { evening } from './evening.mjs';
import { until, village } from './village.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const seat = (page, name) => page.getByRole('region', { name: /围坐图/ }).getByRole('listitem')
  .getByRole('button', { name: new RegExp(`^${name}`) });

test('two phones without a signal become one evening', async (t) => {
  const here = await village(t);
  const { session } = await evening(here, { stages: ['noticed', 'ready', 'in_session'] });
  const phones = await Promise.all([here.member(RECORDER), here.member(SECRETARY)]);
  for (const [phone, sort] of [[phones[0], '意见'], [phones[1], '提问']]) {
    const { page } = phone;
    await phone.open(`/app/sessions/${session}/bench`);
    await button(page, '点好了').click();
    await phone.offline();
    await seat(page, '王彩娣').click();
    await seat(page, '王彩娣').filter({ hasText: '正在说' }).waitFor();
    await button(page, sort).click();
    await page.getByText(`记下了：王彩娣 ${sort}`).waitFor();
  }
  for (const { page } of phones) {
    await page.getByRole('button', { name: /点一下停/ }).click();
    await seat(page, '王彩娣').filter({ hasText: '说过 1 次' }).waitFor();
  }
  for (const phone of phones) await phone.online();
  for (const [at, { page }] of phones.entries()) {
    // one statement and one speech of each
    await button(page, '今晚记下 4 条').waitFor();
    await seat(page, '王彩娣').filter({ hasText: '说过 1 次' }).waitFor();
    await button(page, '今晚记下 4 条').click();
    const other = at === 0 ? SECRETARY : RECORDER;
    const theirs = page.getByRole('dialog').getByRole('listitem').filter({ hasText: `${other} 记的` });
    await until('what the other took down says so', async () => (await theirs.count()) === 2);
    await page.keyboard.press('Escape');
  }
  // one undoes for the other
  await button(phones[0].page, '今晚记下 4 条').click();
  const asked = phones[0].page.getByRole('dialog').getByRole('listitem').filter({ hasText: '提问' });
  await asked.getByRole('button', { name: '撤回' }).click();
  await asked.waitFor({ state: 'detached' });
  await phones[1].page.getByRole('button', { name: '今晚记下 3 条' }).waitFor();
  assert.deepEqual(phones.flatMap(({ troubles }) => troubles), []);
});
