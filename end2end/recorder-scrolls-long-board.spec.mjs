// A board of 2,000 issues: only what is near the screen is in the page, wherever the reader is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { Scribe, villageOf } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const MANY = 2000;
/** Elements in the page, with a screen and a half of cards above and below what is seen. */
const FEW = 4000;

const elements = (page) => page.evaluate(() => document.querySelectorAll('*').length);

test('2,000 issues scroll with a page that stays small, and a search finds one of them', async (t) => {
  const { database, server, member } = await village(t);
  const scribe = await Scribe.of(server, RECORDER);
  await scribe.raise(await villageOf(database), MANY, (n) => `第 ${n} 件要商量的事。`);
  const { page } = await member(RECORDER);
  const all = page.getByRole('button', { name: /^全部/ });
  await until('all have arrived', async () => Number((await all.innerText()).match(/\d+/)) >= MANY);

  const seen = [await elements(page)];
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height > MANY * 100, `the page is ${height} pixels long`);
  for (const share of [0.1, 0.35, 0.6, 0.85, 0.99]) {
    await page.evaluate((top) => window.scrollTo(0, top), height * share);
    const middle = () => page.evaluate(() => {
      const there = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return Boolean(there?.closest('li')?.innerText.trim());
    });
    await until(`a card is where the reader is, at ${share}`, middle);
    seen.push(await elements(page));
  }
  t.diagnostic(`elements in the page while scrolling: ${seen.join(', ')}`);
  assert.ok(Math.max(...seen) < FEW, `elements in the page: ${seen.join(', ')}`);

  await page.getByRole('button', { name: '找议题' }).click();
  await page.getByRole('searchbox', { name: '找议题' }).fill('第 1234 件');
  await page.getByRole('heading', { name: '第 1234 件要商量的事' }).waitFor();
  await until('the others are gone', async () => /\b1\b/.test(await all.innerText()));
});
