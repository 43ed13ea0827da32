// Fingers and eyes: nothing to tap is smaller than 44 pixels; in the elder view nothing is smaller than 60, and
// what the app says is at least 18 pixels high.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goTo } from './acts.mjs';
import { dress, prepare, SCREENS, visit } from './tour.mjs';
import { fine, small } from './village/measure.mjs';
import { village } from './village.mjs';

test('everything that can be tapped is 44 pixels or more', async (t) => {
  const { phone, known } = await prepare(await village(t));
  await dress(phone, 'light');
  const found = [];
  for (const name of Object.keys(SCREENS)) {
    const page = await visit(phone, name, known);
    for (const control of await small(page, 44)) found.push(`${name}: ${control}`);
  }
  assert.deepEqual(found, []);
});

test('in the elder view everything that can be tapped is 60 pixels or more, and text is 18 or more', async (t) => {
  const { phone, known } = await prepare(await village(t));
  await dress(phone, 'elder');
  const found = [];
  for (const name of Object.keys(SCREENS).filter((screen) => screen !== 'notices')) {
    const page = await visit(phone, name, known);
    for (const control of await small(page, 60)) found.push(`${name}: ${control}`);
    for (const text of await fine(page, 18)) found.push(`${name}: “${text}” is smaller than 18 pixels`);
  }
  assert.deepEqual(found, []);
});

test('an elder turns the large type on with one tap, and it stays', async (t) => {
  const { member } = await village(t);
  const { page } = await member('王彩娣');
  await goTo(page, '我的');
  const toggle = page.getByRole('switch', { name: '大字版' });
  await toggle.check();
  assert.ok(await page.getByRole('button', { name: '大字版', pressed: true }).isVisible());
  await page.reload();
  assert.ok(await toggle.isChecked());
  await goTo(page, '议题');
  await page.getByRole('button', { name: '大字版' }).click();
  assert.deepEqual(await page.getByRole('button', { name: '大字版', pressed: true }).count(), 0);
});
