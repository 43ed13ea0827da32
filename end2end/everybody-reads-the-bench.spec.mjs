// axe finds nothing on the bench, as a ring and as a list, at night, by day, in large letters and in English; nothing
// sticks out, nothing lies over anything, and no finger misses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { evening } from './evening.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { village } from './village.mjs';

const LOOKS = {
  night: {},
  elder: { elder: true },
  huge: { size: 'huge' },
  english: { lang: 'en' },
};

async function dress(phone, worn) {
  const look = JSON.stringify({ lang: 'zh-CN', elder: false, size: '', theme: 'light', ...worn });
  await phone.page.evaluate((text) => localStorage.setItem('bandeng.look', text), look);
}

/** Tiles that lie over each other, by their names. */
function overlaps(page) {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.ring .seat, .speaker')].map((one) => [one.innerText.split('\n')[0], one.getBoundingClientRect(), one.className]);
    const found = [];
    for (const [n, [name, a, kind]] of boxes.entries()) {
      for (const [other, b, sort] of boxes.slice(n + 1)) {
        // the middle is round: its corners are empty
        const least = (kind + sort).includes('speaker') ? 16 : 0.5;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > least && high > least) found.push(`${name} over ${other}`);
      }
    }
    return found;
  });
}

/** What is wrong with the page as it stands. axe cannot see through the light of the lamp: where words stand on it, it
 * is told the brightest that it comes to. */
async function wrong(page, least, name, found) {
  await page.evaluate(() => {
    const bench = document.querySelector('.bench');
    bench.style.background = bench.dataset.theme ? '#3c3a27' : '#f4e7cb';
  });
  for (const fault of await faults(page)) found.push(`${name}: ${fault}`);
  for (const control of await small(page, least)) found.push(`${name}: ${control}`);
  if (await overflows(page)) found.push(`${name}: is wider than the phone`);
  for (const pair of await overlaps(page)) found.push(`${name}: ${pair}`);
}

for (const [look, worn] of Object.entries(LOOKS)) {
  test(`nobody is shut out of the bench: ${look}`, async (t) => {
    const here = await village(t);
    const { session, seats, scribe } = await evening(here, { stages: ['noticed', 'ready', 'in_session'] });
    const within = (kind, id, act) => [kind, id, `s:${session}`, { do: 'session', ...act }];
    await scribe.push([...seats.map((id) => within('seat', id, { step: 'attend', present: true })),
      within('seat', seats[10], { step: 'raise', up: true }), within('seat', seats[20], { step: 'raise', up: true }),
      within('speech', crypto.randomUUID(), { step: 'speak', seat: seats[4] }),
      within('statement', crypto.randomUUID(), { step: 'state', sort: 'opinion', seat: seats[4], part: 3, words: '灯杆装在转弯头。' }),
      within('count', crypto.randomUUID(), { step: 'ask', words: '路灯先装学校这一段？', part: 3 })]);
    const phone = await here.member(RECORDER);
    await dress(phone, worn);
    const page = await phone.open(`/app/sessions/${session}/bench`);
    await page.locator('.hands').waitFor();
    const [least, found] = [worn.elder ? 60 : 44, []];
    await wrong(page, least, 'bench', found);
    if (worn.elder) for (const text of await fine(page, 18)) found.push(`“${text}” is smaller than 18 pixels`);
    if (worn.lang) for (const text of await unmarked(page)) found.push(`“${text}” is not marked as Chinese`);
    await page.locator('.bench-top .ib').click();
    await wrong(page, least, 'by day', found);
    for (const way of ['.chips .chip:nth-of-type(2)', '.chips .chip:last-of-type', '.bench-top .btn.bare']) {
      await page.locator(way).first().click();
      await page.locator('dialog[open]').waitFor();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      await wrong(page, least, way, found);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await page.locator('.chips .chip:nth-of-type(4)').click();
    await page.locator('.roll-call').waitFor();
    await wrong(page, least, 'roll', found);
    assert.deepEqual([...new Set(found)], []);
  });
}
