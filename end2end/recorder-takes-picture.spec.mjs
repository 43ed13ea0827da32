// A picture of what is broken: kept on the phone first, sent after the words, in pieces that need not come twice, and
// without the place where it was taken.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { card, fillIn, goTo, openIssue, raise, RECORDER, REPRESENTATIVE } from './acts.mjs';
import { until, village } from './village.mjs';
import { photograph, size } from './village/jpeg.mjs';

const WORDS = '三组水井的井盖裂了，小孩子从边上过要掉下去的。';
const HEADING = '三组水井的井盖裂了';
const PATCH = 'PATCH /api/v1/photos/';

/** Takes a picture: the camera's file comes in where the button opens it. */
async function take(page, bytes) {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '拍一张' }).click();
  await (await choosing).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: bytes });
}

/** The pictures that PostgreSQL has, as their records and their bytes say. */
async function there(database) {
  const rows = await database.rows`
    select record.fields->>'sha256' as sha256, (record.fields->>'bytes')::int as bytes, photo.mime,
           encode(string_agg(photo_piece.bytes, null order by photo_piece.at), 'hex') as all
    from photo join record using (id) join photo_piece on photo = photo.id
    group by record.id, photo.id order by record.id`;
  return rows.map((row) => ({ ...row, all: Buffer.from(row.all, 'hex') }));
}

const whole = (database) => async () => {
  const found = await there(database);
  return found.length > 0 && found.every(({ mime }) => mime) && found;
};

function isRight({ sha256, bytes, all }) {
  assert.equal(all.length, bytes);
  assert.equal(createHash('sha256').update(all).digest('hex'), sha256);
}

/** The keys under which pictures lie on a phone. */
function pictures(page) {
  return page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find(({ name }) => /^bandeng-[0-9a-f]{8}-/.test(name));
    const told = (request) => new Promise((done, badly) => Object.assign(request, { onsuccess: () => done(request.result), onerror: badly }));
    const database = await told(indexedDB.open(name));
    const keys = await told(database.transaction('blob').objectStore('blob').getAllKeys());
    database.close();
    return keys.filter((key) => /^(photo|mine) /.test(key));
  });
}

/** Whether a picture is drawn, and not only announced. */
async function drawn(place) {
  const image = place.locator('img');
  await image.first().waitFor();
  return image.first().evaluate(async (image) => (await image.decode(), image.naturalWidth));
}

test('a picture taken in airplane mode outlives the killed browser, and the village sees it without where it was taken', async (t) => {
  const { database, member } = await village(t);
  const [recorder, other] = await Promise.all([member(RECORDER), member(REPRESENTATIVE)]);
  const bytes = await photograph(recorder.page);
  assert.ok(bytes.includes('Exif') && bytes.length > 500_000, `${bytes.length} bytes`);
  await recorder.overnight();
  await recorder.offline();
  await recorder.page.getByRole('link', { name: '提一件事' }).click();
  await fillIn(recorder.page, WORDS);
  await take(recorder.page, bytes);
  await recorder.page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await recorder.kill();

  await recorder.reopen();
  await recorder.page.getByRole('link', { name: '提一件事' }).click();
  assert.equal(await drawn(recorder.page.getByRole('main')), 1280);
  await recorder.page.getByRole('button', { name: '存下' }).click();
  await recorder.page.getByRole('heading', { name: '存好了' }).waitFor();
  await recorder.page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(recorder.page, HEADING);
  await recorder.page.getByRole('main').locator('.shots').getByText('存在本机').waitFor();
  assert.deepEqual(await there(database), []);

  await recorder.online();
  const [picture] = await until('the picture is in PostgreSQL', whole(database));
  isRight(picture);
  assert.equal(picture.mime, 'image/jpeg');
  assert.ok(!picture.all.includes('Exif') && !picture.all.includes('GPS'));
  assert.deepEqual(size(picture.all), { width: 1280, height: 960 });
  assert.ok(picture.bytes < 600_000, `${picture.bytes} bytes`);
  await recorder.page.getByRole('main').locator('.shots').getByText('已送达').waitFor();

  await openIssue(other.page, HEADING);
  assert.equal(await drawn(other.page.getByRole('main')), 1280);
  // and from then on without a signal, too
  await other.offline();
  await other.page.reload();
  assert.equal(await drawn(other.page.getByRole('main')), 1280);
  assert.deepEqual([recorder.troubles, other.troubles], [[], []]);
});

test('a picture whose line breaks again and again goes on where it stopped', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page, line } = recorder;
  const bytes = await photograph(page);
  await raise(page, WORDS);
  await page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(page, HEADING);
  line.count();
  const tears = ['lost', 'asked', 'lost', 'asked'];
  const torn = tears.reduce((before, how) => before.then(() => line.tear(PATCH, how)), Promise.resolve());
  await take(page, bytes);
  const [picture] = await until('the picture is in PostgreSQL', async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    return whole(database)();
  });
  await torn;
  isRight(picture);
  // what was there already did not go again: pieces are sixty-four thousand bytes, and four were torn
  assert.ok(line.up < picture.bytes + 4 * 70_000 + 40_000, `${line.up} bytes up for ${picture.bytes}`);
  await page.getByRole('main').locator('.shots').getByText('已送达').waitFor();
});

test('words go before pictures, and nobody is signed out while a picture is only here', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page, line } = recorder;
  const bytes = await photograph(page);
  await raise(page, WORDS);
  await page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(page, HEADING);
  line.guard(PATCH, { status: 503, type: 'application/json', body: '{"code":"busy","words":"忙"}', more: ['retry-after: 1'] });
  await take(page, bytes);
  await page.getByRole('link', { name: '返回' }).click();
  await raise(page, '打谷机的皮带断了。');
  await page.getByRole('link', { name: '回议题板' }).click();
  await card(page, '打谷机的皮带断了').getByText('已送达').waitFor();
  assert.deepEqual(await there(database), []);
  await goTo(page, '本机');
  await page.getByText(`${HEADING}，照片 1 张`).waitFor();
  await page.getByText('文字到了，照片到了 0 张').waitFor();
  await goTo(page, '我的');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByText('还有 1 条没送出去').waitFor();
  await page.keyboard.press('Escape');
  line.guard();
  const [picture] = await until('the picture is in PostgreSQL', whole(database));
  isRight(picture);
  await goTo(page, '本机');
  await page.getByText('都送到了').first().waitFor();
});

test('a picture taken back leaves every phone, and what is no picture is said so', async (t) => {
  const { database, member } = await village(t);
  const [recorder, other] = await Promise.all([member(RECORDER), member(REPRESENTATIVE)]);
  const { page } = recorder;
  const bytes = await photograph(page, { width: 800, height: 600 });
  await raise(page, WORDS);
  await page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(page, HEADING);
  await take(page, Buffer.from('this is not a picture'));
  await page.getByRole('alert').filter({ hasText: '这张照片打不开' }).waitFor();
  await take(page, bytes);
  await until('the picture is in PostgreSQL', whole(database));
  await openIssue(other.page, HEADING);
  assert.equal(await drawn(other.page.getByRole('main')), 800);
  await page.getByRole('button', { name: /放的照片/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '真的收回' }).click();
  for (const phone of [recorder, other]) {
    await until('it is off the screen', async () => (await phone.page.locator('.shots img').count()) === 0);
    await until('its bytes are gone from the phone', async () => {
      await phone.page.evaluate(() => window.dispatchEvent(new Event('online')));
      return (await pictures(phone.page)).length === 0;
    });
  }
});

/** No room is left on the phone, from when it is told so until a picture is let go of. */
const fillable = () => {
  const { add, delete: cut } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...given) {
    if (!window.full) return add.apply(this, given);
    this.transaction.abort();
    throw new DOMException('No room is left', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.delete = function (key) {
    if (String(key).startsWith('photo ')) window.full = false;
    return cut.call(this, key);
  };
};

test('a full phone lets go of pictures that the village has, and never of one that is only there', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const other = await member(REPRESENTATIVE, { init: fillable });
  const bytes = await photograph(recorder.page, { width: 800, height: 600 });
  await raise(recorder.page, WORDS);
  await recorder.page.getByRole('link', { name: '回议题板' }).click();
  await openIssue(recorder.page, HEADING);
  await take(recorder.page, bytes);
  await until('the picture is in PostgreSQL', whole(database));
  await openIssue(other.page, HEADING);
  assert.equal(await drawn(other.page.getByRole('main')), 800);
  await other.offline();
  await take(other.page, bytes);
  await other.page.getByRole('main').locator('.shots').getByText('存在本机').waitFor();
  const before = await pictures(other.page);
  assert.equal(before.length, 3, 'a copy, and one that was taken here');
  await other.page.getByRole('link', { name: '返回' }).click();
  await other.page.evaluate(() => (window.full = true));
  await raise(other.page, '打谷机的皮带断了。');
  const own = before.find((key) => key.startsWith('mine '));
  assert.deepEqual(await pictures(other.page), [own, own.replace('mine', 'photo')]);
  // where there is nothing to let go of, it says that it is full, and the words stay on the screen
  await other.page.evaluate(() => (window.full = true));
  await other.page.getByRole('link', { name: '再提一件' }).click();
  await fillIn(other.page, '再写一件。');
  await other.page.getByRole('button', { name: '存下' }).click();
  await other.page.getByRole('alert').filter({ hasText: '手机存满了' }).waitFor();
  await other.page.evaluate(() => (window.full = false));
  await other.online();
  await until('both are in PostgreSQL', async () => (await whole(database)())?.length === 2);
  (await there(database)).forEach(isRight);
});
