// The office works with a whole district: twelve villages and three hundred days, so that lists have pages, towns have
// villages to unfold, and somebody waits long; on a desk and on a phone. The tree of places is turned round before the
// server starts: what the screens show first is neither founded first nor called so.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from './village/chores.mjs';
import { Database } from './village/database.mjs';
import { faults, overflows } from './village/measure.mjs';
import { Phone } from './village/phone.mjs';
import { BANDENG, EPOCH, Server } from './village/server.mjs';
import { until } from './village.mjs';

const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
const DAY = 24 * 60 * 60 * 1000;
const PAGE = 50;

/** The places of the tree, the other way round. */
const TURNED = `with turned as (
    select id, row_number() over (partition by fields->>'parent' order by (fields->>'order')::int desc) as nth
    from record where kind = 'place' and fields->>'level' in ('town', 'village'))
  update record set fields = fields || jsonb_build_object('order', turned.nth) from turned where turned.id = record.id`;

const here = {};
const closing = [];

before(async () => {
  const data = mkdtempSync(join(tmpdir(), 'bandeng-whole-'));
  closing.push(() => rmSync(data, { recursive: true, force: true }));
  here.database = await Database.fresh(`whole_${process.pid}`);
  closing.push(() => here.database.drop());
  const seed = ['seed-district', '--seed', '5', '--villages', '12', '--days', '300', '--database-url', here.database.url, '--data', data, '--epoch', EPOCH];
  execFileSync(BANDENG, seed, { stdio: ['ignore', 'ignore', 'inherit'] });
  await here.database.run(TURNED);
  here.server = new Server({ database: here.database.url, data, port: await freePort() });
  closing.push(() => here.server.stop());
  await here.server.start();
  Object.assign(here, await here.database.row`
    select substr(scope, 3) as region, person as office from member where role = 'office' and scope like 'g:%'`);
  here.towns = await here.database.rows`
    select town.fields->>'name' as town, array_agg(village.fields->>'name' order by (village.fields->>'order')::int) as villages
    from record town join record village on village.fields->>'parent' = town.id::text
    where town.fields->>'level' = 'town' and village.fields->>'level' = 'village'
    group by town.id, town.fields order by (town.fields->>'order')::int`;
});

after(async () => {
  for (const close of closing.reverse()) await close();
});

/** The office's device, as far as it has the whole district. */
async function office(t, settings) {
  const phone = await Phone.on(here, here.office, settings);
  t.after(() => phone.close());
  return phone.enter();
}

/** Names without those that follow themselves. */
const runs = (names) => names.filter((name, nth) => name !== names[nth - 1]);

/** Whether names come in the order of a list of all. */
function inOrder(names, all) {
  assert.ok(names.length > 1, `${names} show no order`);
  assert.deepEqual(names, all.filter((name) => names.includes(name)));
}

/** What is wrong with the page that is open. */
async function wrong(page, what) {
  const found = (await faults(page)).map((fault) => `${what}: ${fault}`);
  if (await overflows(page)) found.push(`${what} is wider than its window`);
  return found;
}

const waits = (page) => page.getByRole('main').locator('.waits').getByRole('listitem');

/** All sorts of debts, their third page, and one sort alone; who waits longest is first. */
async function queue(page) {
  const more = page.getByRole('main').getByRole('button', { name: '再看一些' });
  for (const pages of [1, 2, 3]) {
    await until(`page ${pages} is there`, async () => await waits(page).count() === pages * PAGE);
    if (pages < 3) await more.click();
  }
  const days = (await waits(page).locator('.n').allInnerTexts()).map(Number);
  assert.deepEqual(days, [...days].sort((one, other) => other - one));
  assert.ok(days[0] > days.at(-1), `${days}`);
  const chip = page.getByRole('group', { name: '只看' }).getByRole('button', { name: /^没人认领|^过了日子/ }).last();
  const [, sort, count] = (await chip.innerText()).match(/^(\S+)\s+(\d+)$/);
  await chip.click();
  await until('only that sort is shown', async () => await waits(page).count() === Math.min(PAGE, Number(count)));
  const owed = { 过了日子: '还没办好', 没人认领: '没人认领' }[sort];
  for (const row of await waits(page).allInnerTexts()) assert.match(row, new RegExp(owed));
  assert.equal(await chip.getAttribute('aria-pressed'), 'true');
}

/** The overview with its sentence. */
async function overview(page) {
  const lead = page.getByText(/今年打算坐 \d+ 次，坐下来 \d+ 次。提了 \d+ 条建议，还有 \d+ 条没答复。/);
  await lead.waitFor();
  await page.getByRole('region', { name: '谁在等谁' }).getByRole('listitem').nth(4).waitFor();
}

test('on a desk: the queue, a figure and its rows, a town of the plan, another day for a session', async (t) => {
  const phone = await office(t, DESK);
  const found = [];
  const page = await phone.open('/app/district');
  await overview(page);
  found.push(...await wrong(page, 'overview'));

  await page.getByRole('region', { name: '谁在等谁' }).getByRole('link', { name: /看全部 \d+ 件/ }).click();
  await queue(page);
  found.push(...await wrong(page, 'waits'));

  // a figure, its rows, and their second page: villages as the map has them
  await phone.open('/app/district/figures');
  await page.getByLabel('哪一年').selectOption({ label: '历年' });
  const card = page.getByRole('region', { name: '协商', exact: true });
  const link = card.getByRole('link', { name: /^看这 \d+ 行/ });
  await link.waitFor();
  const all = Number(/\d+/.exec(await link.innerText())[0]);
  assert.ok(all > PAGE);
  await link.click();
  const rows = page.locator('.figure-row');
  await until('a page is there', async () => await rows.count() === PAGE);
  await page.getByRole('button', { name: '再看一些' }).click();
  await until('so is the next', async () => await rows.count() === Math.min(all, 2 * PAGE));
  const villages = here.towns.flatMap((one) => one.villages);
  inOrder(runs(await rows.locator('span:first-child').first().evaluate(
    (one) => [...one.closest('ul').querySelectorAll('li > span:first-child')].map((name) => name.innerText.trim()),
  )), villages);
  const places = await page.getByLabel('哪里').locator('option').allInnerTexts();
  assert.deepEqual(places.slice(1).map((name) => name.trim()), here.towns.flatMap(({ town, villages: own }) => [town, ...own]));
  found.push(...await wrong(page, 'rows'));

  // a town of the plan is opened, and its villages stand below it alone
  await phone.open('/app/district/plan');
  const table = page.getByRole('region', { name: '计划表，可左右滑' });
  const heads = async () => (await table.getByRole('rowheader').allInnerTexts()).map((name) => name.trim());
  await until('the towns are there', async () => (await heads()).length === here.towns.length);
  assert.deepEqual(await heads(), here.towns.map(({ town }) => town));
  const [, { town, villages: own }] = here.towns;
  await table.getByRole('button', { name: `${town}的各村` }).click();
  await until('its villages are there', async () => (await heads()).length === here.towns.length + own.length);
  assert.deepEqual(await heads(), here.towns.flatMap((one) => [one.town, ...(one.town === town ? own : [])]));
  found.push(...await wrong(page, 'plan'));

  // a bench that is ahead gets another day
  await phone.open('/app/district');
  await page.getByRole('region', { name: '接下来的板凳' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '改期' }).click();
  const session = new URL(page.url()).pathname.split('/')[3];
  const moved = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
  await page.getByLabel('哪天').fill(moved);
  const why = page.getByRole('textbox', { name: '为什么改' });
  if (await why.count() > 0) await why.fill('镇里那天开会');
  await page.getByRole('button', { name: '存下', exact: true }).click();
  const on = await until('the new day has arrived', async () => {
    const row = await here.database.row`
      select to_char(to_timestamp((fields->>'on')::bigint / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on
      from record where id = ${session}`;
    return row.on === moved && row.on;
  });
  assert.equal(on, moved);
  found.push(...await wrong(page, 'session'));
  assert.deepEqual(found, []);
  assert.deepEqual(phone.troubles, []);
});

test('on a phone: the queue, a page to somebody who knows, the report', async (t) => {
  const phone = await office(t, {});
  const found = [];
  const page = await phone.open('/app/district');
  await overview(page);
  found.push(...await wrong(page, 'overview'));

  // a page goes out by one tap, and its link is there to be handed on
  const card = page.getByRole('region', { name: '缺个懂行的人' });
  const ask = card.getByRole('button', { name: /^发一页纸：/ }).first();
  const name = (await ask.getAttribute('aria-label')).split('：')[1];
  await ask.click();
  const link = card.locator('.code-line').first();
  await link.waitFor();
  assert.match(await link.innerText(), /\/brief\/[\w-]{20,}$/);
  const asked = await until('the page has arrived', async () => (
    here.database.row`select seat.fields->>'name' as name from record brief
      join record seat on seat.id = (brief.fields->>'seat')::uuid where brief.kind = 'brief'`));
  assert.equal(asked.name, name);
  const reader = await phone.context.newPage();
  await reader.goto((await link.innerText()).replace(/^https?:\/\/[^/]+/, phone.origin));
  await reader.getByRole('heading', { name: /您看怎么办好/ }).waitFor();
  await reader.close();

  await phone.open('/app/district/waits');
  await queue(page);
  found.push(...await wrong(page, 'waits'));

  // the report of a year, read whole before it is taken along: the villages of each chapter as the map has them
  await phone.open('/app/district/reports');
  const year = new Date(Date.now() - 60 * DAY).getFullYear();
  await page.getByRole('combobox', { name: /^哪一年/ }).selectOption(String(year));
  await page.getByRole('combobox', { name: /^哪一段/ }).selectOption('0');
  await page.getByRole('heading', { name: new RegExp(`${year} 年度$`) }).waitFor();
  await page.getByText('看全文').click();
  const whole = page.locator('details .sheet-of');
  await whole.getByRole('heading', { name: '三条板凳线' }).waitFor();
  const called = here.towns.flatMap(({ town, villages }) => villages.map((village) => town + village));
  for (const chapter of ['坐下来谈了什么', '还欠着的']) {
    const told = await whole.evaluate((sheet, heading) => {
      const pieces = [...sheet.children];
      const from = pieces.findIndex((piece) => piece.innerText.trim() === heading);
      const to = pieces.findIndex((piece, nth) => nth > from && piece.localName === 'h4');
      return pieces.slice(from + 1, to).map((piece) => piece.innerText).join('\n');
    }, chapter);
    const mentions = called.flatMap((one) => [...told.matchAll(one)].map(({ index }) => [index, one]));
    inOrder(runs(mentions.sort(([one], [other]) => one - other).map(([, one]) => one)), called);
  }
  found.push(...await wrong(page, 'report'));
  assert.deepEqual(found, []);
  assert.deepEqual(phone.troubles, []);
});
