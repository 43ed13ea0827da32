// English is complete: nothing the app itself says is left in Chinese, and what people said is marked as Chinese.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goTo, RECORDER } from './acts.mjs';
import { dress, prepare, SCREENS, visit } from './tour.mjs';
import { unmarked } from './village/measure.mjs';
import { village } from './village.mjs';

/** The product's own mark, the same in both languages. */
const MARKS = /^(提|查|坐|言|纳|办|评|一条板凳线|板凳会)$/;

test('every screen speaks English, but for names, the seven marks and words that are marked as Chinese', async (t) => {
  const here = await village(t);
  const { phone, known } = await prepare(here);
  const names = await here.database.rows`select fields->>'name' as name from record where kind = 'person'`;
  const known_as = [...names.map(({ name }) => name), '施国富', '一组', '三户', '六户联名', '王婆婆', '三组'];
  await dress(phone, 'en');
  const found = [];
  for (const name of Object.keys(SCREENS).filter((screen) => screen !== 'notices')) {
    const page = await visit(phone, name, known);
    for (const text of await unmarked(page)) {
      const rest = known_as.reduce((left, person) => left.replaceAll(person, ''), text);
      if (/\p{Script=Han}/u.test(rest) && !MARKS.test(rest.trim())) found.push(`${name}: ${text}`);
    }
  }
  assert.deepEqual(found, []);
});

test('a reader chooses English and Chinese again, and everything follows at once', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER);
  await goTo(page, '我的');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Issues' }).click();
  await page.getByRole('heading', { name: 'Issue board' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.reload();
  await page.getByRole('link', { name: 'Raise an issue' }).waitFor();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Me' }).click();
  await page.getByRole('radio', { name: '中文' }).check();
  await goTo(page, '议题');
  await page.getByRole('heading', { name: '议题板' }).waitFor();
});

test('a phone set to English is welcomed in English', async (t) => {
  const { server, phone } = await village(t);
  const guest = await phone(RECORDER, { locale: 'en-US' });
  const page = await guest.open(`/app/welcome#${await server.invite(RECORDER)}`);
  await page.getByRole('heading', { name: 'A seat is kept for you' }).waitFor();
  await page.getByRole('button', { name: 'Sit down' }).click();
  await page.getByRole('heading', { name: 'Issue board' }).waitFor();
});
