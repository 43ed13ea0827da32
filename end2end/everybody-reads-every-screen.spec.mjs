// axe finds nothing on any screen, by day, in the evening and in large letters; nor does anything stick out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dress, prepare, SCREENS, visit } from './tour.mjs';
import { faults, overflows } from './village/measure.mjs';
import { village } from './village.mjs';

for (const look of ['light', 'evening', 'elder', 'en']) {
  test(`axe finds nothing on any screen: ${look}`, async (t) => {
    const { phone, known } = await prepare(await village(t));
    await dress(phone, look);
    const found = [];
    for (const name of Object.keys(SCREENS)) {
      const page = await visit(phone, name, known);
      for (const fault of await faults(page)) found.push(`${name}: ${fault}`);
      if (await overflows(page)) found.push(`${name}: is wider than the phone`);
    }
    assert.deepEqual(found, []);
  });
}
