// The office sees who waits for whom, puts in a word, and sees an answer that was given elsewhere without asking for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dress } from './tour.mjs';
import { doings, follow, go, undertake } from './village/doings.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { Scribe } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const LATE = '老年食堂分档试行';
const SIZES = {
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  phone: {},
};
const CLIP = { permissions: ['clipboard-read', 'clipboard-write'] };

/** A queue's rows, by what they are about. */
const row = (page, what) => page.locator('main .waits').getByRole('listitem').filter({ hasText: what });

for (const [size, settings] of Object.entries(SIZES)) {
  test(`who waits is told, reminded of, and gone once it is answered (${size})`, async (t) => {
    const here = await village(t);
    const known = await doings(here);
    const office = await here.member(OFFICE, { ...settings, ...CLIP });
    const page = office.page;
    const way = page.getByRole('link', { name: '区里的桌面' });
    if (size === 'phone') await page.getByRole('link', { name: '我的' }).click();
    await way.click();

    // at a glance: who waits longest, and what is past the day that was agreed on
    const late = page.getByRole('region', { name: '说好的日子过了' });
    await late.getByRole('listitem').filter({ hasText: LATE }).getByText('20 天').waitFor();
    const queue = page.getByRole('region', { name: '谁在等谁' });
    await queue.getByRole('listitem').nth(4).waitFor();
    assert.equal(await queue.getByRole('listitem').count(), 5);
    await queue.getByRole('link', { name: /看全部/ }).click();

    // one sort of debt, and a word about it, by the keyboard alone
    const chip = page.getByRole('button', { name: /^过了日子/ });
    await chip.press('Enter');
    // the sample village has one of its own
    await until('only that is shown', async () => await page.locator('main .waits li').count() === 2);
    await row(page, LATE).getByText(/在等\s*村委会/).waitFor();
    await row(page, LATE).getByText(/新日子/).waitFor();
    const say = page.getByRole('button', { name: `递个话：${LATE}` });
    await say.press('Enter');
    const sheet = page.getByRole('dialog', { name: '递个话' });
    const text = await sheet.locator('blockquote').innerText();
    assert.match(text, /^村委会：您好。上枫村“老年食堂分档试行”说好 .+ 办好，过了 20 天。提出改到 .+云溪区政协办公室$/);
    await sheet.getByRole('button', { name: '复制' }).click();
    await until('it is copied', async () => await page.evaluate(() => navigator.clipboard.readText()) === text);
    const sms = await sheet.getByRole('link', { name: '用短信发' }).getAttribute('href');
    assert.equal(sms, `sms:?&body=${encodeURIComponent(text)}`);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    assert.ok(await say.evaluate((button) => button === document.activeElement));

    // without a signal it says so, and keeps what it had
    await page.getByText(/\d\d:\d\d 更新/).waitFor();
    await office.offline();
    await page.getByText(/没有信号，这里是 \d\d:\d\d 的/).waitFor();
    // asked in vain: the question has failed before anybody looks what is left
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/waits'));
    await page.getByRole('button', { name: '再问一次' }).click();
    await failed;
    await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(() => requestAnimationFrame(painted)); }));
    await page.getByText(/没有信号，这里是 \d\d:\d\d 的/).waitFor();
    assert.equal(await page.locator('main .waits li').count(), 2);
    assert.ok(await row(page, LATE).isVisible());
    await office.online();
    await page.getByText(/\d\d:\d\d 更新/).waitFor();

    // it is done somewhere else: the open page follows
    await page.evaluate(() => { globalThis.neverLeft = true; });
    const recorder = await Scribe.of(here.server, '陈素琴');
    await go(known, recorder, known.canteen, follow('finish', { words: '开了六十天。' }));
    await row(page, LATE).waitFor({ state: 'detached' });
    assert.equal(await page.locator('main .waits li').count(), 1);
    await page.getByRole('button', { name: /^全部/ }).click();
    await row(page, LATE).getByText('回音还没到人').waitFor();
    assert.ok(await page.evaluate(() => globalThis.neverLeft), 'the page was loaded anew');

    // what the office owes leads to where it answers
    await page.getByRole('button', { name: /^来信没答复/ }).click();
    await page.getByRole('link', { name: /^去答复/ }).first().click();
    await page.getByRole('heading', { name: '来信', level: 1 }).waitFor();
    assert.deepEqual(office.troubles, []);
  });
}

test('a villager’s name in what was promised does not go out with the reminder', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  await undertake(known, { what: '给施阿根家门口装扶手', owner: '施国富', due: Date.now() - 3 * 24 * 60 * 60 * 1000 });
  const office = await here.member(OFFICE, SIZES.desk);
  const page = await office.open('/app/district/waits');
  const promised = row(page, '装扶手');
  assert.ok(!(await promised.innerText()).includes('施国富'));
  await promised.getByRole('button').click();
  const text = await page.getByRole('dialog').locator('blockquote').innerText();
  assert.ok(text.includes('家门口装扶手') && !text.includes('施阿根') && !text.includes('施国富'), text);
  assert.deepEqual(office.troubles, []);
});

test('axe finds nothing on the desk, in any look at either size', async (t) => {
  const here = await village(t);
  await doings(here);
  const found = [];
  for (const [size, settings] of Object.entries(SIZES)) {
    const office = await here.member(OFFICE, settings);
    const { page } = office;
    const screens = {
      overview: () => office.open('/app/district'),
      waits: () => office.open('/app/district/waits'),
      sheet: () => page.locator('main .waits button').first().click(),
    };
    for (const look of ['light', 'evening', 'elder', 'en']) {
      await dress(office, look);
      for (const [name, go] of Object.entries(screens)) {
        await go();
        await page.locator(name === 'sheet' ? 'dialog[open] blockquote' : 'main .waits li').first().waitFor();
        const told = (what, all) => all.forEach((one) => found.push(`${size} ${look} ${name} ${what}: ${one}`));
        told('fault', await faults(page));
        told('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'elder') told('fine', await fine(page, 18));
        if (look === 'en') told('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${size} ${look} ${name} is too wide`);
      }
    }
    assert.deepEqual(office.troubles, []);
  }
  assert.deepEqual(found, []);
});
