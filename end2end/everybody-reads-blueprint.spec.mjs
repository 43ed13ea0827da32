// The blueprint, a kept year, what is known of the village and the hand-over, by day, in the evening, in large letters
// and in English: axe finds nothing, nothing sticks out, every control can be hit, and the keyboard is enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECRETARY } from './acts.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { drawn, team } from './village/plan.mjs';
import { village } from './village.mjs';

const SCREENS = (term) => ({
  blueprint: ['/app/blueprint', '.bp'],
  year: ['/app/blueprint/2025', '.bp'],
  terms: ['/app/terms', '.slip'],
  'hand-over': [`/app/terms/${term}`, '.handed'],
});

/** Opens every sheet and form that lies over or under the page, one after the other. */
const SHEETS = {
  line: async (page) => {
    await page.locator('.bp > button').nth(2).click();
    for (const fold of await page.locator('dialog[open] summary').all()) await fold.click();
  },
  fact: async (page) => {
    await page.locator('.known li button').first().click();
    for (const fold of await page.locator('dialog[open] summary').all()) await fold.click();
  },
  freeze: (page) => page.locator('.btn.big').click(),
  forms: async (page) => {
    await page.locator('figcaption .btn').click();
    await page.locator('main > details > summary').click();
  },
};

test('axe finds nothing on the blueprint and the hand-over', async (t) => {
  const here = await village(t);
  const plan = await drawn(here);
  const term = await team(here, plan, SECRETARY);
  const phone = await here.member(SECRETARY);
  const found = [];
  const measure = async (page, look, name) => {
    const told = (what, all) => all.forEach((one) => found.push(`${look} ${name} ${what}: ${one}`));
    told('fault', await faults(page));
    told('small', await small(page, look === 'elder' ? 60 : 44));
    if (look === 'elder') told('fine', await fine(page, 18));
    if (look === 'en') told('unmarked', await unmarked(page));
    if (await overflows(page)) found.push(`${look} ${name} is wider than the phone`);
  };
  for (const look of ['light', 'evening', 'elder', 'en']) {
    await dress(phone, look);
    for (const [name, [path, there]] of Object.entries(SCREENS(term))) {
      const page = await phone.open(path);
      await page.locator(there).first().waitFor();
      await measure(page, look, name);
    }
    for (const [name, open] of Object.entries(SHEETS)) {
      const page = await phone.open('/app/blueprint');
      await page.locator('.bp').first().waitFor();
      await open(page);
      await measure(page, look, name);
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('bandeng.vision')).forEach((key) => localStorage.removeItem(key)));
    }
  }
  assert.equal(found.join("\n"), "");
  assert.deepEqual(phone.troubles, []);
});

test('the keyboard is enough to see how a line came to be', async (t) => {
  const here = await village(t);
  await drawn(here);
  const phone = await here.member(SECRETARY);
  const page = await phone.open('/app/blueprint');
  const line = page.locator('.bp > button').first();
  await line.waitFor();
  for (let presses = 0; presses < 60 && !(await line.evaluate((one) => one === document.activeElement)); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: '这一条怎么来的' });
  await sheet.getByText('来历').waitFor();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.innerText?.includes('改说法'))) break;
  }
  await page.keyboard.press('Enter');
  await sheet.getByRole('form', { name: '改说法' }).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  assert.ok(await line.evaluate((one) => one === document.activeElement), 'the focus is back on the line');
});
