// Without a mouse or a finger: Tab, Enter, Space and the arrows are enough to raise an issue.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

/** The element with the focus: its words, and whether an eye can tell that it has the focus. */
function focused(page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    const name = here.getAttribute('aria-label') ?? here.labels?.[0]?.innerText ?? here.innerText;
    const drawn = [here, here.nextElementSibling].filter(Boolean).some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const { top, bottom, left, width } = here.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
    const uncovered = here.contains(over) || over?.contains(here) || here.labels?.[0]?.contains(over);
    return { name: name.trim().replaceAll('\n', ' '), tag: here.localName, visible: drawn && Boolean(uncovered) };
  });
}

/** Presses Tab until the focus is on something of that name; whatever it passes must be seen to have the focus. */
async function tabTo(page, name, key = 'Tab') {
  const passed = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    let here = await focused(page);
    if (here.tag === 'body') continue;
    passed.push(here.name);
    // a rail may still be on its way to bring it into sight
    await until(`“${here.name}” is seen to have the focus`, async () => (here = await focused(page)).visible, 3000);
    if (here.name.startsWith(name)) return;
  }
  assert.fail(`no “${name}” on the way of Tab: ${passed.join(' | ')}`);
}

test('an issue is raised for somebody with the keyboard alone', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER);
  await page.reload();
  await page.getByRole('heading', { name: '议题板' }).waitFor();
  await tabTo(page, '提一件事');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '提一件事' }).waitFor();

  await tabTo(page, '我自己提');
  await page.keyboard.press('ArrowRight');
  assert.ok(await page.getByRole('radio', { name: '替人代录' }).isChecked());
  await tabTo(page, '什么事');
  await page.keyboard.type('四组的变压器夜里嗡嗡响。');
  await tabTo(page, '谁说的');
  await page.keyboard.type('老何家的');
  await tabTo(page, '哪个组');
  for (let group = 1; group <= 4; group += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, '当面念过');
  await page.keyboard.press('Space');
  await tabTo(page, '存下');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '存好了' }).waitFor();
  await tabTo(page, '回议题板');
  await page.keyboard.press('Enter');
  const mine = card(page, '四组的变压器夜里嗡嗡响');
  assert.match(await mine.innerText(), /老何家的 说/);
  assert.match(await mine.innerText(), /四组/);
});

test('the first Tab offers to skip to the content, and goes there', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER);
  await page.reload();
  await page.getByRole('heading', { name: '议题板' }).waitFor();
  await page.keyboard.press('Tab');
  assert.deepEqual(await focused(page), { name: '跳到正文', tag: 'a', visible: true });
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.equal(new URL(page.url()).pathname, '/app/');
});

test('a sheet takes the focus, Escape closes it, and the focus is back where it was', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER);
  await page.reload();
  await page.getByRole('heading', { name: '议题板' }).waitFor();
  await tabTo(page, '按类别、按组筛选');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: '按类别、按组筛选' });
  await sheet.waitFor();
  assert.ok(await sheet.evaluate((dialog) => dialog.contains(document.activeElement)));
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  assert.match((await focused(page)).name, /按类别、按组筛选/);
});

test('who comes to another screen by keyboard begins at its heading', async (t) => {
  const { member } = await village(t);
  const { page } = await member(RECORDER);
  await page.reload();
  await page.getByRole('heading', { name: '议题板' }).waitFor();
  await tabTo(page, '我的');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: RECORDER, level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
});
