// The office enters somebody with a word that nobody had, is told whom to ask and why, sends a page in one tap, and the
// expert reads it at its link. On the seats of a session the same people are suggested; the list needs no signal.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { Scribe, villageOf } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
const WING = '/app/district/experts';
const DAY = 24 * 60 * 60 * 1000;

/** A session about one issue, tomorrow, before all others; gives its id. */
async function planned({ server, database }, title, words, category) {
  const scribe = await Scribe.of(server, RECORDER);
  const place = await villageOf(database);
  const [issue, session] = [randomUUID(), randomUUID()];
  await scribe.push([
    ['issue', issue, `v:${place}`, { do: 'raise', words, title, village: place, category, received: true }],
    ['session', session, `v:${place}`, { do: 'session', step: 'convene', mode: 'b', title, village: place,
      issues: [issue], on: Date.now() + DAY / 2, where: '晒谷场' }],
  ]);
  return session;
}

const card = (page) => page.getByRole('region', { name: '缺个懂行的人' });
const row = (page, title) => card(page).getByRole('listitem').filter({ hasText: title });

test('the office enters somebody with a new word by keys, and sends a page in one tap', async (t) => {
  const here = await village(t);
  await planned(here, '渡口的船还摆不摆', '老船工做不动了，两岸四十户要绕路。', 'road');
  const office = await here.member(OFFICE, DESK);
  const page = await office.open(WING);
  await row(page, '渡口的船还摆不摆').waitFor();
  assert.ok(!(await row(page, '渡口的船还摆不摆').innerText()).includes('阮师傅'));

  await page.getByRole('button', { name: '记一位' }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: '怎么称呼' }).focus();
  await page.keyboard.type('阮师傅');
  await sheet.getByRole('textbox', { name: '上面没有的，写一个词' }).focus();
  await page.keyboard.type('渡口');
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: '渡口', pressed: true }).waitFor();
  // closed by a key or by the cross it is kept as it was left
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('button', { name: '记一位' }).click();
  await sheet.getByRole('button', { name: '渡口', pressed: true }).waitFor();
  assert.equal(await sheet.getByRole('textbox', { name: '怎么称呼' }).inputValue(), '阮师傅');
  await sheet.getByRole('button', { name: '河道' }).focus();
  await page.keyboard.press('Space');
  await sheet.getByRole('combobox', { name: '加一个地方' }).selectOption({ label: '上枫村' });
  await sheet.getByRole('radio', { name: '发一页纸' }).focus();
  await page.keyboard.press('Space');
  const past = sheet.getByRole('textbox', { name: /做过什么/ });
  await past.fill('撑船三十年，电话 0579 8765 4321');
  await sheet.getByRole('button', { name: '存下' }).click();
  await sheet.getByText('“做过什么”填得不对').waitFor();
  await past.fill('撑船三十年');
  await past.press('Enter');
  await sheet.waitFor({ state: 'hidden' });
  const entered = page.getByRole('region', { name: '专家' }).getByRole('listitem').filter({ hasText: '阮师傅' });
  assert.match(await entered.innerText(), /渡口[\s\S]*河道[\s\S]*撑船三十年[\s\S]*上枫村 · 发一页纸/);
  await until('the entry has arrived', async () => (
    (await here.database.rows`select id from record where fields->'knows' ? '渡口' and fields ? 'past'`).length === 1));

  await page.reload();
  const need = row(page, '渡口的船还摆不摆');
  await need.getByText('懂渡口').waitFor();
  assert.match(await need.innerText(), /阮师傅[\s\S]*熟悉上枫村。 近一年没请过/);
  // and who else: whoever is offered already is not among them
  await need.getByText('还有谁', { exact: true }).click();
  await need.locator('details').locator('li, p.sm').first().waitFor();
  assert.equal(await need.getByRole('button', { name: '发一页纸：阮师傅' }).count(), 1);
  await need.getByRole('button', { name: '发一页纸：阮师傅' }).click();
  const link = await need.locator('.code-line').innerText();
  assert.match(link, /\/brief\/[\w-]{20,}$/);
  await until('the page has arrived', async () => (
    (await here.database.rows`select id from record where kind = 'brief' and fields->>'question' like '%渡口的船还摆不摆%'`).length === 1));

  const reader = await office.context.newPage();
  await reader.goto(link.replace(/^https?:\/\/[^/]+/, office.origin));
  await reader.getByRole('heading', { name: /渡口的船还摆不摆.*您看怎么办好/ }).waitFor();
  assert.ok(await reader.getByText('老船工做不动了').isVisible());
  await reader.getByRole('textbox').fill('换一条八座的小船，雨天停。');
  await reader.locator('form button').click();
  await reader.getByText('您的答复收到了').waitFor();

  // who has a seat there is sought no more, and was asked once
  await page.reload();
  await page.getByRole('region', { name: '专家' }).getByRole('listitem').filter({ hasText: '阮师傅' }).getByText('近一年请过 1 次').waitFor();
  await card(page).locator('li, p.sm').first().waitFor();
  assert.equal(await row(page, '渡口的船还摆不摆').count(), 0);
  assert.deepEqual(office.troubles, []);
});

test('the overview follows what lacks somebody, but for a link that was just made', async (t) => {
  const here = await village(t);
  await planned(here, '渡口的船还摆不摆', '毛竹卖不掉，老船工做不动了。', 'economy');
  const office = await here.member(OFFICE, DESK);
  const page = await office.open('/app/district');
  const first = row(page, '渡口的船还摆不摆');
  await first.waitFor();
  await planned(here, '竹山谁来收', '毛竹一百斤二十块，没人收。', 'economy');
  await row(page, '竹山谁来收').waitFor();
  await first.getByRole('button', { name: /^发一页纸/ }).first().click();
  const link = await first.locator('.code-line').innerText();
  // the other cards ask anew, this one does not
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await planned(here, '鱼塘漏水', '塘坝漏水，鱼都跑了。', 'water');
  await until('the queue was asked for', () => asked.some((url) => url.includes('/waits?')));
  assert.ok(!asked.some((url) => url.endsWith('/needs')), asked.join('\n'));
  assert.equal(await first.locator('.code-line').innerText(), link);
  assert.deepEqual(office.troubles, []);
});

test('on a phone the list is searched and narrowed, seats have their suggestions, and no signal leaves the list', async (t) => {
  const here = await village(t);
  const session = await planned(here, '毛竹卖不掉怎么办', '竹山没人收，一百斤二十块。', 'economy');
  const office = await here.member(OFFICE);
  const page = await office.open(`/app/sessions/${session}/seats`);
  const block = page.getByRole('region', { name: '可以请谁' });
  await block.getByText('懂林业').waitFor();
  assert.match(await block.getByRole('listitem').first().innerText(), /杨院士团队[\s\S]*看过|杨院士团队[\s\S]*熟悉上枫村/);
  await block.getByRole('button', { name: '请来坐：杨院士团队' }).click();
  await block.getByText('给杨院士团队留了座。').waitFor();
  await page.getByRole('button', { name: '改 杨院士团队 的凳子' }).waitFor();
  await until('the seat has arrived', async () => (
    (await here.database.rows`select id from record where kind = 'seat' and scope = ${`s:${session}`}`).length === 1));

  await office.open(WING);
  const list = page.getByRole('region', { name: '专家' });
  await list.getByRole('searchbox').fill('竹山');
  await list.getByText('1 个人').waitFor();
  await list.getByRole('listitem').filter({ hasText: '杨院士团队' }).waitFor();
  await list.getByRole('searchbox').fill('');
  await list.getByRole('combobox', { name: '专长' }).selectOption({ label: '医疗' });
  await until('only the doctor', async () => /^周敏之/.test((await list.getByRole('listitem').allInnerTexts()).map((one) => one.trim()).join('|')));

  // what the office writes of somebody without a signal is kept, and the list is there
  await office.offline();
  await office.open(WING);
  await list.getByText('没信号，下面是这部手机上记着的。').waitFor();
  await card(page).getByText('没信号。谁合适要有网才配得出来。').waitFor();
  await list.getByRole('listitem').filter({ hasText: '胡尚云' }).getByRole('button').click();
  await page.getByRole('dialog').getByRole('checkbox', { name: '眼下请不了' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '存下' }).click();
  await list.getByRole('listitem').filter({ hasText: '胡尚云' }).getByText('眼下请不了').waitFor();
  await office.online();
  await until('it has arrived', async () => (
    (await here.database.rows`select id from record where fields->>'name' = '胡尚云' and fields->'away' = 'true'`).length === 1));
  assert.deepEqual(office.troubles, []);

  // the member sees it in his own entry, and says otherwise himself
  const member = await here.member('胡尚云');
  await member.open('/app/me');
  await member.page.getByRole('button', { name: '看一看，改一改' }).click();
  const own = member.page.getByRole('dialog');
  await own.getByRole('checkbox', { name: '眼下请不了' }).uncheck();
  await own.getByRole('button', { name: '存下' }).click();
  await until('his word has arrived', async () => (
    (await here.database.rows`select id from record where kind = 'person' and fields->>'name' = '胡尚云' and not fields ? 'away'`).length === 1));
  assert.deepEqual(member.troubles, []);

  // the recorder lays the same seats, and is not shown what is the office's to ask
  const recorder = await here.member(RECORDER);
  await recorder.open(`/app/sessions/${session}/seats`);
  await recorder.page.getByRole('button', { name: '改 杨院士团队 的凳子' }).waitFor();
  assert.equal(await recorder.page.getByRole('region', { name: '可以请谁' }).count(), 0);
  assert.deepEqual(recorder.troubles, []);
});

test('axe finds nothing on the directory, the sheet and the suggestions, in any look', async (t) => {
  const here = await village(t);
  const session = await planned(here, '污水管接户', '三户一下雨就倒灌。', 'living');
  const found = [];
  for (const [size, settings, looks] of [['wide', DESK, ['light', 'en']], ['phone', {}, ['light', 'evening', 'elder']]]) {
    const office = await here.member(OFFICE, settings);
    for (const look of looks) {
      await dress(office, look);
      const screens = {
        wing: async () => {
          const page = await office.open(WING);
          await page.locator('.needs li').first().waitFor();
          return page;
        },
        sheet: async () => {
          await office.page.locator('.experts .person').first().click();
          await office.page.locator('dialog form').waitFor();
          return office.page;
        },
        seats: async () => {
          const page = await office.open(`/app/sessions/${session}/seats`);
          await page.locator('.needs li').first().waitFor();
          return page;
        },
      };
      for (const [name, go] of Object.entries(screens)) {
        const page = await go();
        const told = (what, all) => all.forEach((one) => found.push(`${size} ${look} ${name} ${what}: ${one}`));
        told('fault', await faults(page));
        told('small', await small(page, look === 'elder' ? 60 : 44));
        if (look === 'elder') told('fine', await fine(page, 18));
        if (look === 'en') told('unmarked', await unmarked(page));
        if (await overflows(page)) found.push(`${size} ${look} ${name} is wider than its window`);
      }
    }
    assert.deepEqual(office.troubles, []);
  }
  assert.deepEqual(found, []);
});
