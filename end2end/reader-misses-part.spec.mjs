// The program comes in parts: the board first. What happens when the signal goes in between.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goTo, openIssue, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

const WORDS = '水库放水的闸门锈住了，拧不动。';
const HEADING = '水库放水的闸门锈住了';

/** A browser such as chat apps have, which keeps nothing for later. */
const KEEPS_NOTHING = {
  serviceWorkers: 'block',
  // by itself a browser remembers of 250 files that they came, and the program comes in more
  init: () => performance.setResourceTimingBufferSize(2000),
};

test('a browser that keeps nothing has every screen before the signal goes', async (t) => {
  const { phone } = await village(t);
  const recorder = await (await phone(RECORDER, KEEPS_NOTHING)).enter();
  const { page } = recorder;
  const came = (part) => page.evaluate((name) => performance.getEntriesByType('resource')
    .some((entry) => entry.name.includes(name) && entry.responseEnd > 0), part);
  await until('both parts are here', async () => await came('/split-issue.') && await came('/split-phone.'));
  await recorder.offline();
  await raise(page, WORDS);
  await page.getByRole('link', { name: '返回' }).click();
  await openIssue(page, HEADING);
  await page.getByRole('main').getByText(WORDS).first().waitFor();
  await page.goBack();
  await goTo(page, '本机');
  await page.getByRole('heading', { level: 1, name: /手机/ }).waitFor();
});

test('a screen whose part has not arrived says so, and comes when it is asked for again', async (t) => {
  const { phone } = await village(t);
  const recorder = await phone(RECORDER, KEEPS_NOTHING);
  const { page } = recorder;
  let asked = 0;
  await page.route('**/pkg/split-issue.*', (route) => (asked += 1, route.abort()));
  await recorder.enter();
  await page.getByRole('link', { name: '提一件事' }).click();
  const said = page.getByRole('alert').filter({ hasText: '这一页还没搬到这部手机上' });
  await said.waitFor();
  const before = asked;
  await page.getByRole('button', { name: '再试一次' }).click();
  await until('it is asked for again', () => asked > before);
  await said.waitFor();
  // the rest of the app goes on
  await page.getByRole('main').getByRole('link').click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await page.getByRole('link', { name: '提一件事' }).click();
  await page.unroute('**/pkg/split-issue.*');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('textbox', { name: '什么事' }).waitFor();
  assert.equal(await said.count(), 0);
});
