// A new version of the app wants a newer store while an old page is open: each page says what is so, and nothing is
// lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, fillIn, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

/** A build that asks for the next version of the store. */
const newer = () => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    return open.call(this, name, /^bandeng-[0-9a-f]{8}-/.test(name) && version ? version + 1 : version);
  };
};

const OLD = '新版本已经接手了，这一页是旧的';
const WAITS = '请关掉板凳会的其他页面';

async function upgraded(phone) {
  const page = await phone.context.newPage();
  await page.addInitScript(newer);
  await page.goto(`${phone.origin}/app/`);
  return page;
}

test('an old page gives the store to a newer version, says so, and keeps what is being written on the screen', async (t) => {
  const { database, member } = await village(t);
  const phone = await member(RECORDER);
  const old = phone.page;
  await phone.offline();
  await raise(old, '换版本前写的一件。');
  await old.getByRole('link', { name: '回议题板' }).click();
  await old.getByRole('link', { name: '提一件事' }).click();
  await fillIn(old, '换版本时正在写的一件。');

  const fresh = await upgraded(phone);
  await card(fresh, '换版本前写的一件').getByText('存在本机').waitFor();
  await old.getByRole('button', { name: '存下' }).click();
  await old.getByRole('alert').filter({ hasText: OLD }).waitFor();
  assert.equal(await old.getByRole('textbox', { name: '什么事' }).inputValue(), '换版本时正在写的一件。');
  // an old page that comes only now is told the same
  const late = await phone.tab();
  await late.getByRole('alert').filter({ hasText: OLD }).waitFor();
  await late.close();

  // opened anew it is the new version, and what was being written is there as a draft
  await old.addInitScript(newer);
  await old.reload();
  assert.equal(await old.getByRole('textbox', { name: '什么事' }).inputValue(), '换版本时正在写的一件。');
  await old.getByRole('button', { name: '存下' }).click();
  await old.getByRole('heading', { name: '存好了' }).waitFor();
  await phone.online();
  await until('both arrived', async () => (await database.rows`
    select 1 from change where act->>'words' like '换版本%的一件。'`).length === 2);
});

test('the board of an old page says at once that a newer version has the store', async (t) => {
  const { member } = await village(t);
  const phone = await member(RECORDER);
  const fresh = await upgraded(phone);
  await fresh.getByRole('heading', { name: '议题板' }).waitFor();
  await phone.page.getByRole('status').filter({ hasText: OLD }).waitFor();
});

test('a newer version that an old page keeps waiting says why, the old page goes on, and then all is there', async (t) => {
  const { database, member } = await village(t);
  const phone = await member(RECORDER);
  const old = phone.page;
  // it does not hear that it is asked to let go: a page in the middle of something, or of a version that never did
  await old.evaluate(() => {
    IDBDatabase.prototype.close = () => {};
  });
  const fresh = await upgraded(phone);
  await fresh.getByRole('alert').filter({ hasText: WAITS }).waitFor();
  await raise(old, '旧页面还占着时写的一件。');
  await old.close();

  await card(fresh, '旧页面还占着时写的一件').waitFor();
  await until('it arrived', async () => (await database.rows`
    select 1 from change where act->>'words' = '旧页面还占着时写的一件。'`).length === 1);
});
