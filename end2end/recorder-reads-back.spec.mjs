// From the end of the evening to words that everybody stands by: the draft is there, the consensus is picked, and each
// statement is put before whoever said it, here, by telephone, on paper and on a phone of the speaker's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE } from './acts.mjs';
import { evening } from './village/evening.mjs';
import { photograph } from './village/jpeg.mjs';
import { until, village } from './village.mjs';

const MENDED = '灯杆别立在我家秧田边，装在转弯头，照得着两头。';

/** The statement that is lit. */
const lit = (page) => page.locator('[aria-current=true]');
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

/** Answers for the statement that is lit, and waits until the next one is. */
async function answers(page, words, act) {
  await lit(page).getByText(words).waitFor();
  await act(lit(page));
}

/** A tap anywhere on a statement lights it. */
async function light(page, words) {
  const said = page.getByRole('paragraph').filter({ hasText: words });
  await said.scrollIntoViewIfNeeded();
  const { x, y } = await said.boundingBox();
  await page.mouse.click(x + 20, y + 10);
  await lit(page).getByText(words).waitFor();
}

/** What was signed on paper is photographed, without a signal. */
async function photographTheSlip(page, words) {
  await light(page, words);
  await lit(page).getByText('人不在跟前').click();
  const choosing = page.waitForEvent('filechooser');
  await press(lit(page), '拍一张');
  const buffer = await photograph(page, { width: 800, height: 600 });
  await (await choosing).setFiles({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer });
  await lit(page).locator('img').first().waitFor({ state: 'attached' });
}

test('the draft is there when the evening is over, and every statement is put before its speaker', async (t) => {
  const here = await village(t);
  const { session, statements } = await evening(here);
  const [recorder, speaker] = await Promise.all([here.member(RECORDER), here.member(REPRESENTATIVE)]);
  const { page } = recorder;
  const begun = Date.now();
  await recorder.open(`/app/sessions/${session}/minutes`);
  await page.getByRole('heading', { name: '村民发言' }).waitFor();
  t.diagnostic(`from the end of the evening to the minutes on the screen, with a cold start: ${Date.now() - begun} ms`);

  // consensus: what was said and what was counted becomes a line by a tap, and one is written
  await page.getByRole('button', { name: /写进共识.*先清北渠上游 430 米。/ }).click();
  await page.getByRole('button', { name: /写进共识.*北渠村里出钱买管子/ }).click();
  const agreed = page.getByRole('region', { name: '大家的共识' });
  await press(agreed, '再写一条');
  await agreed.getByRole('textbox', { name: '共识写什么' }).fill('明年开春再看一次。');
  await press(agreed, '存下');
  const points = agreed.getByRole('listitem');
  await points.nth(2).waitFor();
  await page.getByRole('button', { name: '往上挪：明年开春再看一次。' }).click();
  await points.nth(1).getByText('明年开春再看一次。').waitFor();
  await page.getByRole('button', { name: '划掉：明年开春再看一次。' }).click();
  await points.nth(2).waitFor({ state: 'detached' });

  // what was only tapped is not quoted until somebody writes its words
  const blank = page.getByRole('region', { name: '还没写字' });
  await blank.getByText('没写字的不引用').waitFor();
  await blank.getByRole('textbox', { name: '说了什么' }).fill('清淤先清上游，分两段做。');
  await press(blank, '存下');
  await blank.waitFor({ state: 'detached' });

  // the read-back is not taken for done
  await press(page, '去核对');
  await page.getByRole('heading', { name: '念一遍，核一遍' }).waitFor();
  await recorder.kept();
  await recorder.offline();
  await answers(page, '北渠村里出钱买管子', (one) => press(one, '点头'));
  await answers(page, '灯杆别立在我家秧田边', async (one) => {
    await one.getByText('人不在跟前').click();
    await press(one, '发在群里，等回话');
  });
  await answers(page, '食堂五块钱一餐太贵', async (one) => {
    await press(one, '不认');
    await one.getByRole('textbox', { name: '本人怎么说' }).fill('我说的是六块，不是五块。');
    await press(one, '存下');
  });
  await answers(page, '清淤先清上游', async (one) => {
    await one.getByText('人不在跟前').click();
    await press(one, '电话里点头');
  });
  await answers(page, '北渠清淤列入今年冬修', async (one) => {
    await press(one, '改一改');
    await one.getByRole('textbox', { name: '改成什么' }).fill('北渠清淤列入今年冬修，材料费补 50%。');
    await press(one, '存下');
  });
  await answers(page, '不同意先修老街', async (one) => {
    await one.getByText('人不在跟前').click();
    await press(one, '纸上点头');
  });
  await photographTheSlip(page, '不同意先修老街');
  await light(page, '灯杆别立在我家秧田边');
  await page.getByText('还等王彩娣回话').waitFor();
  await page.getByText('本人改了 1 个字').waitFor();
  assert.deepEqual([await page.locator('del').innerText(), await page.locator('ins').innerText()], ['60', '50']);
  await recorder.online();
  await until('the picture of the slip is whole on the server', async () => {
    const [picture] = await here.database.rows`
      select photo.mime, sum(octet_length(photo_piece.bytes))::int as there, (record.fields->>'bytes')::int as told
      from photo join record using (id) join photo_piece on photo = photo.id
      where (record.fields->>'about')::uuid = ${statements[4]} group by record.id, photo.id`;
    return picture?.mime?.startsWith('image/') && picture.there === picture.told;
  });

  // the speaker says it otherwise on a phone of her own, and wants to be named
  const own = await speaker.open(`/app/sessions/${session}/check`);
  const hers = own.getByRole('region', { name: '您说的话' });
  await hers.getByText('灯杆别立在我家秧田边').waitFor();
  assert.equal(await own.getByRole('button', { name: /打电话/ }).count(), 0);
  await hers.getByRole('radio', { name: '写名字' }).check();
  await press(hers, '改一改');
  await hers.getByRole('textbox', { name: '改成什么' }).fill(MENDED);
  await press(hers, '存下');
  await hers.getByText(MENDED).waitFor();

  // the recorder writes it so, and it counts
  await page.getByText('本人要改成').first().waitFor();
  await press(lit(page), '照本人的改');
  await page.getByText('都核过了，可以签字盖印。').waitFor();
  await own.getByText('在自己手机上，本人改了 1 个字').waitFor();

  const found = await until('the answers are in PostgreSQL', async () => {
    const rows = await here.database.rows`
      select fields->>'word' as word, fields->>'how' as how, fields->>'named' as named, fields->>'words' as words
      from record where kind = 'confirmation' and (fields->>'statement')::uuid = ${statements[1]} order by fields->>'noted_at'`;
    return rows.length === 2 && rows;
  });
  assert.deepEqual(found[1], { word: 'corrected', how: 'own', named: 'true', words: null });
  assert.deepEqual([recorder.troubles, speaker.troubles], [[], []]);
});

test('words that change after the answer are put before their speaker again, and the screen says so', async (t) => {
  const here = await village(t);
  const { session, scribe, statements, lies } = await evening(here, { blank: false });
  const { page, ...recorder } = await here.member(RECORDER);
  await page.goto(new URL(`/app/sessions/${session}/minutes`, page.url()).href);
  await press(page, '去核对');
  await answers(page, '北渠村里出钱买管子', (one) => press(one, '点头'));
  await page.getByText('本人当面点头').waitFor();
  await scribe.push([['statement', statements[0], lies, {
    do: 'edit', field: 'words', from: '北渠村里出钱买管子，我们组出工，一户一个工。', to: '北渠村里出钱买管子，我们组出工，一户两个工。',
  }]]);
  await page.getByText('字改过了，要重新核').waitFor();
  await page.getByText(/还差.*施国富/).waitFor();
  assert.deepEqual(recorder.troubles, []);
});

/** A browser that can speak Chinese, and keeps what it was told to say. */
const VOICE = () => {
  window.told = [];
  const speaker = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: true }],
    speak: (words) => window.told.push({ text: words.text, lang: words.voice.lang, rate: words.rate }),
    cancel: () => {},
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speaker });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
};

test('where the phone has a Chinese voice it reads, slowly, and goes on with the next once one is answered', async (t) => {
  const here = await village(t);
  const { session } = await evening(here, { blank: false });
  const recorder = await here.member(RECORDER, { init: VOICE });
  const page = await recorder.open(`/app/sessions/${session}/minutes`);
  await press(page, '去核对');
  await press(page, '念出来');
  await page.getByText('正在念第 1 条，共 5 条').waitFor();
  await press(lit(page), '点头');
  await page.getByText('正在念第 2 条，共 5 条').waitFor();
  assert.deepEqual(await page.evaluate(() => window.told), [
    { text: '施国富说：北渠村里出钱买管子，我们组出工，一户一个工。', lang: 'zh-CN', rate: 0.8 },
    { text: '王彩娣说：灯杆别立在我家秧田边，装在转弯头，照得着一头。', lang: 'zh-CN', rate: 0.8 },
  ]);
  await press(page, '停一停');
  await page.getByText('第 2 条，共 5 条', { exact: true }).waitFor();
  // by keyboard: the next statement is where the one before was left
  await press(lit(page), '点头');
  await lit(page).getByText('食堂五块钱').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[aria-current=true]'));
  assert.deepEqual(recorder.troubles, []);
});
