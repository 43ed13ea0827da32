// The village asks for a newer build: the page says so and goes on working; one tap brings the newer one, and
// nothing that waits is lost on the way.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { card, raise, RECORDER } from './acts.mjs';
import { Builds } from './village/build.mjs';
import { copy } from './village/store.mjs';
import { until, village } from './village.mjs';

const served = (page) => page.evaluate(() => document.documentElement.dataset.build).catch(() => null);

async function write(page, words) {
  await raise(page, words);
  await page.getByRole('link', { name: '回议题板' }).click();
}

test('a build that is too old is told so in a bar, keeps working, and is brought up to date by one tap', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-builds-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const builds = new Builds(folder);
  const { database, server, member } = await village(t, { site: builds.link });
  const recorder = await member(RECORDER);
  const { page } = recorder;
  const bar = page.getByRole('button', { name: '这个版本旧了，村里请您更新' });
  assert.equal(await bar.count(), 0);
  server.env.BANDENG_MIN_BUILD = '99.0.0';
  await server.kill();
  await server.start();
  // the phone hears of it when it next asks: within a minute, or when the network comes back
  await until('the bar is there', async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    return bar.isVisible();
  }, 40_000);

  // nothing stops: it is written, kept, and taken
  await write(page, '旧版本写的第一件。');
  await card(page, '旧版本写的第一件').getByText('已送达').waitFor();
  await recorder.offline();
  await write(page, '旧版本写的第二件。');
  await page.reload();
  await bar.waitFor();
  await card(page, '旧版本写的第二件').getByText('存在本机').waitFor();

  // without a signal there is nothing newer to be had, and a tap loses nothing
  await bar.click();
  await page.waitForEvent('load');
  await card(page, '旧版本写的第二件').getByText('存在本机').waitFor();
  assert.equal((await copy(page)).waiting, 1);

  const old = await served(page);
  builds.release();
  await recorder.online();
  await until('the new build is there', async () => {
    await bar.click({ timeout: 2000 }).catch(() => {});
    // a tap in between would only make the page begin anew
    const given = Date.now() + 10_000;
    while (Date.now() < given && (await served(page)) !== builds.build) await rest(100);
    return (await served(page)) === builds.build;
  });
  assert.notEqual(old, builds.build);
  await card(page, '旧版本写的第二件').getByText('已送达').waitFor();
  const { count } = await database.row`select count(*)::int as count from change where act->>'words' like '旧版本写的%'`;
  assert.equal(count, 2);
});
