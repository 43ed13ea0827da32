// What is being written is kept at every keystroke.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn, RECORDER } from './acts.mjs';
import { village } from './village.mjs';

test('half a sentence is still there after the browser was killed', async (t) => {
  const { member } = await village(t);
  const recorder = await (await member(RECORDER)).overnight();
  await recorder.page.getByRole('link', { name: '提一件事' }).click();
  await fillIn(recorder.page, '三组水井的井盖', { name: '王婆婆', group: '三组', confirmed: '打过电话' });
  await recorder.offline();
  await recorder.kill();

  const page = await recorder.reopen('/app/raise');
  await page.getByText('接着上次写的').waitFor();
  assert.equal(await page.getByRole('textbox', { name: '什么事' }).inputValue(), '三组水井的井盖');
  assert.equal(await page.getByRole('textbox', { name: '谁说的' }).inputValue(), '王婆婆');
  assert.ok(await page.getByRole('radio', { name: '打过电话' }).isChecked());
});

/** A browser whose database of drafts can be made to fail: `window.broken` says how often it still does. */
const BREAKABLE = () => {
  window.broken = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function begin(...args) {
    if (this.name === 'bandeng-drafts' && window.broken > 0) {
      window.broken -= 1;
      throw new DOMException('the connection is lost', 'InvalidStateError');
    }
    return transaction.apply(this, args);
  };
};
const DRAFT = (key) => key.includes('.draft.');
const onShelf = (page) => page.evaluate(`Object.keys(localStorage).filter(${DRAFT}).length`);

test('a draft is kept in its database although the connection was lost once', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER, { init: BREAKABLE });
  await page.getByRole('link', { name: '提一件事' }).click();
  const box = page.getByRole('textbox', { name: '什么事' });
  await box.fill('三组水井');
  await page.evaluate(() => (window.broken = 1));
  await box.fill('三组水井的井盖');
  await page.waitForFunction(() => window.broken === 0);
  await page.reload();
  await page.getByText('接着上次写的').waitFor();
  assert.equal(await box.inputValue(), '三组水井的井盖');
  assert.equal(await onShelf(page), 0);
});

test('a draft that was saved does not come back, although its database failed just then', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER, { init: BREAKABLE });
  await page.getByRole('link', { name: '提一件事' }).click();
  const box = page.getByRole('textbox', { name: '什么事' });
  await box.fill('三组水井的井盖松了。');
  await page.reload();
  await page.getByText('接着上次写的').waitFor();
  await page.evaluate(() => (window.broken = 1_000));
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('heading', { name: '存好了' }).waitFor();
  await page.goto(new URL('/app/raise', page.url()).href);
  await box.waitFor();
  assert.equal(await box.inputValue(), '');
  assert.equal(await page.getByText('接着上次写的').count(), 0);
});
