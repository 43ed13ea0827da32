// The office reads what a report will say, takes it along for somebody to sign, hands out open data, and keeps an archive:
// an empty server that takes it in tells the same figures.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { RECORDER } from './acts.mjs';
import { dress } from './tour.mjs';
import { freePort } from './village/chores.mjs';
import { Database } from './village/database.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { Phone } from './village/phone.mjs';
import { BANDENG, Server } from './village/server.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
const run = promisify(execFile);

/** The wing, with the figures of the sample's year on it. */
async function reports(phone) {
  const page = await phone.open('/app/district/reports');
  await part(page, 'year').selectOption('2026');
  await part(page, 'part').selectOption('0');
  await page.getByRole('heading', { name: /(2026 年度|The year 2026)$/ }).waitFor();
  return page;
}

/** The year, or which part of it. */
const part = (page, which) => page.getByRole('combobox', { name: which === 'year' ? /^(哪一年|Year)/ : /^(哪一段|Which part)/ });

/** The figures, label by label. */
const figures = (page) => page.locator('#report').locator('xpath=ancestor::section').locator('dl').first().innerText();

async function file(page, name) {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

for (const [where, settings] of [['at a desk', DESK], ['on a phone', {}]]) {
  test(`a report is read and taken along, and an archive becomes a server with the same figures, ${where}`, async (t) => {
    const here = await village(t);
    const office = await (await here.phone(OFFICE, settings)).enter();
    const page = await reports(office);
    const told = await figures(page);
    assert.match(told, /协商\s*打算坐 \d+ 次，坐下来 2 次/);
    assert.match(told, /意见建议\s*提了 13 条，采纳 7 条/);
    // all that it says, before it is printed
    await page.getByText('看全文').click();
    const whole = page.locator('details .sheet-of');
    await whole.getByRole('heading', { name: '三条板凳线' }).waitFor();
    assert.match(await whole.innerText(), /石桥镇上枫村：.*埠头[\s\S]*签发人（签名）：/);
    assert.doesNotMatch(await whole.innerText(), /王彩娣|施建林|陈素琴/);
    for (const [name, begins] of [['PDF', '%PDF'], ['Word', 'PK']]) {
      const address = await page.getByRole('link', { name }).getAttribute('href');
      const answer = await page.request.get(new URL(address, page.url()).href);
      assert.equal(answer.status(), 200);
      if (process.env.BANDENG_EYES) await writeFile(join(tmpdir(), `report-${name}`), await answer.body());
      assert.equal((await answer.body()).subarray(0, begins.length).toString('latin1'), begins);
    }
    // another part of the year is asked for anew, from the keyboard
    await part(page, 'part').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: /2026 年第一季度/ }).waitFor();

    const open = await file(page, '下载公开数据');
    assert.equal((await readFile(open.path)).subarray(0, 2).toString(), 'PK');
    assert.match(open.name, /\.zip$/);
    // nobody signs in for it
    const bare = await fetch(`${office.origin}${await page.getByRole('link', { name: '下载公开数据' }).getAttribute('href')}`);
    assert.equal(bare.status, 200);

    const kept = await file(page, '下载全部存档');
    assert.match(kept.name, /^bandeng-archive-\d{4}-\d\d-\d\d\.tar$/);
    const deeds = await here.database.rows`select person from audit where deed = 'archive'`;
    assert.equal(deeds.length, 1);

    // an empty server takes it in, once
    const [database, port] = await Promise.all([Database.fresh(`taken_${process.pid}`), freePort()]);
    const data = mkdtempSync(join(tmpdir(), 'bandeng-taken-'));
    const server = new Server({ database: database.url, data, port });
    delete server.env.BANDENG_EPOCH;
    const there = { database, server };
    const phones = [];
    t.after(async () => {
      await Promise.all(phones.map((phone) => phone.close()));
      await server.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    });
    const take = () => run(BANDENG, ['unarchive', kept.path, ...server.args], { env: server.env });
    const { stdout } = await take();
    assert.match(stdout, /invite people anew/);
    await assert.rejects(take(), (error) => /this server is not empty/.test(error.stderr));
    await server.start();
    const anew = await Phone.on(there, OFFICE, settings);
    phones.push(anew);
    await anew.enter();
    assert.equal(await figures(await reports(anew)), told);
    // the seals stand, and a phone of a recorder goes on writing
    const [{ code }] = await database.rows`select code from seal limit 1`;
    assert.match(await (await fetch(`${anew.origin}/verify/${code}`)).text(), /对得上/);
    assert.deepEqual([office.troubles, anew.troubles], [[], []]);
  });
}

test('whoever is no office has nothing of it, and without a signal the wing says so', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  await recorder.open('/app/district/reports');
  await recorder.page.getByText('这一页只有区政协办公室看得到。').waitFor();
  const office = await here.member(OFFICE);
  const page = await reports(office);
  const papers = await page.getByRole('link', { name: /PDF|存档/ }).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.equal(papers.length, 2);
  for (const path of papers) {
    const answer = await recorder.page.request.get(`${recorder.origin}${path}`);
    assert.equal(answer.status(), 403, path);
  }
  await office.offline();
  await part(page, 'part').selectOption('2');
  await page.getByText('报告由服务器来做，要有信号。').waitFor();
  assert.deepEqual([recorder.troubles, office.troubles], [[], []]);
});

test('in a chat app, where nothing is downloaded, the words of the report are there to be copied', async (t) => {
  const here = await village(t);
  const userAgent = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0.50';
  const office = await (await here.phone(OFFICE, { userAgent, permissions: ['clipboard-read', 'clipboard-write'] })).enter();
  const page = await reports(office);
  await page.getByText('聊天软件里下载不了文件').first().waitFor();
  assert.equal(await page.getByRole('link', { name: /PDF|Word|下载/ }).count(), 0);
  await page.locator('#report').locator('xpath=ancestor::section').getByRole('button', { name: '复制' }).click();
  await until('it is copied', async () => (await page.evaluate(() => navigator.clipboard.readText())).includes('签发人'));
});

test('axe finds nothing on the wing, in any look, at both sizes', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE);
  const found = [];
  for (const look of ['light', 'evening', 'elder', 'en']) {
    await dress(office, look);
    const page = await reports(office);
    for (const summary of await page.locator('.reports summary').all()) await summary.click();
    for (const size of [{ width: 390, height: 844 }, DESK.viewport]) {
      await page.setViewportSize(size);
      const told = (what, all) => all.forEach((one) => found.push(`${look} ${size.width} ${what}: ${one}`));
      told('fault', await faults(page));
      told('small', await small(page, look === 'elder' ? 60 : 44));
      if (look === 'elder') told('fine', await fine(page, 18));
      if (look === 'en') told('unmarked', await unmarked(page));
      if (await overflows(page)) found.push(`${look} is wider than ${size.width}`);
      if (process.env.BANDENG_EYES) await page.screenshot({ path: join(tmpdir(), `reports-${look}-${size.width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 390, height: 844 });
  }
  assert.deepEqual(found, []);
  assert.deepEqual(office.troubles, []);
});

test('a report is printed whole, however somebody comes to print, and without the desk around it', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE, DESK);
  const page = await reports(office);
  const [folded, printed] = [page.locator('details .sheet-of'), page.locator('.sheet-of.printed')];
  const sentence = '报告里只写身份，不写名字。';
  assert.equal(await printed.isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  await printed.getByText(sentence).waitFor();
  assert.equal(await folded.isVisible(), false, 'it stands on the paper once');
  for (const gone of [page.locator('.desk-h'), page.getByRole('combobox').first(), page.getByRole('heading', { name: '公开数据' })]) {
    assert.equal(await gone.isVisible(), false, String(gone));
  }
});
