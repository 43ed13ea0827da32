// Pictures of every screen for the eye: `node end2end/run.mjs --shots [folder]` writes them at 390 × 844, as they
// are by day, in the evening, in large letters and in English.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { dress, LOOKS, prepare, SCREENS, visit } from './tour.mjs';
import { village } from './village.mjs';

const folder = resolve(process.env.BANDENG_SHOTS ?? join(import.meta.dirname, 'shots'));

test('every screen has its picture taken', async (t) => {
  const { phone, known } = await prepare(await village(t));
  mkdirSync(folder, { recursive: true });
  for (const look of Object.keys(LOOKS)) {
    for (const name of Object.keys(SCREENS)) {
      await dress(phone, look);
      const page = await visit(phone, name, known);
      await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    }
  }
});

test('the board has its picture taken for the manifest, on a phone and on a desk', async (t) => {
  const here = await village(t);
  const wide = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
  for (const [name, settings] of [['shot-narrow', {}], ['shot-wide', wide]]) {
    const phone = await here.member(RECORDER, settings);
    await phone.page.screenshot({ path: join(folder, `${name}.png`) });
  }
});

after(() => console.log(`pictures in ${folder}`));
