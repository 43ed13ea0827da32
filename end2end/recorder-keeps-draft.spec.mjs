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
