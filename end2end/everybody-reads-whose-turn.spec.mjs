// Where a phone changes hands axe finds nothing, nothing sticks out, and big fingers hit every key.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE } from './acts.mjs';
import { press, shared, tile } from './sharing.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small } from './village/measure.mjs';
import { village } from './village.mjs';

for (const look of ['light', 'evening', 'elder', 'en']) {
  test(`axe finds nothing where the phone changes hands, and fingers hit everything: ${look}`, async (t) => {
    const here = await village(t);
    const phone = await shared(here, [RECORDER, REPRESENTATIVE], ['2580', '1379']);
    const { page } = phone;
    await dress(phone, look);
    const found = [];
    const see = async (name) => {
      for (const fault of await faults(page)) found.push(`${name}: ${fault}`);
      if (await overflows(page)) found.push(`${name}: is wider than the phone`);
      for (const control of await small(page, look === 'elder' ? 60 : 44)) found.push(`${name}: ${control}`);
      if (look === 'elder') for (const text of await fine(page, 18)) found.push(`${name}: “${text}” is too small`);
    };
    await page.reload();
    await tile(page, RECORDER).waitFor();
    await see('whose turn');
    await tile(page, RECORDER).click();
    await page.getByRole('button', { name: '7', exact: true }).waitFor();
    await see('digits');
    await press(page, '0000');
    await page.getByRole('alert').filter({ hasText: /\d/ }).waitFor();
    await see('wrong digits');
    await phone.open(`/app/welcome#${await here.server.invite('施建林')}`);
    await page.getByRole('textbox', { name: /^(设四位数字|Choose four digits)/ }).fill('1');
    await see('sitting down');
    assert.deepEqual(found, []);
  });
}
