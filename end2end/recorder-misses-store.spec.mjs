// What a phone keeps can vanish, or stop answering: that is told apart from a phone that is new.

import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { card, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

const LOST = '这部手机里存的东西不见了';

/** Takes away what the browser keeps in databases, as a cleaning app does. The browser must be closed. */
function cleanAway(phone) {
  const folder = join(phone.profile, 'Default/IndexedDB');
  const kept = readdirSync(folder).filter((name) => name.startsWith('http_localhost_'));
  assert.ok(kept.length > 0, 'nothing was kept');
  for (const name of kept) rmSync(join(folder, name), { recursive: true });
}

test('a phone whose store was cleaned away says so until it is read, and what had arrived comes back', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  let { page } = recorder;
  await raise(page, '谷仓的门关不上。');
  await page.getByRole('link', { name: '回议题板' }).click();
  await card(page, '谷仓的门关不上').getByText('已送达').waitFor();
  const told = () => recorder.page.getByRole('alert').filter({ hasText: LOST });
  assert.equal(await told().count(), 0, 'a phone that is new has lost nothing');
  await recorder.overnight();
  await card(recorder.page, '谷仓的门关不上').waitFor();
  assert.equal(await told().count(), 0, 'a phone that kept everything has lost nothing');

  await recorder.offline();
  await raise(recorder.page, '这一条没送出去。');
  await recorder.context.close();
  cleanAway(recorder);
  recorder.line.mend();
  recorder.unplugged = false;
  page = await recorder.reopen();
  await told().waitFor();
  await card(page, '谷仓的门关不上').getByText('已送达').waitFor();
  assert.equal(await card(page, '这一条没送出去').count(), 0);

  await page.reload();
  await told().getByRole('button', { name: '知道了' }).click();
  await told().waitFor({ state: 'detached' });
  await page.reload();
  await card(page, '谷仓的门关不上').waitFor();
  assert.equal(await told().count(), 0);

  await raise(page, '补写的这一条送得出去。');
  await until('it arrived', () => database.row`select 1 from record where fields->>'words' = '补写的这一条送得出去。'`);
});

/** Breaks the store's connection under the app's hands: the next so many steps fail as WebKit's do. */
const breakable = () => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    if (!(window.breaks > 0)) return add.apply(this, given);
    window.breaks -= 1;
    this.transaction.db.close();
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
  };
};

test('a connection to the store that is lost is taken up again, and what was being written is written', async (t) => {
  const { database, member } = await village(t);
  const { page } = await member(RECORDER, { init: breakable });
  await page.evaluate(() => (window.breaks = 1));
  await raise(page, '水车的轴断了。');
  assert.equal(await page.evaluate(() => window.breaks), 0);
  await until('it arrived', () => database.row`select 1 from record where fields->>'words' = '水车的轴断了。'`);
});

test('a store that does not come back says so, keeps the words on the screen, and is tried again at the next tap', async (t) => {
  const { database, member } = await village(t);
  const { page } = await member(RECORDER, { init: breakable });
  await page.evaluate(() => (window.breaks = 2));
  await page.getByRole('link', { name: '提一件事' }).click();
  await page.getByRole('radio', { name: '我自己提' }).check();
  const words = page.getByRole('textbox', { name: '什么事' });
  await words.fill('水车的轴又断了。');
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('alert').filter({ hasText: '没存上，写的字还在屏幕上' }).waitFor();
  assert.equal(await words.inputValue(), '水车的轴又断了。');
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('heading', { name: '存好了' }).waitFor();
  await until('it arrived once', async () => {
    const rows = await database.rows`select 1 from record where fields->>'words' = '水车的轴又断了。'`;
    return rows.length === 1;
  });
});
