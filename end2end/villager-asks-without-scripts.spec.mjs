// A villager without an account, on a browser that runs no script: raises something with a picture, asks by the number,
// rates what was done by the code on a sealed paper, complains about the tool; and those who look at it do so in the app.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { follow } from './village/doings.mjs';
import { photograph } from './village/jpeg.mjs';
import { faults, overflows, small, unmarked } from './village/measure.mjs';
import { Scribe } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const WORDS = '桥头的石板松了，走上去晃。';
const DOING = '晚 7 点在三个点都能看清路面';

/** A browser that runs no script, as somebody has who was handed a link. */
async function stranger(here, phone, settings = {}) {
  const context = await phone.context.browser().newContext({
    javaScriptEnabled: false, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN', ...settings,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const at = (path) => page.goto(`http://127.0.0.1:${here.server.port}${path}`);
  return { context, page, at };
}

/** What is wrong with a page as it stands: read in a tab that runs axe's script, as the page itself runs none. */
async function wrong(page, phone, name) {
  const tab = await phone.context.newPage();
  const [address, html] = [page.url(), await page.content()];
  await tab.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await tab.goto(address);
  // the box that programs fill in is for no finger
  const fingers = (await small(tab, 44)).filter((control) => !/^(这一格请空着|Please leave this empty)/.test(control));
  const found = [...await faults(tab), ...fingers];
  if (await overflows(tab)) found.push('wider than the phone');
  if (html.includes('<html lang="en"')) found.push(...await unmarked(tab));
  // letters twice as large, as an old reader's browser has them
  await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  if (await overflows(tab)) found.push('wider than the phone in letters twice as large');
  await tab.close();
  assert.deepEqual(found, [], name);
}

/** The number on a page, as somebody would write it down. */
const number = async (page) => (await page.locator('.number .code').innerText()).trim();

async function ask({ page, at }, slip) {
  await at('/ask');
  await page.getByLabel('单号').fill(slip.toLowerCase().replace(' ', ''));
  await page.getByRole('button', { name: '问一问' }).click();
}

test('somebody without an account raises an issue, and is told what becomes of it', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const villager = await stranger(here, recorder);
  const { page, at } = villager;
  await at('/');
  await page.getByRole('link', { name: '提一件事' }).first().click();
  await page.getByRole('heading', { name: '提一件事' }).waitFor();
  await wrong(page, recorder, 'the form');
  await page.getByLabel('什么事').fill(WORDS);
  await page.getByLabel('哪个组').selectOption({ label: '二组' });
  await page.getByLabel('怎么称呼您').fill('老周');
  const draws = await recorder.context.newPage();
  const buffer = await photograph(draws);
  await draws.close();
  await page.getByLabel('一张照片').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: '发给村里' }).click();
  await page.getByText('抄下来或拍下来').waitFor();
  await page.getByText('照片也收到了').waitFor();
  const slip = await number(page);
  await wrong(page, recorder, 'the number');
  await page.getByRole('button', { name: '问问办到哪一步' }).click();
  await page.getByText('村里的干部还没有看').waitFor();
  await wrong(page, recorder, 'what it waits for');
  assert.ok(!(await page.url()).includes(slip.slice(0, 4)));

  // in the app: a cadre is told of it, sees the picture, receives it without a signal, and the village turns it down
  const app = await recorder.open('/app/me');
  await app.getByRole('link', { name: /来信（\d+ 件等着看）/ }).click();
  await app.getByRole('link', { name: '桥头的石板松了' }).click();
  await app.getByText('扫码提的').waitFor();
  await app.getByText('老周').waitFor();
  await app.locator('main img').first().waitFor();
  await recorder.offline();
  await app.getByRole('button', { name: '收下' }).click();
  await app.getByRole('form', { name: '收下' }).getByRole('button').first().click();
  await app.getByText('存在本机').first().waitFor();
  await recorder.online();
  const issue = await here.database.row`select id from record where kind = 'issue' and fields->>'words' = ${WORDS}`;
  const stands = async () => (await here.database.row`select fields from record where id = ${issue.id}`).fields.standing;
  await until('it is received', async () => (await stands()) === 'received');
  await ask(villager, slip);
  await page.getByText('接下来村里商量怎么办').waitFor();

  const secretary = await Scribe.of(here.server, SECRETARY);
  const { scope } = await here.database.row`select scope from record where id = ${issue.id}`;
  await secretary.push([
    ['issue', issue.id, scope, { do: 'triage', answers: {} }],
    ['issue', issue.id, scope, { do: 'decline', why: '石板是公路局的，已经替您报给他们。' }],
  ]);
  await ask(villager, slip);
  await page.getByText('这次不办').waitFor();
  await page.getByText('已经替您报给他们').waitFor();
  await wrong(page, recorder, 'the answer');
  assert.ok(!(await page.content()).includes('施建林'));
  await villager.context.close();
});

test('what was promised is rated by the code of the paper, and counts once a cadre has taken it over', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const [secretary, scribe] = [await Scribe.of(here.server, SECRETARY), await Scribe.of(here.server, RECORDER)];
  const lamps = await here.database.row`select id, scope from record where kind = 'action' and fields->>'criterion' = ${DOING}`;
  await secretary.push([['action', lamps.id, lamps.scope, follow('finish', { words: '十二盏都亮了。' })]]);
  await scribe.push([['action', lamps.id, lamps.scope, follow('check', { ok: true })]]);
  const { code } = await here.database.row`select code from seal order by number desc limit 1`;
  const villager = await stranger(here, recorder);
  const { page, at } = villager;
  await at(`/s/${code}`);
  await page.getByRole('link', { name: '评一评' }).click();
  await page.getByText('十二盏都亮了').waitFor();
  await wrong(page, recorder, 'the form');
  await page.getByRole('radio', { name: '基本满意' }).check();
  await page.getByRole('radio', { name: '说上了' }).check();
  await page.getByLabel('写一句').fill('转弯头那盏暗一点。');
  await page.getByRole('button', { name: '就这样评' }).click();
  await page.getByText('收到了，谢谢您').waitFor();
  await wrong(page, recorder, 'the thanks');
  const rated = async () => (await here.database.row`select fields from record where id = ${lamps.id}`).fields.ratings ?? [];
  assert.deepEqual(await rated(), []);

  // whoever did it is told why there is no button; another takes it over without a signal
  const doer = await here.member(SECRETARY);
  const mine = (await doer.open('/app/letters')).getByRole('listitem').filter({ hasText: '转弯头那盏暗一点' });
  await mine.getByText('请别人').or(mine.getByText('自己')).first().waitFor();
  assert.equal(await mine.getByRole('button', { name: '收进评价' }).count(), 0);
  const app = await recorder.open('/app/letters');
  const letter = app.getByRole('listitem').filter({ hasText: '转弯头那盏暗一点' });
  await letter.getByRole('button', { name: '收进评价' }).waitFor();
  await recorder.offline();
  await letter.getByRole('button', { name: '收进评价' }).click();
  await app.getByText('看过的').click();
  await letter.getByText('存在本机').waitFor();
  await recorder.online();
  await until('it counts', async () => (await rated()).some(({ way, words }) => way === 'link' && words === '转弯头那盏暗一点。'));
  await villager.context.close();
});

test('a complaint about the tool is answered by the office, in words that are asked for by the number', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE);
  const villager = await stranger(here, office);
  const { page, at } = villager;
  await at('/');
  await page.getByRole('link', { name: '投诉和建议' }).click();
  await page.getByText('念纪要那一页的字还是小').waitFor();
  await wrong(page, office, 'the form');
  await page.getByRole('radio', { name: '投诉' }).check();
  await page.getByLabel('想说什么').fill('按钮挤在一起，点错好几回。');
  await page.getByRole('button', { name: '发给政协办' }).click();
  const slip = await number(page);
  await wrong(page, office, 'the number');
  await ask(villager, slip);
  await page.getByText('政协办还没有看').waitFor();

  const app = await office.open('/app/letters');
  const letter = app.getByRole('listitem').filter({ hasText: '按钮挤在一起' });
  await letter.getByLabel('怎么答复').fill('下一版把按钮拉开。');
  await office.offline();
  await letter.getByRole('button', { name: '答复', exact: true }).click();
  await app.getByText('看过的').click();
  await letter.getByText('存在本机').waitFor();
  await office.online();
  await until('it is answered', async () => (
    await here.database.rows`select 1 from record where kind = 'letter' and fields->>'answer' = '下一版把按钮拉开。'`).length === 1);
  await ask(villager, slip);
  await page.getByText('下一版把按钮拉开').waitFor();
  await wrong(page, office, 'the answer');
  // nobody allowed it to be read by all
  await at('/complain');
  assert.equal(await page.getByText('按钮挤在一起').count(), 0);
  await villager.context.close();
});

test('the pages are read in English, too', async (t) => {
  const here = await village(t);
  const phone = await here.phone('nobody');
  const reader = await stranger(here, phone, { locale: 'en-GB' });
  const { page, at } = reader;
  for (const path of ['/raise', '/ask', '/complain', '/policy']) {
    await at(`${path}?lang=en`);
    await wrong(page, phone, path);
  }
  const { village: home } = (await here.database.row`
    select fields from record where kind = 'issue' and fields ? 'door' limit 1`).fields;
  await at(`/raise/${home}/sheet?lang=en`);
  await wrong(page, phone, 'the sheet');
  await at(`/raise/${home}?lang=en`);
  await page.getByLabel('What is the matter?').fill(WORDS);
  await page.getByRole('button', { name: 'Send it to the village' }).click();
  await page.getByText('Write it down').waitFor();
  await wrong(page, phone, 'the number');
  await page.getByRole('button', { name: 'Ask how far it is' }).click();
  await page.getByText('No cadre of the village').waitFor();
  await wrong(page, phone, 'the answer');
  await reader.context.close();
});
