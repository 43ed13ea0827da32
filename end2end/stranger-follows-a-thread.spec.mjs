// Somebody without an account and without scripts: from the board along one issue's whole line, to the sealed session
// and back; then says by a link how it was done, is not satisfied, and the secretary's phone hears of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECRETARY } from './acts.mjs';
import { until, village } from './village.mjs';
import { faults, overflows, small, unmarked } from './village/measure.mjs';
import { ADVICE, CRITERION, WHAT, WHY, afterwards } from './village/links.mjs';

/** What is wrong with a page, read with scripts on: whoever looks for it is one. */
async function wrong(phone, path) {
  const page = await phone.tab(path);
  const english = path.includes('lang=en');
  const found = [...await faults(page), ...await small(page, 44), ...(english ? await unmarked(page) : [])];
  if (await overflows(page)) found.push('it is wider than the phone');
  await page.close();
  return found.map((one) => `${path}: ${one}`);
}

test('a stranger follows a line from the board to the bench and back, and rates by a link', async (t) => {
  const here = await village(t);
  const { issue, action, code, secret, anchor } = await afterwards(here);
  const phone = await here.phone('nobody');
  const origin = `http://127.0.0.1:${here.server.port}`;
  const browser = phone.context.browser();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();

  await page.goto(`${origin}/`);
  await page.locator(`a[href^="/t/${issue}"]`).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const name of ['提出来', '查清楚', '坐下来谈', /^提了 \d+ 条建议$/, /答复/, /件/]) {
    await page.getByRole('heading', { level: 2, name }).first().waitFor();
  }
  for (const words of [ADVICE, WHY, WHAT, CRITERION, '12 盏，完成 9 盏', '三个点都去看过', '上门，已告诉本人']) {
    await page.getByText(words).first().waitFor();
  }
  const names = (await here.database.rows`
    select distinct fields->>'name' as name from record where kind in ('person', 'seat')`).map(({ name }) => name);
  const html = await page.content();
  assert.deepEqual(names.filter((name) => html.includes(name)), []);

  // from the deed back to the sentence, and on to the answer
  const at = () => new URL(page.url()).hash;
  await page.locator(anchor('d')).getByRole('link', { name: '从哪条建议来' }).click();
  assert.equal(at(), anchor('y'));
  assert.ok((await page.locator(at()).innerText()).includes(ADVICE));
  await page.locator(at()).getByRole('link', { name: '采纳' }).click();
  assert.equal(at(), anchor('n'));
  await page.locator(at()).getByRole('link', { name: '怎么办的' }).click();
  assert.equal(at(), anchor('d'));
  assert.ok((await page.locator(at()).innerText()).includes(WHAT));

  // to the sealed session and back
  await page.locator(`.thread a[href^="/s/${code}"]`).click();
  await page.waitForURL(new RegExp(`/s/${code}`));
  await page.locator(`a[href^="/t/${issue}"]`).click();
  await page.waitForURL(new RegExp(`/t/${issue}`));
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { level: 2, name: /answered/ }).waitFor();
  const card = await (await fetch(`${origin}/t/${issue}?text`)).text();
  assert.ok(/^纳 采纳 \d+.*不采纳 1/m.test(card) && card.endsWith(`/t/${issue}\n`), card);

  // how it was done: not well; nothing that was typed is lost when the reason is missing
  const secretary = await here.member(SECRETARY);
  for (const lang of ['zh-CN', 'en']) assert.deepEqual(await wrong(phone, `/rate/${secret}?lang=${lang}`), []);
  await page.goto(`${origin}/rate/${secret}`);
  await page.getByText(CRITERION).waitFor();
  await page.getByRole('radio', { name: '不满意', exact: true }).check();
  await page.getByRole('radio', { name: '说上了' }).check();
  await page.getByRole('button', { name: '就这样评' }).click();
  await page.getByRole('alert').filter({ hasText: '差在哪里' }).waitFor();
  assert.ok(await page.getByRole('radio', { name: '不满意', exact: true }).isChecked());
  await page.getByRole('textbox', { name: '写一句' }).fill('第三盏不亮。');
  await page.getByRole('button', { name: '就这样评' }).click();
  await page.getByRole('heading', { name: '记下了，这件事重办' }).waitFor();
  await until('the secretary’s phone has heard', () => secretary.page.evaluate(async (id) => {
    const open = await new Promise((resolve, reject) => {
      const asked = indexedDB.databases().then(([{ name }]) => indexedDB.open(name));
      asked.then((asked) => { asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; });
    });
    const all = await Promise.all([...open.objectStoreNames].map((store) => new Promise((resolve) => {
      const read = open.transaction(store).objectStore(store).getAll();
      read.onsuccess = () => resolve(JSON.stringify(read.result));
    })));
    open.close();
    return all.some((rows) => rows.includes(id) && rows.includes('第三盏不亮'));
  }, action));
  await page.goto(`${origin}/t/${issue}`);
  await page.locator(anchor('d')).getByText('评了不满意，重办').waitFor();
  await page.locator(anchor('p', action)).getByText('有人不满意，重办过 1 回：').waitFor();
  await context.close();
  for (const path of [`/t/${issue}`, `/t/${issue}?lang=en`, `/rate/${secret}`, `/s/${code}`, '/']) {
    assert.deepEqual(await wrong(phone, path), []);
  }
  assert.deepEqual(secretary.troubles, []);
});
