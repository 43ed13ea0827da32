// The office adds a village with a group without a signal, renames it, and sees it reach another phone; asks people in on
// printed pages, and whoever scans a slip is in as what they were invited as.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { Reader } from './village/reader.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const NEW = '梅岭村';
const RENAMED = '梅岭下村';
const SECRETARY = '俞志明';
const DESK = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** The page of places, with the map on it. */
async function places(phone) {
  const page = await phone.open('/app/district/admin');
  await page.getByRole('heading', { level: 3, name: '上枫村' }).waitFor();
  return page;
}

/** A village's row. */
const row = (page, name) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });

/** How many pages a sheet of paper needs. */
async function pages(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** All that a browser keeps, as one text. */
const kept = (page) => page.evaluate(async () => {
  const told = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, JSON.stringify(history.state)];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
    for (const store of db.objectStoreNames) {
      const all = await new Promise((done) => { db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result); });
      told.push(JSON.stringify(all));
    }
    db.close();
  }
  return told.join('\n');
});

for (const [where, settings] of [['at a desk', DESK], ['on a phone', {}]]) {
  test(`the office adds a village and hands out its invites, ${where}`, async (t) => {
    const here = await village(t);
    const office = await here.member(OFFICE, settings);
    const other = await here.member(OFFICE, settings);
    const page = await places(office);
    const theirs = await places(other);
    await office.offline();

    await t.test('a village and a group are added and renamed without a signal', async () => {
      await page.getByRole('button', { name: '添一个村' }).click();
      const sheet = page.getByRole('dialog');
      const add = sheet.getByRole('form', { name: '添一个村' });
      await add.getByRole('button', { name: '添上' }).click();
      await add.locator('.err').waitFor();
      await add.getByRole('textbox', { name: '新村叫什么' }).fill(NEW);
      await add.getByRole('textbox', { name: '英文名' }).fill('Meiling');
      await add.getByRole('button', { name: '添上' }).click();
      await sheet.getByRole('button', { name: NEW }).click();
      await sheet.getByRole('form', { name: '添一个组' }).getByRole('textbox', { name: '新组叫什么' }).fill('一组');
      await sheet.getByRole('button', { name: '添上' }).click();
      await sheet.getByRole('listitem').filter({ hasText: '一组' }).waitFor();
      await sheet.getByRole('button', { name: new RegExp(`^名字 ?${NEW}`) }).click();
      await sheet.getByRole('textbox', { name: '名字', exact: true }).fill(RENAMED);
      await sheet.getByRole('button', { name: '存下', exact: true }).click();
      // and it goes before the last one of the town
      await sheet.getByText('排在第 6，共 6 个').waitFor();
      await sheet.getByRole('button', { name: '往前一位' }).click();
      await sheet.getByText('排在第 5，共 6 个').waitFor();
      await page.keyboard.press('Escape');
      const mine = row(page, RENAMED);
      await mine.getByText('存在本机').waitFor();
      await mine.getByText('送到以后，就可以在这里请村书记、记录员进来。').waitFor();
      assert.equal(await mine.getByRole('link').count(), 0);
      assert.equal(await row(theirs, RENAMED).count(), 0);
    });

    await t.test('it reaches another phone, in the order of the map, and the office is in it', async () => {
      await office.online();
      await row(theirs, RENAMED).getByText('一组').waitFor();
      const names = await theirs.locator('.spot h3').allInnerTexts();
      assert.deepEqual(names.map((name) => name.split(' ')[0].trim()), ['上枫村', '枫桥头村', '古岙村', '南山下村', RENAMED, '渔浦村']);
      // who is what is told by the server; quietly, where nobody is
      await row(page, '上枫村').getByText('施建林').waitFor();
      await row(page, RENAMED).getByText('还没有村书记、还没有记录员').waitFor();
      await page.getByRole('searchbox', { name: '按名字找村' }).fill('meil');
      await until('only one is left', async () => (await page.locator('.spot').count()) === 1);
    });

    await t.test('its secretary is asked in from its own page', async () => {
      await row(page, RENAMED).getByRole('link', { name: `${RENAMED}的人和身份` }).click();
      await page.getByText('请一个人进来').click();
      assert.equal(await page.getByRole('combobox', { name: '哪里的人' }).locator('option:checked').innerText(), RENAMED);
      await page.getByRole('textbox', { name: '怎么称呼' }).fill(SECRETARY);
      await page.getByRole('radio', { name: /^村书记/ }).check();
      await page.getByRole('button', { name: '做一个邀请' }).click();
      await page.getByRole('heading', { name: `给 ${SECRETARY} 的邀请做好了` }).waitFor();
    });

    await t.test('each village begins a page, and nothing but its page is printed', async () => {
      await office.open('/app/district/admin/sheets');
      const make = page.getByRole('button', { name: /^做好/ });
      await page.getByText('请先挑村。').waitFor();
      for (const name of ['上枫村', RENAMED]) await page.getByRole('checkbox', { name, exact: true }).check();
      // whoever has a paper already is asked about, and not ticked
      const yu = page.getByRole('checkbox', { name: new RegExp(SECRETARY) });
      await page.getByText(/有一张邀请还没用/).waitFor();
      assert.equal(await yu.isChecked(), false);
      await yu.check();
      await page.getByText('勾上的人里有 1 个手上已有没用过的邀请。').waitFor();
      await page.getByRole('checkbox', { name: /施建林/ }).uncheck();
      await make.click();
      await page.getByRole('heading', { name: '2 页做好了' }).waitFor();
      assert.equal(await pages(page), 2);
      await page.emulateMedia({ media: 'print' });
      const printed = await page.locator('body').innerText();
      for (const chrome of ['打印', '总览', '议程与规则', '邀请页', '收起来']) assert.ok(!printed.includes(chrome), chrome);
      assert.ok(printed.includes(RENAMED) && printed.includes(SECRETARY) && !printed.includes('施建林'), printed);
      await page.emulateMedia({ media: null });
    });

    await t.test('a slip lets in whom it is for, as what they are, and is nowhere else', async () => {
      const slip = page.getByRole('article').filter({ hasText: SECRETARY });
      await slip.scrollIntoViewIfNeeded();
      const reader = await Reader.on(office);
      const link = await reader.read(await slip.getByRole('img').screenshot());
      await reader.tab.close();
      await page.bringToFront();
      const { hash: code, pathname } = new URL(link);
      assert.equal((await slip.locator('.type').innerText()).replaceAll(/\s/g, ''), link);
      assert.ok(!(await kept(page)).includes(code.slice(1)), 'the code is kept somewhere');
      const guest = await here.phone(SECRETARY);
      const door = await guest.open(pathname + code);
      await door.getByText('村书记').first().waitFor();
      await door.getByRole('button', { name: '坐下来' }).click();
      await until('a seat is taken', () => new URL(door.url()).pathname === '/app/');
      await door.getByText(RENAMED).first().waitFor();
      await guest.open('/app/me');
      await door.getByText('村书记').first().waitFor();
      // the office puts the pages away, and they are gone
      await page.getByRole('button', { name: '好了，收起来' }).click();
      await page.getByRole('button', { name: /^做好/ }).waitFor();
      assert.ok(!(await page.content()).includes(code.slice(1)));
      const { count } = await here.database.row`select count(*)::int as count from audit where deed = 'sheet'`;
      assert.equal(count, 1);
      assert.deepEqual([office.troubles, other.troubles, guest.troubles], [[], [], []]);
    });
  });
}

/** Every look on one of the two screens, and the one with the longest words on both. */
const LOOKS = { desk: ['light', 'en'], phone: ['evening', 'elder', 'en'] };

test('axe finds nothing on places and sheets, in any look, at a desk and on a phone', async (t) => {
  const here = await village(t);
  const found = [];
  for (const [where, settings] of [['desk', DESK], ['phone', {}]]) {
    const office = await here.member(OFFICE, settings);
    const screens = {
      places: async () => {
        const page = await office.open('/app/district/admin');
        await page.getByText('施建林').first().waitFor();
        await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => { one.open = true; }));
        return page;
      },
      place: async () => {
        const page = await office.open('/app/district/admin');
        await page.locator('.spot .btn').first().click();
        await page.getByRole('dialog').locator('form').waitFor();
        return page;
      },
      choose: async () => {
        const page = await office.open('/app/district/admin/sheets');
        await page.locator('.spot .tick input').first().check();
        await page.locator('.guests .tick').first().waitFor();
        await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => { one.open = true; }));
        return page;
      },
      pages: async () => {
        const page = await screens.choose();
        await page.evaluate(() => document.querySelectorAll('.guests input:checked').forEach((one) => one.click()));
        await page.locator('.guests input').first().check();
        await page.locator('.btn.do.big').click();
        await page.locator('.slip-cut').first().waitFor();
        return page;
      },
    };
    for (const look of LOOKS[where]) {
      await dress(office, look);
      for (const [name, go] of Object.entries(screens)) {
        const page = await go();
        const told = (what, all) => all.forEach((one) => found.push(`${where} ${look} ${name} ${what}: ${one}`));
        told('fault', await faults(page));
        told('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'elder') told('fine', await fine(page, 18));
        if (look === 'en') told('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${where} ${look} ${name} is wider than the screen`);
        if (process.env.BANDENG_SHOTS) await page.screenshot({ path: `${process.env.BANDENG_SHOTS}/${where}-${look}-${name}.png`, fullPage: true });
      }
    }
    assert.deepEqual(office.troubles, []);
  }
  assert.deepEqual(found, []);
});
