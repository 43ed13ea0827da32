// The disk of a phone loses a record: the phone finds out by comparing with the village, and has it again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, goTo, raise, RECORDER } from './acts.mjs';
import { copy, lose } from './village/store.mjs';
import { until, village } from './village.mjs';

const LOST = '秸秆不让烧，那怎么处理';

test('a record that is gone from the store comes back, and what was not sent goes all the same', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  let { page } = recorder;
  await goTo(page, '本机');
  await page.getByText('和村里的一条一条对过，都一样').waitFor();
  const whole = (await copy(page)).rows;
  await goTo(page, '议题');
  await card(page, LOST).waitFor();
  await recorder.overnight();
  ({ page } = recorder);
  await recorder.offline();
  await raise(page, '井台边的石板松了。');
  const { id } = await database.row`select id from record where fields->>'title' = ${LOST}`;
  assert.equal(await lose(page, [id]), 1);
  await recorder.open('/app/');
  await card(page, '井台边的石板松了').waitFor();
  assert.equal(await card(page, LOST).count(), 0, 'it is gone from the screen');

  await recorder.online();
  await card(page, LOST).getByText('已送达').waitFor();
  await card(page, '井台边的石板松了').getByText('已送达').waitFor();
  const { rows } = await copy(page);
  assert.deepEqual(rows.filter((row) => whole.includes(row)), whole);
  await goTo(page, '本机');
  await page.getByText('和村里对出了不一样的，已经重新取来').waitFor();
  await page.reload();
  await page.getByText('和村里的一条一条对过，都一样').waitFor();
  await until('what waited is in the village', () => database.row`
    select 1 from record where fields->>'words' = '井台边的石板松了。'`);
});
