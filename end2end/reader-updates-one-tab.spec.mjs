// A tab that is open on the old build goes on working with it, whatever another tab does.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { card, raise, RECORDER } from './acts.mjs';
import { Builds } from './village/build.mjs';
import { until, village } from './village.mjs';

/** The build of the page that is shown. */
const served = (page) => page.evaluate(() => document.documentElement.dataset.build).catch(() => null);

test('a tab that is open on the old build goes on working after another tab updated', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-builds-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const builds = new Builds(folder);
  const { member } = await village(t, { site: builds.link });
  const phone = await member(RECORDER);
  const old = phone.page;
  builds.release();
  const fresh = await phone.tab('/app/');
  // a browser whose workers are watched, as they are here, does not come back to a worker that was busy when it
  // was asked to go; whoever taps once more is heard
  await until('the new build is there', async () => {
    await fresh.getByRole('button', { name: '有新版本' }).click({ timeout: 2000 }).catch(() => {});
    return (await served(fresh)) === builds.build;
  });
  assert.notEqual(await served(old), builds.build);
  await raise(old, '旧的一页还能写。');
  await card(fresh, '旧的一页还能写').getByText('已送达').waitFor();
});
