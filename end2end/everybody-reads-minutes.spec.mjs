// The rooms of the minutes, by day, in the evening, in large letters and in English: axe finds nothing, nothing sticks
// out, every control can be hit, and Chinese says that it is Chinese.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { dress } from './tour.mjs';
import { checked, evening, POINTS } from './village/evening.mjs';
import { seal } from './village/sealing.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { village } from './village.mjs';

test('axe finds nothing on the rooms of the minutes', async (t) => {
  const here = await village(t);
  const [open, done] = [await evening(here), await evening(here, { blank: false })];
  await checked(done, POINTS);
  const recorder = await here.member(RECORDER);
  const page = await recorder.open(`/app/sessions/${open.session}/minutes`);
  await page.getByRole('button', { name: /写进共识/ }).first().click();
  await page.getByRole('button', { name: '去核对' }).click();
  await page.getByRole('button', { name: '点头', exact: true }).click();
  await page.getByText('本人当面点头').waitFor();
  await seal(here, done.session, recorder);
  const rooms = {
    minutes: [open.session, 'minutes'], check: [open.session, 'check'], seal: [open.session, 'seal'], sealed: [done.session, 'seal'],
  };
  const found = [];
  for (const look of ['light', 'evening', 'elder', 'en']) {
    await dress(recorder, look);
    for (const [name, [session, room]] of Object.entries(rooms)) {
      await recorder.open(`/app/sessions/${session}/${room}`);
      await page.locator('main section').first().waitFor();
      if (name === 'sealed') {
        for (const row of await page.locator('.list button[aria-expanded]').all()) await row.click();
        await page.locator('summary').first().click();
      }
      if (name === 'check') await page.locator('.away summary').click();
      const told = (what, all) => all.forEach((one) => found.push(`${look} ${name} ${what}: ${one}`));
      told('fault', await faults(page));
      told('small', await small(page, look === 'elder' ? 60 : 44));
      if (look === 'elder') told('fine', await fine(page, 18));
      if (look === 'en') told('unmarked', await unmarked(page));
      if (await overflows(page)) found.push(`${look} ${name} is wider than the phone`);
    }
  }
  assert.deepEqual(found, []);
  assert.deepEqual(recorder.troubles, []);
});
