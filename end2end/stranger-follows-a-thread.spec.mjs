// Somebody without an account and without scripts: from the board along one issue's whole line, to the sealed session
// and back; then says by a link how it was done, is not satisfied, and the secretary's phone hears of it.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { until, village } from './village.mjs';
import { faults, overflows, small, unmarked } from './village/measure.mjs';
import { Scribe, fresh, villageOf } from './village/scribe.mjs';

const ADVICE = '灯杆装在转弯头，照得着两头。';
const DECLINED = '干脆两边都装栏杆。';
const WHY = '挑担下来要转身，外侧有栏杆反而会碰。';
const WHAT = '学校段装 12 盏太阳能路灯';
const CRITERION = '晚七点在三个点都能看清路面';
const DAY = 24 * 60 * 60 * 1000;

/** What comes after one of the sample's sealed evenings: advice on paper, answers, an action that is done and checked, and a link. */
async function afterwards({ database, server }) {
  const here = `v:${await villageOf(database)}`;
  const { code, issue } = await database.row`
    select seal.code, issue.id as issue from seal
    join record session on session.id = seal.record and session.kind = 'session'
    join record issue on session.fields->'issues' ? issue.id::text
    where issue.fields->>'standing' = 'consulted' order by issue.fields->>'title' like '%路灯%' desc, seal.number limit 1`;
  const [chen, shi, wu] = await Promise.all([RECORDER, SECRETARY, '吴国梁'].map((name) => Scribe.of(server, name)));
  const [lamp, rail, action, link] = [fresh(), fresh(), fresh(), fresh()];
  const secret = randomBytes(18).toString('base64url');
  const advise = (record, words) => ['advice', record, here, { do: 'session', step: 'advise', words, issue, via: 'paper',
    voice: { name: '王彩娣', role: 'representative', group: '三组' } }];
  const answer = (record, verdict, more) => ['advice', record, here, { do: 'session', step: 'answer', verdict, ...more }];
  const act = (move, more) => ['action', action, here, { do: 'follow', move, ...more }];
  await chen.push([advise(lamp, ADVICE), advise(rail, DECLINED)]);
  await shi.push([answer(lamp, 'adopted', { action }), answer(rail, 'declined', { why: WHY })]);
  await chen.push([
    act('undertake', { what: WHAT, criterion: CRITERION, owner: '供电所', advice: lamp, issue, due: Date.now() + 30 * DAY }),
    act('accept'),
    ['progress', fresh(), here, { do: 'follow', move: 'report', action, words: '装好了九盏', done: 9, of: 12, unit: '盏' }],
    act('finish', { words: '十二盏都亮了' }),
    ['ballot', link, here.replace('v:', 'd:'), { do: 'follow', move: 'ballot', action, name: '施阿根',
      key: createHash('sha256').update(secret).digest('hex') }],
  ]);
  await wu.push([act('check', { ok: true, words: '三个点都去看过' }), act('tell', { to: '王彩娣', how: 'door' })]);
  return { issue, code, secret, action, anchor: (letter, of = { y: lamp, n: lamp, d: action }[letter]) => `#${letter}${of.replaceAll('-', '')}` };
}

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
