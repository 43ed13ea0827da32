// The district's office reads what was counted, opens the table beside a drawing, follows a figure to its rows and a row
// to its record; on a desk and on a phone, in English, by keyboard and without a signal.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { dress } from './tour.mjs';
import { faults, overflows, small, unmarked } from './village/measure.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const VILLAGER = '徐志强';
const WIDE = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };

/** The card of a figure. */
const card = (page, name) => page.getByRole('region', { name, exact: true });

test('a figure is read, opened as a table, and followed to its rows and to a record', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE, WIDE);
  const page = await office.open('/app/district');
  await page.getByText(/今年打算坐 \d+ 次，坐下来 \d+ 次。提了 \d+ 条建议，还有 \d+ 条没答复。/).waitFor();
  await page.getByRole('img', { name: /^意见建议：采纳 \d+/ }).waitFor();
  await page.getByRole('img', { name: /^每月办成：1 月 \d+/ }).waitFor();
  await page.getByRole('link', { name: '数字' }).click();

  await page.getByLabel('哪一年').selectOption({ label: '历年' });
  const advice = card(page, '意见建议');
  await advice.getByText(/提了 \d+ 条，采纳 \d+ 条/).waitFor();
  const [{ all, adopted }] = await here.database.rows`
    select count(*)::int as all, (count(*) filter (where verdict = 'adopted'))::int as adopted from advice`;
  await advice.getByText(`提了 ${all} 条，采纳 ${adopted} 条`).waitFor();
  await advice.getByText('用表格看').click();
  assert.equal(await advice.getByRole('row', { name: '采纳' }).first().innerText(), `采纳\t${adopted}`);
  // what it means stands beside it
  await advice.getByText('几条并拢答复的，各算一条').waitFor();

  await advice.getByRole('link', { name: `看这 ${all} 行：意见建议` }).click();
  await page.locator('.figure-row').first().waitFor();
  assert.equal(await page.locator('.figure-row').count(), all);
  await page.getByLabel('看哪些').selectOption({ label: '不采纳' });
  await until('only those', async () => {
    const rows = await page.locator('.figure-row small').allInnerTexts();
    return rows.length > 0 && rows.length < all && rows.every((row) => row.startsWith('不采纳'));
  });
  const title = await page.locator('.figure-row a').first().innerText();
  await page.locator('.figure-row a').first().click();
  await page.getByText(title).first().waitFor();
  assert.match(new URL(page.url()).pathname, /^\/app\/sessions\/[0-9a-f-]{36}\/advice$/);

  // the year and the place that were chosen are kept on the way back
  await page.goBack();
  await page.getByRole('link', { name: '回到数字' }).click();
  await page.getByLabel('哪里').selectOption({ label: '\u3000古岙村' });
  await card(page, '协商').getByText('还没有可数的').waitFor();
  await page.getByLabel('哪里').selectOption({ label: '\u3000上枫村' });
  await card(page, '意见建议').getByText(`提了 ${all} 条`).waitFor();
  const places = await page.getByLabel('哪里').locator('option').allInnerTexts();
  assert.deepEqual(places.map((name) => name.trim()), ['全区', '石桥镇', '上枫村', '枫桥头村', '古岙村', '南山下村', '渔浦村']);
  assert.deepEqual(office.troubles, []);
});

test('by keyboard, in English, on a phone, and without a signal', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE);
  const page = await office.open('/app/district/figures');
  const link = card(page, '议题').getByRole('link', { name: /看这 \d+ 行/ });
  const issues = Number((await link.innerText()).match(/\d+/)[0]);
  assert.ok(issues > 3 && issues <= 50);
  await card(page, '议题').getByText('用表格看').focus();
  await page.keyboard.press('Enter');
  await card(page, '议题').getByRole('columnheader', { name: '数目' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.figure-row').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/app/district/figures/issues');
  // the sample has a page of them: all are there, and no more are offered
  await until('each has its row', async () => await page.locator('.figure-row').count() === issues);
  assert.equal(await page.getByRole('button', { name: '再看一些' }).count(), 0);

  // what was heard stays, and it says since when
  await page.getByRole('link', { name: '回到数字' }).click();
  await card(page, '议题').waitFor();
  await office.offline();
  await page.getByRole('button', { name: '再问一次' }).click();
  await page.getByText(/没有信号，先看 .+ 数的。/).waitFor();
  assert.ok(await card(page, '议题').isVisible());
  await office.online();
  await page.getByRole('button', { name: '再问一次' }).click();
  await page.getByText(/没有信号，先看/).waitFor({ state: 'detached' });

  // the same in English: the figures, a table, the rows and where they stand, and nothing Chinese that does not say so
  await dress(office, 'en');
  await office.open('/app/district/figures');
  await page.getByText(/\d+ sessions were planned and \d+ held/).waitFor();
  await card(page, 'Issues').getByText('As a table').click();
  await card(page, 'Issues').getByRole('columnheader', { name: 'Count' }).waitFor();
  assert.deepEqual(await unmarked(page), []);
  await card(page, 'Issues').getByRole('link', { name: `See the ${issues} rows: Issues` }).click();
  await until('each has its row', async () => await page.locator('.figure-row').count() === issues);
  const [closed] = await page.getByLabel('Which rows').locator('option[value=closed]').allInnerTexts();
  assert.match(closed, /^closed$/i);
  await page.getByLabel('Which rows').selectOption('closed');
  await until('only those', async () => {
    const rows = await page.locator('.figure-row small').allInnerTexts();
    return rows.length > 0 && rows.length < issues && rows.every((row) => row.startsWith(closed));
  });
  assert.deepEqual(await unmarked(page), []);
  await page.getByRole('link', { name: 'Back to the figures' }).click();
  await card(page, 'Issues').waitFor();

  const villager = await here.member(VILLAGER);
  const theirs = await villager.open('/app/district/figures');
  await theirs.getByText('这一页只有区政协办公室看得到。').waitFor();
  assert.deepEqual([office.troubles, villager.troubles], [[], []]);
});

test('axe finds nothing on the figures, in any look, on a desk and on a phone', async (t) => {
  const here = await village(t);
  const found = [];
  for (const [device, settings, looks] of [['desk', WIDE, ['light', 'en']], ['phone', {}, ['light', 'evening', 'elder', 'en']]]) {
    const office = await here.member(OFFICE, settings);
    for (const look of looks) {
      await dress(office, look);
      for (const path of ['/app/district', '/app/district/figures', '/app/district/figures/actions']) {
        const page = await office.open(path);
        await page.locator(path.endsWith('actions') ? '.figure-row' : '.figure svg').first().waitFor();
        const told = (what, all) => all.forEach((one) => found.push(`${device} ${look} ${path} ${what}: ${one}`));
        told('fault', await faults(page));
        told('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'en') told('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${device} ${look} ${path} is wider than the screen`);
        if (process.env.BANDENG_SHOTS) {
          await page.screenshot({ path: join(process.env.BANDENG_SHOTS, `${device}-${look}-${path.split('/').pop()}.png`), fullPage: true });
        }
      }
    }
    assert.deepEqual(office.troubles, []);
  }
  assert.deepEqual(found, []);
});
