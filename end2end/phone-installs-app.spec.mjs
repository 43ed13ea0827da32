// On the home screen, without a signal, and from one build to the next.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { card, raise, RECORDER } from './acts.mjs';
import { Builds } from './village/build.mjs';
import { until, village } from './village.mjs';

test('the browser finds nothing in the way of installing the app', async (t) => {
  const { member } = await village(t);
  const phone = await member(RECORDER);
  await phone.page.reload();
  const tools = await phone.tools();
  const { errors, url, data } = await tools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(new URL(url).pathname, '/app/manifest.webmanifest');
  const manifest = JSON.parse(data);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  assert.ok(manifest.shortcuts.length >= 2 && manifest.screenshots.length >= 2);
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    assert.equal((await phone.page.request.get(phone.origin + src)).status(), 200, src);
  }
  const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
});

test('every screen opens without a signal, by its address', async (t) => {
  const { member } = await village(t);
  const phone = await member(RECORDER);
  await phone.page.getByRole('heading', { level: 3 }).first().getByRole('link').click();
  await phone.page.getByRole('heading', { name: '一条板凳线' }).waitFor();
  const issue = new URL(phone.page.url()).pathname;
  await phone.offline();
  const screens = {
    '/app/': '议题板',
    '/app/raise': '提一件事',
    '/app/phone': '这部手机上的东西',
    '/app/me': RECORDER,
    [issue]: '一条板凳线',
    [`${issue}/triage`]: '分一分',
    '/app/welcome': '给您留了张凳子',
    '/app/?from=home': '议题板',
  };
  for (const [path, heading] of Object.entries(screens)) {
    const page = await phone.open(path);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  }
  assert.deepEqual(phone.troubles, []);
});

test('a new build waits for a tap, reloads once, and keeps what was not sent', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-builds-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const builds = new Builds(folder);
  const { database, member } = await village(t, { site: builds.link });
  const phone = await member(RECORDER);
  const { page } = phone;
  phone.line.bar('POST /api/v1/push');
  await raise(page, '水塔的浮球坏了。');
  const before = await served(page);
  builds.release();
  await phone.open('/app/');
  const update = page.getByRole('button', { name: '有新版本' });
  await update.waitFor();
  assert.equal(await served(page), before, 'the new build waits');
  await card(page, '水塔的浮球坏了').getByText('存在本机').waitFor();

  let loads = 0;
  page.on('domcontentloaded', () => (loads += 1));
  await update.click();
  await until('the new build is there', async () => (await served(page)) === builds.build);
  await card(page, '水塔的浮球坏了').getByText('存在本机').waitFor();
  await update.waitFor({ state: 'hidden' });
  assert.equal(loads, 1);

  phone.line.bar();
  await page.reload();
  await card(page, '水塔的浮球坏了').getByText('已送达').waitFor();
  const { issues } = await database.row`
    select count(*)::int as issues from record where fields->>'words' = '水塔的浮球坏了。'`;
  assert.equal(issues, 1);
});

/** The build of the page that is shown. */
function served(page) {
  return page.evaluate(() => document.documentElement.dataset.build).catch(() => null);
}
