// The secretary asks somebody in, makes her recorder, and takes that away again while she is in the middle of writing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { faults, overflows } from './village/measure.mjs';
import { Reader } from './village/reader.mjs';
import { fresh, Scribe, villageOf } from './village/scribe.mjs';
import { scopes } from './village/store.mjs';
import { until, village } from './village.mjs';

const GUEST = '姜月仙';
const ALREADY = '吴国梁';
const TYPED = '水渠边的护栏松了，小孩爱爬，';
// a day of next year, whenever this is read: so far on, a date is written with its year
const UNTIL = new Date(Date.now() + 366 * 24 * 3_600_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
const [YEAR, MONTH, DAY] = UNTIL.split('-').map(Number);
const UNTIL_SAID = `到 ${YEAR} 年 ${MONTH} 月 ${DAY} 日`;

/** Where an invite's address leads on this phone. */
const door = (phone, link) => phone.origin + new URL(link).pathname + new URL(link).hash;

test('somebody is asked in, made recorder, and loses it in the middle of an edit', async (t) => {
  const here = await village(t);
  const secretary = await here.member(SECRETARY);
  const guest = await here.phone(GUEST);
  let link;
  let own;

  await t.test('the secretary asks her in, and the square says what the link says', async () => {
    const page = await secretary.open('/app/me');
    await page.getByRole('link', { name: '人和身份' }).click();
    await page.getByRole('button', { name: new RegExp(ALREADY) }).waitFor();
    await page.getByText('请一个人进来').click();
    await page.getByRole('button', { name: '做一个邀请' }).click();
    await page.getByRole('alert').getByText('请写上名字。').waitFor();
    await page.getByRole('textbox', { name: '怎么称呼' }).fill(GUEST);
    await page.getByRole('combobox', { name: '哪个组' }).selectOption({ label: '三组' });
    // neither the supervisor nor a second secretary is his to choose
    assert.deepEqual(await page.getByRole('radio').count(), 3);
    await page.getByRole('radio', { name: /^村民 ?提事/ }).check();
    await page.getByRole('button', { name: '做一个邀请' }).click();
    await page.getByRole('heading', { name: `给 ${GUEST} 的邀请做好了` }).waitFor();
    link = await page.locator('.link-out').first().innerText();
    assert.match(link, /\/app\/welcome#[a-z2-9]{26}$/);
    const square = page.getByRole('img', { name: new RegExp(GUEST) });
    const reader = await Reader.on(secretary);
    assert.equal(await reader.read(await square.screenshot()), link);
    await reader.tab.close();
    await page.bringToFront();
    assert.match(await page.locator('.say').innerText(), new RegExp(`${GUEST}，上枫村请您来坐板凳会，身份是村民。`));
    assert.deepEqual(await faults(page), []);
    assert.equal(await overflows(page), false);
    await page.getByRole('button', { name: '好了' }).click();
    await page.getByRole('button', { name: new RegExp(`${GUEST}.*有 1 个邀请还没用`) }).waitFor();
  });

  await t.test('it opens once', async () => {
    const page = await guest.open(door(guest, link));
    await page.getByText('身份是').waitFor();
    await page.getByRole('button', { name: '坐下来' }).click();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await guest.kept();
    const other = await here.phone('somebody who found the link');
    const found = await other.open(door(other, link));
    await found.getByText('这个邀请用过了，或者过期了。').waitFor();
  });

  await t.test('she sees who is what, and who may change it', async () => {
    const page = await guest.open('/app/people');
    await page.getByText('村里名单上记着的').waitFor();
    await page.getByText(ALREADY).waitFor();
    await page.getByText('这一步由记录员、村书记、政协办来做。').waitFor();
    assert.equal(await page.getByText('做一个邀请').count(), 0);
    assert.deepEqual(await faults(page), []);
  });

  await t.test('she is made recorder until a day, and her phone says so', async () => {
    const page = await secretary.open('/app/people');
    await page.getByRole('button', { name: new RegExp(GUEST) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('登录在 1 部设备上').waitFor();
    await sheet.getByText('再给一个身份').click();
    await sheet.getByRole('radio', { name: /^记录员/ }).check();
    await sheet.getByLabel('到哪天（可不填）').fill(UNTIL);
    await sheet.getByRole('button', { name: '给', exact: true }).click();
    await page.getByText(`${GUEST} 现在是记录员。`).waitFor();
    await page.getByRole('button', { name: new RegExp(`${GUEST}.*记录员 ${UNTIL_SAID}`) }).waitFor();
    const me = await guest.open('/app/me');
    await me.getByText(UNTIL_SAID).waitFor();
  });

  await t.test('it is taken away while she has an edit unsent and a form open', async () => {
    // something that only those who carry issues along read yet
    const home = await villageOf(here.database);
    own = fresh();
    const scribe = await Scribe.of(here.server, RECORDER);
    await scribe.push([['issue', own, `d:${home}`, { do: 'raise', words: '路边的水管在渗水。', village: home, category: 'living' }]]);
    const page = await guest.open(`/app/issues/${own}`);
    await page.getByRole('button', { name: '大概几户' }).waitFor();
    await guest.offline();
    await page.getByRole('button', { name: '大概几户' }).click();
    await page.getByLabel('大概几户').fill('77');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByLabel('大概几户').waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('link', { name: '议题' }).or(page.getByRole('link', { name: '返回' })).first().click();
    await page.getByRole('link', { name: '提一件事' }).click();
    await page.getByRole('textbox', { name: '什么事' }).fill(TYPED);

    const his = await secretary.open('/app/people');
    await his.getByRole('button', { name: new RegExp(GUEST) }).click();
    const sheet = his.getByRole('dialog');
    await sheet.getByRole('button', { name: new RegExp('收回“记录员”') }).click();
    await sheet.getByText('写好没送出去的不会丢').waitFor();
    await sheet.getByRole('button', { name: '收回“记录员”', exact: true }).click();
    // the question says the same and more: this is the answer
    await his.getByText(`${GUEST} 不再是记录员。`, { exact: true }).waitFor();
  });

  await t.test('what only a recorder reads is gone from her phone, and nothing she wrote is', async () => {
    await guest.online();
    const { page } = guest;
    // the form that was open still holds what she typed
    await until('the drafts are gone', async () => (await scopes(page)).every((scope) => !scope.startsWith('d:')));
    assert.equal(await page.getByRole('textbox', { name: '什么事' }).inputValue(), TYPED);
    await guest.open('/app/');
    await page.getByRole('status').filter({ hasText: '有 1 条要您看一眼' }).waitFor();
    await guest.open(`/app/issues/${own}`);
    assert.equal(await page.getByRole('button', { name: '大概几户' }).count(), 0);
    await guest.open('/app/phone');
    // by whichever way it came back: refused when it was sent, or set aside when the drafts went
    const back = page.getByRole('article').filter({ hasText: /没有送出去|被退回来了/ });
    await back.getByText('身份收回了').waitFor();
    await back.getByRole('button', { name: '改了再送' }).click();
    assert.equal(await back.getByLabel('大概几户').inputValue(), '77');
    const me = await guest.open('/app/me');
    await me.getByText('村民', { exact: true }).waitFor();
    assert.equal(await me.getByText(UNTIL_SAID).count(), 0);
    const { households } = await here.database.row`select fields->>'households' as households from record where id = ${own}`;
    assert.notEqual(households, '77');
  });

  await t.test('an invite that is taken back opens nothing', async () => {
    const page = await secretary.open('/app/people');
    await page.getByRole('button', { name: new RegExp('陈小燕') }).click();
    await page.getByRole('dialog').getByRole('button', { name: /再请 陈小燕 一次/ }).click();
    const again = await page.locator('.link-out').first().innerText();
    await page.getByRole('button', { name: '好了' }).click();
    await page.getByRole('button', { name: new RegExp('陈小燕') }).click();
    await page.getByRole('dialog').getByRole('button', { name: '收回邀请' }).click();
    await page.getByText('邀请收回了，那个网址打不开了。').waitFor();
    const late = await here.phone('陈小燕');
    await (await late.open(door(late, again))).getByText('这个邀请用过了，或者过期了。').waitFor();
    // without a signal the screen says so, and still says who is what
    await secretary.offline();
    await page.reload();
    await page.getByText('给身份、请人进来都要有网').waitFor();
    await page.getByText(ALREADY).waitFor();
  });
});
