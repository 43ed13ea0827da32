// What was written on one phone goes to the same person's other phone without a signal, as text in a chat or from
// screen to camera; whichever has a signal first sends it, once, and the other finds that it has arrived.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, goTo, raise, RECORDER, REPRESENTATIVE } from './acts.mjs';
import { dice } from './village/chores.mjs';
import { Reader } from './village/reader.mjs';
import { until, village } from './village.mjs';

const HEADINGS = ['三组晒场的水泥裂了', '四组的水渠堵了', '村口的路灯不亮'];
const { roll, seed } = dice();
/** Words that no press makes short, so that a parcel has several pieces. */
const words = (heading) => `${heading}。${Array.from({ length: 260 }, () => String.fromCharCode(0x4e00 + Math.floor(roll() * 5000))).join('')}`;

/** Where the things of this story are in the database: how often each issue, each change, by whom, from where. */
const arrived = (database) => database.rows`
  select r.fields->>'title' as title, p.fields->>'name' as author,
    (select count(*)::int from change c where c.record = r.id) as changes,
    (select count(*)::int from change c where c.record = r.id and c.made_on is not null and c.made_on <> c.client) as brought
  from record r join record p on p.id = (r.fields->>'raised_by')::uuid
  where r.kind = 'issue' and r.fields->>'title' in (${HEADINGS[0]}, ${HEADINGS[1]}, ${HEADINGS[2]}) order by 1`;

/** A phone on which three issues were raised without a signal. */
async function written(member) {
  const first = await member(RECORDER, { permissions: ['clipboard-read', 'clipboard-write'] });
  await first.offline();
  for (const heading of HEADINGS) {
    await raise(first.page, words(heading));
    await first.page.getByRole('link', { name: '回议题板' }).click();
  }
  return first;
}

/** The screen from which things are passed on, found as people find it. */
async function passing({ page }) {
  await goTo(page, '本机');
  await page.getByRole('link', { name: '传给旁边的手机' }).click();
  await page.getByRole('heading', { level: 1, name: '传给旁边的手机' }).waitFor();
}

/** The pieces, each copied by its button. */
async function copied({ page }) {
  await page.getByText('3 条还只在这部手机上').waitFor();
  const rows = page.getByRole('region', { name: '从这部手机带走' }).getByRole('listitem');
  const pieces = [];
  for (const row of await rows.all()) {
    await row.getByRole('button', { name: '复制' }).click();
    await row.getByRole('button', { name: '复制好了' }).waitFor();
    pieces.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  return pieces;
}

async function paste({ page }, text) {
  await page.getByRole('textbox', { name: '粘贴收到的字' }).fill(text);
  await page.getByRole('button', { name: '读进来' }).click();
}

test('pieces in a chat, out of order and with noise, bring issues to a phone that sends them once', async (t) => {
  t.diagnostic(`BANDENG_SEED=${seed}`);
  const { database, member } = await village(t);
  const [first, second] = await Promise.all([written(member), member(RECORDER)]);
  await second.offline();
  await passing(first);
  const pieces = await copied(first);
  assert.ok(pieces.length >= 3, `${pieces.length} pieces`);
  assert.ok(pieces.every((piece) => piece.length <= 1000));

  await passing(second);
  const torn = pieces[1].slice(0, -40);
  await paste(second, `陈素琴 14:05\n${pieces[2]}\n王彩娣 14:06\n收到了，bandeng 真好用\n陈素琴 14:07\n${torn}\n${pieces[2]}`);
  await second.page.getByText('认出 1 段。第 2 段坏了，请再发一次。').waitFor();
  const lacking = pieces.map((_, at) => at + 1).filter((number) => number !== 3).join('、');
  await second.page.getByText(`共 ${pieces.length} 段，第 ${lacking} 段还没有。`).waitFor();
  await second.page.reload();
  await second.page.getByText(`共 ${pieces.length} 段，第 ${lacking} 段还没有。`).waitFor();
  await paste(second, [...pieces].reverse().join('\n陈素琴 14:09\n'));
  await second.page.getByText('读进来 3 条').waitFor();
  await paste(second, pieces.join('\n'));
  await second.page.getByText('里面的这部手机都有了').waitFor();

  await second.page.getByRole('link', { name: '返回' }).click();
  const waiting = second.page.getByRole('region', { name: '排队等网' }).getByRole('listitem');
  assert.equal(await waiting.count(), 3);
  assert.equal(await waiting.filter({ hasText: '从您另一部手机带来' }).count(), 3);
  await second.page.getByRole('link', { name: '议题', exact: true }).click();
  for (const heading of HEADINGS) await card(second.page, heading).getByText('存在本机').waitFor();
  assert.deepEqual(await arrived(database), []);

  await second.online();
  for (const heading of HEADINGS) await card(second.page, heading).getByText('已送达').waitFor();
  const once = [...HEADINGS].sort().map((title) => ({ title, author: RECORDER, changes: 1, brought: 1 }));
  const sorted = async () => (await arrived(database)).sort((a, b) => (a.title < b.title ? -1 : 1));
  assert.deepEqual(await sorted(), once);

  await first.online();
  await first.open('/app/phone');
  await first.page.getByRole('heading', { name: '都送到了' }).waitFor();
  assert.deepEqual(await sorted(), once);
  await first.open('/app/');
  for (const heading of HEADINGS) {
    await card(first.page, heading).getByText('已送达').waitFor();
    assert.equal(await card(first.page, heading).count(), 1);
  }
});

test('square codes on one screen are read by a stranger’s reader, and are the same parcel', async (t) => {
  t.diagnostic(`BANDENG_SEED=${seed}`);
  const { member } = await village(t);
  const [first, second] = await Promise.all([written(member), member(RECORDER, { init: { path: Reader.CAMERA } })]);
  await second.offline();
  await passing(first);
  await first.page.getByText('3 条还只在这部手机上').waitFor();
  await first.page.getByRole('button', { name: '让那部手机扫' }).click();
  const reader = await Reader.on(first);
  const square = first.page.getByRole('img', { name: /^第 \d+ 张，共 \d+ 张$/ });
  const seen = new Map();
  await until('every square was read', async () => {
    const picture = await square.screenshot();
    const text = await reader.read(picture);
    if (text) seen.set(Number(text.split('.')[2]), text);
    const of = Number(text?.split('.')[3] ?? 0);
    return of > 3 && seen.size === of;
  });

  await passing(second);
  await second.page.getByRole('button', { name: '用镜头扫' }).click();
  await second.page.evaluate((texts) => window.held.push(...texts), [...seen.values()].slice(1));
  const [[number]] = seen;
  await second.page.getByText(`共 ${seen.size} 段，第 ${number} 段还没有。`).waitFor();
  await second.page.evaluate((text) => window.held.push(text), [...seen.values()][0]);
  await second.page.getByText('读进来 3 条').waitFor();
  await second.page.getByRole('button', { name: '停下' }).click();
  await second.page.waitForFunction(() => window.lamps === 0);
});

test('a phone without a reader of codes says so, and another person’s phone says whose the pieces are', async (t) => {
  t.diagnostic(`BANDENG_SEED=${seed}`);
  const { member } = await village(t);
  const [first, other] = await Promise.all([written(member), member(REPRESENTATIVE)]);
  await passing(first);
  const pieces = await copied(first);
  await passing(other);
  await other.page.getByText('这部手机的浏览器不会扫码，请用文字传。').waitFor();
  await paste(other, pieces.join('\n'));
  await other.page.getByText(`这是 ${RECORDER} 导出的`).waitFor();
  await other.page.getByRole('region', { name: '读进这部手机' }).getByRole('button', { name: '不要了' }).click();
  await other.page.getByRole('listitem').filter({ hasText: '不要了' }).waitFor({ state: 'detached' });
});
