// What was begun for one bench stays with it: a half-written session survives a look at an entry of the plan, a parked
// issue goes with the session that was planned for it, and whoever is asked about a planned issue sits on that one bench.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECRETARY } from './acts.mjs';
import { faults, overflows, small } from './village/measure.mjs';
import { fresh, Scribe, villageOf } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const DESK = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
const RIPE = '集中供水经常断，水费怎么收、管子谁来管';
const PARKED = '竹山没人收，毛竹价钱低';
const NOW = new Date(Date.now() + 8 * 60 * 60 * 1000);

/** Enters something for this month; gives its id. */
async function planned({ server, database }, what) {
  const home = await villageOf(database);
  const scribe = await Scribe.of(server, SECRETARY);
  const entry = fresh();
  const enter = { do: 'plan', entry: 'enter', village: home, year: NOW.getUTCFullYear(), month: NOW.getUTCMonth() + 1, mode: 'b', order: 0 };
  await scribe.push([['plan', entry, `v:${home}`, { ...enter, ...what }]]);
  return entry;
}

const fields = async (here, id) => (await here.database.row`select fields from record where id = ${id}`).fields;
const issueOf = async (here, title) => (await here.database.row`
  select id from record where kind = 'issue' and fields->>'title' = ${title}`).id;

/** The sessions about an issue. */
const about = (here, issue) => here.database.rows`
  select id from record where kind = 'session' and fields->'issues' ? ${issue}::text and fields->>'stage' = 'planned'`;

test('a half-written session survives a look at an entry of the plan, and is not bound to it', async (t) => {
  const here = await village(t);
  const entry = await planned(here, { topic: '早班公交' });
  const secretary = await here.member(SECRETARY);
  const page = await secretary.open('/app/plan');
  const topic = page.getByRole('textbox', { name: '题目' });
  await topic.fill('北渠的闸门谁来管');
  await secretary.open(`/app/plan/${entry}`);
  await until('the entry has a form of its own', async () => (await topic.inputValue()) === '早班公交');
  await topic.fill('早班公交几点开');
  await secretary.open('/app/plan');
  await until('what was begun is there', async () => (await topic.inputValue()) === '北渠的闸门谁来管');
  await page.getByRole('button', { name: '存下这场' }).click();
  await until('it has arrived', async () => (await here.database.rows`
    select id from record where kind = 'session' and fields->>'title' = '北渠的闸门谁来管'`).length === 1);
  assert.equal((await fields(here, entry)).session, undefined);
  // and the entry's, too, as it was left
  await secretary.open(`/app/plan/${entry}`);
  await until('the other is there', async () => (await topic.inputValue()) === '早班公交几点开');
  assert.deepEqual(secretary.troubles, []);
});

test('a parked issue goes with the session that was planned for it, and the form says what it lacks', async (t) => {
  const here = await village(t);
  const issue = await issueOf(here, PARKED);
  const entry = await planned(here, { issue });
  const secretary = await here.member(SECRETARY);
  const page = await secretary.open(`/app/plan/${entry}`);
  const note = page.locator('.note').filter({ hasText: PARKED });
  assert.match(await note.innerText(), /现在还是“先放着”。.*重新分一分、拟成题、审定了，它才有日子/);
  assert.equal(await note.getByRole('link', { name: PARKED }).getAttribute('href'), `/app/issues/${issue}`);
  assert.ok(await page.getByRole('checkbox', { name: PARKED }).isChecked());
  assert.deepEqual([await faults(page), await small(page, 44), await overflows(page)], [[], [], false]);
  await page.getByLabel('哪天').fill(new Date(Date.now() + 9 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
  await page.getByLabel('几点').fill('19:00');
  await page.getByRole('textbox', { name: '在哪里' }).fill('文化礼堂');
  await page.getByRole('button', { name: '存下这场' }).click();
  const session = await until('it is convened', async () => (await fields(here, entry)).session);
  assert.deepEqual((await fields(here, session)).issues, [issue]);
  const still = await fields(here, issue);
  assert.deepEqual([still.standing, still.scheduled_on], ['parked', undefined]);
  assert.deepEqual(secretary.troubles, []);
});

test('whoever is asked about a planned issue sits on the bench of the plan, and so does whoever else is asked', async (t) => {
  const here = await village(t);
  const issue = await issueOf(here, PARKED);
  const entry = await planned(here, { issue });
  const office = await here.member(OFFICE, DESK);
  const page = await office.open(`/app/issues/${issue}`);
  await page.getByText('可以请谁', { exact: true }).click();
  const asks = page.getByRole('button', { name: /^发一页纸：/ });
  await asks.nth(1).waitFor();
  assert.deepEqual([await faults(page), await small(page, 44), await overflows(page)], [[], [], false]);
  await asks.first().click();
  await page.locator('.code-line').first().waitFor();
  await asks.first().click();
  await page.locator('.code-line').nth(1).waitFor();
  const session = await until('the entry is met', async () => (await fields(here, entry)).session);
  await until('both pages have arrived', async () => (await here.database.rows`
    select id from record where kind = 'brief' and scope = ${`s:${session}`}`).length === 2);
  assert.deepEqual((await about(here, issue)).map(({ id }) => id), [session]);
  assert.deepEqual(office.troubles, []);
});

test('at the desk a double tap enters one, its leader comes later, and the focus goes on', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE, DESK);
  const page = await office.open('/app/district/plan');
  await page.getByRole('heading', { name: '年度计划' }).waitFor();
  await office.offline();
  const ripe = page.getByRole('region', { name: '可以排进来的' });
  const rows = await ripe.getByRole('listitem').count();
  await ripe.getByRole('button', { name: new RegExp(`^排进 \\d+ 月：${RIPE}$`) }).click();
  await ripe.getByText(new RegExp(`^“${RIPE}”排进了 \\d+ 年 \\d+ 月。$`)).waitFor();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.id);
  await until('the focus has gone on', async () => (rows > 1 ? /^排进 \d+ 月：/ : /^ripe$/).test(await focused()));

  const shown = page.locator('.months .below .cell').nth(NOW.getUTCMonth());
  await shown.click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('添一条', { exact: true }).click();
  const before = await sheet.getByRole('article').count();
  await sheet.getByRole('textbox', { name: '谈什么' }).last().fill('早班公交');
  await sheet.getByRole('button', { name: '列进计划' }).dblclick();
  const line = sheet.getByRole('article').filter({ hasText: '早班公交' });
  await line.waitFor();
  assert.equal(await sheet.getByRole('article').count(), before + 1);

  await line.getByText('谁牵头、怎么开', { exact: true }).click();
  const form = line.getByRole('form', { name: '谁牵头、怎么开' });
  await form.getByRole('textbox', { name: '谁牵头' }).fill('施建林');
  await form.getByRole('radio', { name: /政协搭台/ }).check();
  await form.getByRole('button', { name: '存下' }).click();
  await form.getByText('记下了。').waitFor();
  await line.getByText('施建林牵头').waitFor();

  // what was entered by mistake goes at once
  await sheet.getByRole('button', { name: '列进计划' }).waitFor({ state: 'hidden' });
  await sheet.getByText('添一条', { exact: true }).click();
  await sheet.getByRole('textbox', { name: '谈什么' }).last().fill('写错的');
  await sheet.getByRole('button', { name: '列进计划' }).click();
  const wrong = sheet.getByRole('article').filter({ hasText: '写错的' });
  await wrong.getByRole('button', { name: '记错了，收回' }).click();
  await wrong.waitFor({ state: 'detached' });
  await office.online();
  const all = await until('it has arrived', async () => {
    const rows = await here.database.rows`select fields from record where kind = 'plan' and fields->>'topic' = '早班公交'`;
    return rows[0]?.fields.lead && rows[0].fields.mode === 'a' && rows;
  });
  assert.deepEqual(all.map(({ fields: { lead, mode } }) => [lead, mode]), [['施建林', 'a']]);
  const slots = await here.database.rows`select id from record where kind = 'plan' and not fields ? 'topic' and not fields ? 'issue'`;
  assert.deepEqual(slots, []);
  await until('the mistake is gone', async () => (await here.database.rows`
    select id from record where kind = 'plan' and gone and fields->>'topic' = '写错的'`).length === 1);

  // a calendar for one town, chosen in the order of the map
  await page.keyboard.press('Escape');
  const links = page.getByRole('region', { name: '放进手机日历' });
  await links.getByRole('combobox', { name: '哪里的' }).selectOption({ label: '石桥镇' });
  await links.getByRole('button', { name: '做一条日历链接' }).click();
  const box = links.getByRole('textbox', { name: '日历链接' });
  const link = await until('there is a link', async () => (await box.count()) > 0 && box.inputValue());
  assert.match(await (await fetch(link)).text(), /X-WR-CALNAME:石桥镇 · 板凳会/);
  await links.getByRole('listitem').filter({ hasText: '石桥镇' }).waitFor();
  assert.deepEqual(office.troubles, []);
});

