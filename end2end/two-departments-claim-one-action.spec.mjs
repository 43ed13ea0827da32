// Two departments claim one thing, each without knowing of the other: the first has it, the second is told who.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, DAY, undertake } from './village/doings.mjs';
import { until, village } from './village.mjs';

const WHAT = '北渠上游清淤 430 米';

async function claim(page) {
  await page.getByRole('button', { name: '认领', exact: true }).click();
  const form = page.getByRole('form', { name: '认领' });
  await form.getByRole('button', { name: '存下' }).click();
  await form.waitFor({ state: 'detached' });
}

test('the first has it, the second is told who has it and goes on from there', async (t) => {
  const here = await village(t);
  const known = await asked(here, { words: '北渠上游堵了，水到不了田尾。' });
  const id = await undertake(known, { what: WHAT, due: Date.now() + 40 * DAY });
  const [water, roads] = await Promise.all(['沈科', '郑股长'].map((name) => here.member(name)));
  const [first, second] = await Promise.all([water, roads].map((phone) => phone.open(`/app/actions/${id}`)));
  const now = async () => (await here.database.row`select fields from record where id = ${id}`).fields;
  await second.getByRole('button', { name: '认领', exact: true }).waitFor();
  await roads.offline();
  await claim(first);
  await until('the first has it', async () => (await now()).owner === '区水利局 沈科');

  // the second sees their own claim, as it is only on this phone
  await claim(second);
  await second.getByText('区交通运输局 郑股长').first().waitFor();
  await second.getByText('存在本机').first().waitFor();
  await roads.online();

  // the village says who was first: on the page, and among what wants eyes
  await second.getByText('区水利局 沈科').first().waitFor();
  await roads.open('/app/phone');
  const back = second.getByRole('article').filter({ hasText: '被退回来了' });
  await back.waitFor();
  const told = await back.innerText();
  assert.match(told, /沈科已在 .* 认领了这件事，不用再认领。/);
  assert.ok(told.includes(WHAT), told);
  assert.equal(await back.getByRole('button', { name: '再送一次' }).count(), 0);
  await back.getByRole('link', { name: '去看看' }).click();
  await second.getByRole('heading', { name: WHAT }).waitFor();
  await second.getByText('区水利局 沈科').first().waitFor();

  // and it is laid down with two taps
  await roads.open('/app/phone');
  await back.getByRole('button', { name: '不要了' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '拿掉' }).click();
  await back.waitFor({ state: 'detached' });
  const fields = await now();
  assert.equal(fields.owner, '区水利局 沈科');
  assert.deepEqual(fields.trail.map(({ to }) => to), ['unclaimed', 'claimed']);
  assert.deepEqual([water.troubles, roads.troubles], [[], []]);
});
