// An expert who was entered twice is made one at a desk, and is asked to a session under the entry that carries on. Two
// villages of one brook raised one matter: on a phone the office lets the upper one's carry on, and whoever raised the
// lower one reads where it goes on. Two of one name who are two are suggested no more.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { Scribe, villageOf } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
const PAGE = '/app/district/admin/doubles';
const LOWER = '古岙村';
const RAISER = '周春妹';
const DAY = 24 * 60 * 60 * 1000;

const place = async (database, name) => (
  (await database.rows`select id::text, scope from record where kind = 'place' and fields->>'name' = ${name}`)[0]);

/** Two entries of one expert, and two people of one name in one village. */
async function entered({ database }, office) {
  const { id, scope } = await place(database, LOWER);
  const [one, double] = [randomUUID(), randomUUID()];
  const person = (record, at, name, more) => (
    ['person', record, at, { do: 'introduce', name, note: null, group: null, role: 'villager', ...more }]);
  await office.push([
    person(one, scope, '唐守林', { role: 'expert', note: '省林科院' }),
    ['person', one, scope, { do: 'profess', knows: ['forestry'] }],
    person(double, scope, '唐守林（林科院）', { role: 'expert' }),
    ['person', double, scope, { do: 'profess', knows: ['plant_care'] }],
    person(randomUUID(), `v:${id}`, '王建国'),
    person(randomUUID(), `v:${id}`, '王建国'),
  ]);
  return { one, double };
}

/** One brook, two villages: the upper one's issue is posted, the lower one's is sorted. */
async function raised({ database, server }, office) {
  const upper = await villageOf(database);
  const { id: lower, scope } = await place(database, LOWER);
  await office.push([['person', randomUUID(), scope, { do: 'introduce', name: RAISER, note: null, group: null, role: 'villager' }]]);
  await server.invite(RAISER, 'villager', LOWER);
  const raiser = await Scribe.of(server, RAISER);
  const [above, below] = [randomUUID(), randomUUID()];
  const raise = (at, title, words) => ({ do: 'raise', words, title, village: at, category: 'field' });
  await raiser.push([
    ['issue', below, `v:${lower}`, raise(lower, '枫溪上游挖砂，渠口淤塞', '我们渠口淤塞，浇不上水。')],
    ['issue', randomUUID(), `v:${lower}`, raise(lower, '晒谷场晚上没有灯', '收稻子的时候看不见。')],
  ]);
  const act = (issue, at) => (does) => ['issue', issue, `v:${at}`, does];
  const sorts = [{ do: 'receive' }, { do: 'triage', answers: { small: false, several: true, actor: null, lawful: true, quarrel: null } }];
  await office.push([
    act(above, upper)(raise(upper, '枫溪上游采砂，渠口淤了', '下游的渠口淤了。')),
    ...[...sorts, { do: 'draft', question: '采砂停不停？' }, { do: 'approve' }, { do: 'post' }].map(act(above, upper)),
    ...sorts.map(act(below, lower)),
  ]);
  return { above, below };
}

test('an expert who was entered twice is made one and asked to a session', async (t) => {
  const here = await village(t);
  const writes = await Scribe.of(here.server, OFFICE);
  const { one, double } = await entered(here, writes);
  const [issue, session, at] = [randomUUID(), randomUUID(), await villageOf(here.database)];
  await writes.push([
    ['issue', issue, `v:${at}`, { do: 'raise', words: '竹山没人收。', title: '毛竹卖不掉', village: at, category: 'economy', received: true }],
    ['session', session, `v:${at}`, { do: 'session', step: 'convene', mode: 'b', title: '毛竹卖不掉', village: at,
      issues: [issue], on: Date.now() + DAY / 2, where: '晒谷场' }],
  ]);
  const office = await here.member(OFFICE, DESK);
  const page = await office.open(PAGE);
  const people = page.getByRole('region', { name: '像是同一个人' });
  const pair = people.locator('.twos > li').filter({ hasText: '唐守林' });
  assert.match(await pair.innerText(), /名字一样[\s\S]*省林科院[\s\S]*区里的名册/);
  // two of one name in one village are said to be two, by keys, and are gone when the page comes anew
  const two = people.getByRole('button', { name: /这是两个人：王建国/ });
  await two.focus();
  await page.keyboard.press('Enter');
  await page.getByText('记下了，以后不再提。').waitFor();
  await page.reload();
  await pair.waitFor();
  assert.equal(await people.getByText('王建国').count(), 0);

  await pair.getByRole('button', { name: '留下这一个：唐守林, 区里的名册' }).click();
  const dialog = page.getByRole('dialog', { name: '并成一个人' });
  await dialog.getByText('把“唐守林（林科院）”并到“唐守林”？').waitFor();
  await dialog.getByText('这一步不能撤回', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: '并成一个人' }).click();
  await page.getByText('并好了', { exact: false }).waitFor();
  assert.equal(await pair.count(), 0);
  await until('the double is struck', async () => (
    (await here.database.rows`select id from record where id = ${double} and gone and fields->>'into' = ${one}`).length === 1));

  await office.open(`/app/sessions/${session}/seats`);
  const block = page.getByRole('region', { name: '可以请谁' });
  await block.getByRole('button', { name: '请来坐：唐守林' }).click();
  await block.getByText('给唐守林留了座。').waitFor();
  await until('one seat is the one entry\'s', async () => {
    const seats = await here.database.rows`select fields->>'person' as person from record where kind = 'seat' and scope = ${`s:${session}`} and not gone`;
    return seats.length === 1 && seats[0].person === one;
  });
  const [kept] = await here.database.rows`select fields->>'knows' as knows from record where id = ${one}`;
  assert.equal(kept.knows, '["forestry", "plant_care"]');
  assert.deepEqual(office.troubles, []);
});

test('on a phone one brook becomes one issue, and whoever raised it reads where it goes on', async (t) => {
  const here = await village(t);
  const writes = await Scribe.of(here.server, OFFICE);
  const { above, below } = await raised(here, writes);
  const office = await here.member(OFFICE);
  const page = await office.open(PAGE);
  const pair = page.getByRole('region', { name: '像是同一件事' }).locator('.twos > li').filter({ hasText: '挖砂' });
  await pair.getByText(/同一类，都说到：.*枫溪上游/).waitFor();
  await pair.getByText('还没有公示', { exact: false }).waitFor();
  await pair.getByRole('button', { name: /由这一件接着办：枫溪上游采砂/ }).click();
  const dialog = page.getByRole('dialog', { name: '并成一件事' });
  await dialog.getByText('提的人照样要有人去告诉。').waitFor();
  await dialog.getByRole('button', { name: '并成一件事' }).click();
  await page.getByText('并好了', { exact: false }).waitFor();
  await until('it is merged', async () => (
    (await here.database.rows`select id from record where id = ${below} and fields ? 'merged_title'`).length === 1));
  assert.deepEqual(office.troubles, []);

  const raiser = await here.member(RAISER);
  const own = await raiser.open(`/app/issues/${below}`);
  await own.getByText('在上枫村的议题里接着办', { exact: false }).waitFor();
  const link = own.getByRole('link', { name: '枫溪上游采砂，渠口淤了' });
  assert.equal(await link.getAttribute('href'), `/t/${above}?lang=zh-CN`);
  assert.deepEqual(raiser.troubles, []);
  const reader = await raiser.context.newPage();
  await reader.goto(`${raiser.origin}/t/${above}?lang=zh-CN`);
  await reader.getByText('一起办的还有：古岙村 1 件').waitFor();
});

test('axe finds nothing on the page of doubles and its question, in any look', async (t) => {
  const here = await village(t);
  const writes = await Scribe.of(here.server, OFFICE);
  await entered(here, writes);
  await raised(here, writes);
  const found = [];
  for (const [size, settings, looks] of [['wide', DESK, ['light', 'en']], ['phone', {}, ['light', 'evening', 'elder']]]) {
    const office = await here.member(OFFICE, settings);
    for (const look of looks) {
      await dress(office, look);
      const page = await office.open(PAGE);
      await page.locator('.twos .side').last().waitFor();
      const search = page.getByRole('searchbox');
      await search.fill('唐');
      await page.locator('.wide-btn').first().waitFor();
      const measure = async (name) => {
        const told = (what, all) => all.forEach((one) => found.push(`${size} ${look} ${name} ${what}: ${one}`));
        told('fault', await faults(page));
        told('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'elder') told('fine', await fine(page, 18));
        if (look === 'en') told('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${size} ${look} ${name} is wider than its window`);
      };
      await measure('page');
      await page.locator('.twos .btn.do').first().click();
      await page.locator('dialog[open] .btns').waitFor();
      await measure('question');
    }
    assert.deepEqual(office.troubles, []);
  }
  assert.deepEqual(found, []);
});
