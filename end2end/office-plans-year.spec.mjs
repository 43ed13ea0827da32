// The office plans a year at its desk and on a phone, in airplane mode: a ripe issue by one tap, a rhythm, a move and a
// calling-off with their reasons. It arrives, the village sees it, a session is convened for it, and a calendar follows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECRETARY } from './acts.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { fresh, Scribe, villageOf } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const VILLAGER = '徐志强';
const DESK = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
const RIPE = '集中供水经常断';
const DAY = 24 * 60 * 60 * 1000;

/** This month by Shanghai's calendar, or so many later: as a box for months writes it. */
function month(later = 0) {
  const now = new Date(Date.now() + 8 * 60 * 60 * 1000);
  const all = now.getUTCFullYear() * 12 + now.getUTCMonth() + later;
  return { year: Math.floor(all / 12), month: (all % 12) + 1, value: `${Math.floor(all / 12)}-${(all % 12) + 1}` };
}

/** The cell of a village and a month, in its year. */
async function cell(page, place, { year, month: of }) {
  const shown = async () => Number.parseInt(await page.locator('.plan-year [role=status]').first().innerText(), 10);
  for (let now = await shown(); now !== year; now = await shown()) {
    await page.getByRole('button', { name: now < year ? '下一年' : '上一年' }).click();
  }
  return page.getByRole('button', { name: new RegExp(`^${place} ${of} 月：`) });
}

/** What is in the plan, as the database has it. */
const entries = (here) => here.database.rows`
  select id, scope, fields from record where kind = 'plan' order by (fields->>'year')::int, (fields->>'month')::int, id`;

/** What a calendar is told, each line whole again. */
async function told(link) {
  const answer = await fetch(link);
  return { status: answer.status, text: (await answer.text()).replaceAll('\r\n ', '') };
}

for (const [where, settings] of [['at a desk', DESK], ['on a phone', {}]]) {
  test(`the office plans a year without a signal, ${where}`, async (t) => {
    const here = await village(t);
    const office = await here.member(OFFICE, settings);
    const page = await office.open('/app/district/plan');
    await page.getByRole('heading', { name: '年度计划' }).waitFor();
    await office.offline();

    // from a ripe issue, by one tap
    const ripe = page.getByRole('region', { name: '可以排进来的' });
    await ripe.getByRole('combobox', { name: '排进哪个月' }).selectOption(month().value);
    const water = ripe.getByRole('listitem').filter({ hasText: RIPE });
    await water.getByRole('button', { name: `排进 ${month().month} 月` }).click();
    await water.waitFor({ state: 'detached' });
    const first = await cell(page, '上枫村', month());
    assert.match(await first.getAttribute('aria-label'), /打算/);

    // a rhythm over the end of the year, each slot a change of its own
    await page.getByText('隔几个月坐一次', { exact: true }).first().click();
    const rhythm = page.getByRole('form', { name: '隔几个月坐一次' });
    await rhythm.getByRole('combobox', { name: '哪个村' }).selectOption({ label: '古岙村' });
    await rhythm.getByRole('combobox', { name: '从哪个月起' }).selectOption(month().value);
    await rhythm.getByRole('radio', { name: '每两个月' }).check();
    await rhythm.getByRole('button', { name: '都列进计划' }).click();
    await rhythm.getByText('留了 6 个空档。').waitFor();
    await rhythm.getByRole('button', { name: '都列进计划' }).click();
    await rhythm.getByText('这些月份都已经有打算了。').waitFor();

    // moved, with a reason and not without
    await first.click();
    const sheet = page.getByRole('dialog');
    const line = sheet.getByRole('listitem').filter({ hasText: '水费怎么收' });
    await line.getByText('改期', { exact: true }).click();
    await line.getByRole('combobox', { name: '改到哪个月' }).selectOption(month(1).value);
    await line.getByRole('button', { name: '改到这个月' }).click();
    await line.getByText('请写一句为什么。').waitFor();
    await line.getByRole('textbox', { name: '为什么改期' }).fill('下雨，没坐成');
    await line.getByRole('button', { name: '改到这个月' }).click();
    await line.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    const second = await cell(page, '上枫村', month(1));
    await until('it is moved', async () => /改期/.test(await second.getAttribute('aria-label')));
    await second.click();
    await sheet.getByText(`从 ${month().year} 年 ${month().month} 月改来：下雨，没坐成`).waitFor();
    await page.keyboard.press('Escape');

    // called off, with a reason; why it was stays to be read
    await (await cell(page, '古岙村', month(2))).click();
    const slot = sheet.getByRole('listitem').filter({ hasText: '题目还没定' });
    await slot.getByText('不坐了', { exact: true }).click();
    await slot.getByRole('textbox', { name: '为什么不坐了' }).fill('正月里人不齐');
    await slot.getByRole('button', { name: '从计划里取消' }).click();
    await slot.getByText('不坐了：正月里人不齐').waitFor();
    await page.keyboard.press('Escape');
    const off = await cell(page, '古岙村', month(2));
    await until('it is off the table', async () => /空着/.test(await off.getAttribute('aria-label')));

    // and one more by hand
    await (await cell(page, '古岙村', month(1))).click();
    await sheet.getByText('添一条', { exact: true }).click();
    await sheet.getByRole('textbox', { name: '谈什么' }).fill('早班公交');
    await sheet.getByRole('textbox', { name: '谁牵头' }).fill('区政协办');
    await sheet.getByRole('button', { name: '列进计划' }).click();
    await sheet.getByRole('heading', { name: '早班公交' }).waitFor();
    await page.keyboard.press('Escape');

    // all of it survives the night, and arrives
    assert.deepEqual(await entries(here), []);
    await office.online();
    const rows = await until('it has arrived', async () => {
      const all = await entries(here);
      return all.length === 8 && all;
    });
    const water2 = rows.find(({ fields }) => fields.issue);
    assert.deepEqual([water2.fields.year, water2.fields.month], [month(1).year, month(1).month]);
    assert.equal(water2.fields.trail.at(-1).why, '下雨，没坐成');
    assert.equal(rows.filter(({ fields }) => fields.off).length, 1);
    assert.equal(rows.find(({ fields }) => fields.topic).fields.lead, '区政协办');
    assert.deepEqual(office.troubles, []);
  });
}

test('the village sees its year, convenes what was planned, and a calendar follows', async (t) => {
  const here = await village(t);
  const home = await villageOf(here.database);
  const scribe = await Scribe.of(here.server, SECRETARY);
  const entry = fresh();
  await scribe.push([['plan', entry, `v:${home}`, {
    do: 'plan', entry: 'enter', village: home, year: month().year, month: month().month, mode: 'b', topic: '早班公交', lead: '施建林', order: 0,
  }]]);
  const villager = await here.member(VILLAGER);
  const theirs = await villager.open('/app/sessions');
  const year = theirs.getByRole('region', { name: '今年的打算' });
  await year.getByRole('button', { name: /早班公交/ }).click();
  await theirs.getByRole('dialog').getByText('施建林牵头').waitFor();
  // who plans is said; nothing can be changed by whoever may not
  assert.equal(await theirs.getByRole('dialog').getByText('改期', { exact: true }).count(), 0);

  const secretary = await here.member(SECRETARY);
  const page = await secretary.open('/app/sessions');
  await page.getByRole('region', { name: '今年的打算' }).getByRole('button', { name: /早班公交/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: '约大家坐下来' }).click();
  const topic = page.getByRole('textbox', { name: '谈什么' }).or(page.getByRole('textbox', { name: /题目/ })).first();
  await until('the topic is there', async () => (await topic.inputValue()) === '早班公交');
  await page.locator('form button.btn.do').click();
  const bound = await until('it is convened', async () => {
    const { fields } = await here.database.row`select fields from record where id = ${entry}`;
    return fields.session;
  });
  const { fields } = await here.database.row`select fields from record where id = ${bound}`;
  assert.equal(fields.title, '早班公交');

  // a link for calendars
  await secretary.open('/app/sessions');
  await page.getByRole('button', { name: '放进手机日历' }).click();
  await page.getByRole('button', { name: '做一条日历链接' }).click();
  const box = page.getByRole('textbox', { name: '日历链接' });
  const link = await until('there is a link', async () => (await box.count()) > 0 && box.inputValue());
  assert.match(link, /\/calendar\/[a-z2-9]{52}\.ics$/);
  const { id: ready } = await here.database.row`
    select id from record where kind = 'session' and fields->>'title' like '北渠%'`;
  await secretary.open(`/app/sessions/${ready}`);
  await page.getByRole('button', { name: '改期' }).click();
  await page.getByLabel('哪天').fill(new Date(Date.now() + 9 * DAY).toISOString().slice(0, 10));
  await page.getByLabel('几点').fill('19:00');
  await page.getByRole('textbox', { name: '在哪里' }).fill('文化礼堂');
  await page.getByRole('textbox', { name: '为什么改' }).fill('下雨');
  await page.getByRole('button', { name: '存下', exact: true }).click();
  await until('the move has arrived', async () => {
    const { fields } = await here.database.row`select fields from record where id = ${ready}`;
    return fields.where === '文化礼堂';
  });
  const moved = await told(link);
  assert.equal(moved.status, 200);
  const event = moved.text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${ready}@bandeng`));
  assert.ok(event.includes('LOCATION:文化礼堂') && event.includes('STATUS:CONFIRMED'), event);
  await scribe.push([['session', ready, `v:${home}`, { do: 'session', step: 'proceed', from: 'ready', to: 'cancelled', why: '并到镇里' }]]);
  const off = (await told(link)).text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${ready}@bandeng`));
  assert.ok(off.includes('STATUS:CANCELLED'), off);
  assert.ok(!moved.text.includes('施建林') && !moved.text.includes('下雨'));

  // no bench is ahead any more: a hint, for those who call sessions, and no demand
  await secretary.open('/app/sessions');
  await page.getByText(/也许该坐一坐了/).first().waitFor();
  assert.equal(await theirs.getByText(/也许该坐一坐了/).count(), 0);

  // taken back
  await page.getByRole('button', { name: '放进手机日历' }).click();
  await page.getByRole('button', { name: new RegExp(`^收回：${SECRETARY} · `) }).click();
  await page.getByRole('button', { name: new RegExp(`^收回这条链接：${SECRETARY} · `) }).click();
  await page.getByText(new RegExp(`^收回了：${SECRETARY} · `)).waitFor();
  await until('the focus is on the heading', () => page.getByRole('heading', { name: '放进手机日历' }).evaluate((one) => one === document.activeElement));
  assert.equal((await told(link)).status, 404);
  assert.deepEqual([villager.troubles, secretary.troubles], [[], []]);
});

for (const [where, settings, looks] of [['at a desk', DESK, ['light', 'en']], ['on a phone', {}, ['light', 'evening', 'elder', 'en']]]) {
  test(`axe finds nothing on the plan ${where}, in any look, and it goes by keyboard`, async (t) => {
    const here = await village(t);
    const home = await villageOf(here.database);
    const scribe = await Scribe.of(here.server, SECRETARY);
    const entry = fresh();
    await scribe.push([
      ['plan', entry, `v:${home}`, { do: 'plan', entry: 'enter', village: home, year: month().year, month: month().month, mode: 'b', topic: '早班公交', order: 0 }],
      ['plan', entry, `v:${home}`, { do: 'plan', entry: 'cancel', why: '人不齐' }],
    ]);
    const office = await here.member(OFFICE, settings);
    const unfold = (page) => page.evaluate(() => document.querySelectorAll('main details, dialog details').forEach((one) => { one.open = true; }));
    const screens = {
      plan: async () => {
        const page = await office.open('/app/district/plan');
        await page.locator('.months .cell').first().waitFor();
        await page.locator('.plan-below .slip').nth(2).waitFor();
        return page;
      },
      month: async () => {
        const page = await office.open('/app/district/plan');
        await page.locator('.months .below .cell').nth(month().month - 1).click();
        await page.locator('dialog .plan-line').first().waitFor();
        return page;
      },
      sessions: async () => {
        const page = await office.open('/app/sessions');
        await page.locator('.village-year').waitFor();
        await page.locator('main > * button[aria-expanded=false], main button[aria-expanded=false]').last().click();
        await page.locator('#feed').waitFor();
        return page;
      },
    };
    const found = [];
    for (const look of looks) {
      await dress(office, look);
      for (const [name, go] of Object.entries(screens)) {
        const page = await go();
        await unfold(page);
        const told_ = (what, all) => all.forEach((one) => found.push(`${look} ${name} ${what}: ${one}`));
        told_('fault', await faults(page));
        told_('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'elder') told_('fine', await fine(page, 18));
        if (look === 'en') told_('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${look} ${name} is wider than the screen`);
      }
    }
    assert.deepEqual(found, []);
    await dress(office, 'light');
    const page = await office.open('/app/district/plan');
    const here_ = page.locator('.months .below .cell').nth(month().month - 1);
    await here_.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await until('the focus is back', () => here_.evaluate((one) => one === document.activeElement));
    // rows are in the order of the map, whatever was sat or planned
    const rows = await page.locator('.months tbody th').allInnerTexts();
    assert.deepEqual(rows.map((row) => row.trim()), ['石桥镇', '上枫村', '枫桥头村', '古岙村', '南山下村', '渔浦村']);
    assert.deepEqual(office.troubles, []);
  });
}
