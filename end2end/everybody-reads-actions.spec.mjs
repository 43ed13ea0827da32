// What is done, by day, in the evening, in large letters and in English: axe finds nothing, nothing sticks out, every
// control can be hit, and Chinese says that it is Chinese. And with the keyboard alone somebody is rated and told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE } from './acts.mjs';
import { dress } from './tour.mjs';
import { doings, follow, person } from './village/doings.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { until, village } from './village.mjs';

/** Opens whatever is folded away. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll('main details').forEach((one) => { one.open = true; }));

test('axe finds nothing on the screens of what is done', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  const me = await person(here.database, RECORDER);
  await known.scribe.push([['action', known.parking, known.here, follow('send', { to: '施阿根', who: me })]]);
  const [recorder, representative] = [await here.member(RECORDER), await here.member('徐志强')];
  // whose forms were opened, so that what is looked at is not the page alone
  const opened = new Set();
  const screens = {
    list: async () => {
      const page = await representative.open('/app/actions');
      const box = page.locator('.rate').first();
      await box.waitFor();
      // what was begun in one look is there in the next
      if (await page.locator('.rate textarea').count() === 0) await box.locator('.btn').last().click();
      await page.locator('.rate textarea').first().waitFor();
      return page;
    },
    search: async () => {
      const page = await recorder.open('/app/actions');
      await page.locator('.top .ib').first().click();
      await page.getByRole('searchbox').waitFor();
      await page.getByRole('searchbox').fill('没有这样的事');
      await page.locator('.state').waitFor();
      return page;
    },
    telling: async () => {
      const page = await recorder.open('/app/actions/telling');
      await page.locator('.ways').first().waitFor();
      if (await page.locator('.script').count() === 0) await page.locator('.ways .btn').nth(2).click();
      return page;
    },
    ...Object.fromEntries(['canteen', 'clinic', 'parking', 'ditch', 'bridge'].map((name) => [name, async () => {
      const page = await recorder.open(`/app/actions/${known[name]}`);
      await page.locator('.kv').waitFor();
      const way = page.locator('.btns .btn[aria-expanded]').last();
      if (await way.count() > 0) await way.click().then(() => opened.add(name));
      return page;
    }])),
  };
  const found = [];
  for (const look of ['light', 'evening', 'elder', 'en']) {
    for (const phone of [recorder, representative]) await dress(phone, look);
    for (const [name, go] of Object.entries(screens)) {
      const page = await go();
      await unfold(page);
      const told = (what, all) => all.forEach((one) => found.push(`${look} ${name} ${what}: ${one}`));
      told('fault', await faults(page));
      told('small', await small(page, look === 'elder' ? 60 : 44));
      if (look === 'elder') told('fine', await fine(page, 18));
      if (look === 'en') told('unmarked', await unmarked(page));
      if (await overflows(page)) found.push(`${look} ${name} is wider than the phone`);
    }
  }
  assert.deepEqual([...opened].sort(), ['canteen', 'clinic', 'ditch']);
  assert.deepEqual(found, []);
  assert.deepEqual([recorder.troubles, representative.troubles], [[], []]);
});

/** Presses Tab until the focus is on something of that name. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const one = document.activeElement;
      return (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText).trim();
    });
    if (here.startsWith(name)) return;
  }
  assert.fail(`no “${name}” on the way of Tab`);
}

test('with the keyboard alone something is rated on its card', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  const phone = await here.member(REPRESENTATIVE);
  const page = await phone.open('/app/actions');
  await page.getByRole('group', { name: '这件事办得怎么样？' }).waitFor();
  await tabTo(page, '基本满意');
  await page.keyboard.press('Enter');
  await tabTo(page, '说上了');
  await page.keyboard.press('Space');
  await tabTo(page, '就这样评');
  await page.keyboard.press('Enter');
  const rated = await until('it is rated', async () => (await here.database.row`
    select fields->'ratings' as ratings from record where id = ${known.parking}`).ratings);
  assert.deepEqual(rated.map(({ result, heard, way }) => [result, heard, way]), [['basically', true, 'own']]);
  assert.deepEqual(phone.troubles, []);
});

test('whoever was asked to go sees it on top, and who was told is let be', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  const [recorder, walker] = [await here.member(RECORDER), await here.member(REPRESENTATIVE)];
  const page = await recorder.open('/app/actions/telling');
  const waits = page.getByRole('listitem').filter({ hasText: '老街周末交通引导' });
  await waits.getByText('请人跑一趟').click();
  await waits.getByRole('combobox', { name: '请谁去' }).selectOption({ label: '王彩娣 · 66 岁' });
  await waits.getByRole('button', { name: '就请他去' }).click();
  await waits.getByText('已请王彩娣跑一趟').waitFor();
  const told = await walker.open('/app/actions');
  const box = told.getByRole('region', { name: /个人等回音/ });
  const first = box.getByRole('link').first();
  await first.filter({ hasText: '请您跑一趟' }).waitFor();
  await first.click();
  const errand = told.getByRole('listitem').filter({ hasText: '老街周末交通引导' });
  await errand.getByRole('button', { name: '打电话', exact: true }).click();
  await errand.getByText(/施阿根您好，我是上枫村的王彩娣/).waitFor();
  await errand.getByRole('button', { name: '告诉过了，记下' }).click();
  await errand.waitFor({ state: 'detached' });
  await waits.waitFor({ state: 'detached' });
  const { fields } = await here.database.row`select fields from record where id = ${known.parking}`;
  assert.equal(fields.errands, undefined);
  assert.deepEqual(fields.echoes.map(({ to, how }) => [to, how]), [['施阿根', 'phone']]);
});
