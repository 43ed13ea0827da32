// The ways beside the straight one: more time is granted by somebody else, a note with a picture, a rating for somebody
// on paper, a link for somebody without an account, a field mended, another owner.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { DAY, doings } from './village/doings.mjs';
import { photograph } from './village/jpeg.mjs';
import { Reader } from './village/reader.mjs';
import { until, village } from './village.mjs';

const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

test('more time is granted, a picture goes with a note, and it changes hands with a reason', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  const [recorder, secretary] = [await here.member(RECORDER), await here.member(SECRETARY)];
  const fields = async (id) => (await here.database.row`select fields from record where id = ${id}`).fields;

  // the one who asked does not grant it; the secretary does, without a signal
  const page = await recorder.open(`/app/actions/${known.canteen}`);
  assert.equal(await page.getByRole('button', { name: '答复延期' }).getAttribute('aria-disabled'), 'true');
  const his = await secretary.open(`/app/actions/${known.canteen}`);
  await his.getByRole('button', { name: '答复延期' }).waitFor();
  await secretary.offline();
  await press(his, '答复延期');
  const form = his.getByRole('form', { name: '答复延期' });
  await form.getByRole('radio', { name: '同意', exact: true }).check();
  await press(form, '存下');
  await his.getByText(/施建林同意/).waitFor();
  await his.getByText('还有 20 天').waitFor();
  await secretary.online();
  const granted = await until('it is granted', async () => {
    const now = await fields(known.canteen);
    return !now.asked && now;
  });
  assert.ok(granted.due > Date.now() + 18 * DAY);
  await page.getByText(/施建林同意/).waitFor();

  // a note, with a picture, both kept without a signal
  await recorder.offline();
  await press(page, '记一笔进度');
  const note = page.getByRole('form', { name: '记一笔进度' });
  assert.equal(await note.getByLabel('一共').inputValue(), '60');
  await note.getByRole('textbox', { name: '做了什么，卡在哪里' }).fill('灶台换了新的。');
  await note.getByLabel('做了', { exact: true }).fill('48');
  const choosing = page.waitForEvent('filechooser');
  await note.getByRole('button', { name: '拍一张' }).click();
  await (await choosing).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) });
  await note.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await press(note, '存下');
  await page.getByRole('img', { name: '48 / 60 天' }).first().waitFor();
  await recorder.online();
  const kept = await until('the picture is there', () => here.database.row`
    select record.fields->>'sha256' as sha256, photo.mime,
           encode(string_agg(photo_piece.bytes, null order by photo_piece.at), 'hex') as bytes
    from photo join record using (id) join photo_piece on photo = photo.id
    where photo.mime is not null group by record.id, photo.id`);
  assert.equal(createHash('sha256').update(Buffer.from(kept.bytes, 'hex')).digest('hex'), kept.sha256);
  await secretary.open(`/app/actions/${known.canteen}`);
  const theirs = his.getByRole('listitem').filter({ hasText: '灶台换了新的。' });
  await theirs.getByRole('img', { name: /陈素琴放的照片/ }).waitFor();

  // another owner, with the reason, from the directory
  await press(his, '换人办');
  const hands = his.getByRole('form', { name: '换人办' });
  await hands.getByRole('combobox', { name: '从名单里选' }).selectOption({ label: '朱主任 · 镇农办' });
  assert.equal(await hands.getByRole('textbox', { name: '谁来办' }).inputValue(), '镇农办 朱主任');
  await press(hands, '存下');
  await his.getByRole('alert').filter({ hasText: '请写一句为什么' }).waitFor();
  await hands.getByRole('textbox', { name: '为什么换人' }).fill('镇里有专人管食堂。');
  await press(hands, '存下');
  await until('it has changed hands', async () => (await fields(known.canteen)).owner === '镇农办 朱主任');
  await his.getByText('一步步怎么来的').click();
  await his.getByText('原来由村委会办').waitFor();
  assert.deepEqual([recorder.troubles, secretary.troubles], [[], []]);
});

test('somebody is rated for on paper, somebody has a link, and a field is mended', async (t) => {
  const here = await village(t);
  const known = await doings(here);
  const recorder = await here.member(RECORDER);
  const page = await recorder.open(`/app/actions/${known.parking}`);
  await page.getByText('替别人记一个评价').click();
  const paper = page.getByRole('form', { name: '替别人记一个评价' });
  await paper.getByRole('textbox', { name: '是谁评的' }).fill('吴阿菊');
  await press(paper, '满意');
  await press(paper, '就这样评');
  await page.getByText('还没有人评过。', { exact: true }).waitFor({ state: 'detached' });

  await page.getByText('给没有账号的人一个链接').click();
  await page.getByRole('textbox', { name: '给谁' }).fill('施阿根');
  await press(page, '做一个链接');
  const link = page.locator('.code-line');
  await link.waitFor();
  const address = await link.innerText();
  assert.match(address, /\/rate\/[0-9a-f]{32}$/);
  const square = await page.getByRole('img', { name: '给施阿根的评议二维码' }).screenshot();
  assert.equal(await (await Reader.on(recorder)).read(square), address);
  const ballot = await until('the link is known', () => here.database.row`
    select scope, fields from record where kind = 'ballot'`);
  assert.equal(ballot.fields.key, createHash('sha256').update(address.split('/').at(-1)).digest('hex'));
  assert.match(ballot.scope, /^d:/);

  await page.getByText('写着的', { exact: true }).click();
  await page.getByRole('button', { name: /钱从哪来/ }).click();
  await page.getByRole('textbox', { name: '钱从哪来' }).fill('停车费自己出');
  await press(page, '存下');
  const fields = await until('it is mended', async () => {
    const now = (await here.database.row`select fields from record where id = ${known.parking}`).fields;
    return now.money && now;
  });
  assert.deepEqual(fields.ratings.map(({ name, way, result }) => [name, way, result]), [['吴阿菊', 'paper', 'satisfied']]);
  assert.equal(fields.money, '停车费自己出');
  assert.deepEqual(recorder.troubles, []);
});
