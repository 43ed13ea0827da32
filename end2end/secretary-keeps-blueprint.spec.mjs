// A blueprint is begun, written and kept for a year on one phone without a signal; another phone sees why each line
// changed and who spoke up; what is known of the village keeps its history; all of it goes on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE, SECRETARY } from './acts.mjs';
import { bare } from './village/plan.mjs';
import { until, village } from './village.mjs';

const YEAR = new Date().getFullYear();
const line = (page, words) => page.locator('.bp').filter({ hasText: words });

/** Opens a line's sheet and one of its forms. */
async function form(page, words, name) {
  await line(page, words).getByRole('button').click();
  const sheet = page.getByRole('dialog', { name: '这一条怎么来的' });
  await sheet.locator('summary', { hasText: name }).click();
  return sheet.getByRole('form', { name });
}

async function close(page) {
  await page.getByRole('dialog').getByRole('button', { name: '关上' }).click();
}

test('a secretary keeps a blueprint without a signal', async (t) => {
  const here = await village(t);
  await bare(here);
  const secretary = await here.member(SECRETARY);
  await secretary.offline();
  const page = await secretary.open('/app/blueprint');
  let recorder;

  await t.test('no plan yet: facts, and a way to ask one question on a bench', async () => {
    await page.getByRole('heading', { name: '还没有蓝图' }).waitFor();
    await page.getByRole('link', { name: '去开一次板凳会' }).waitFor();
  });

  await t.test('a vision is written', async () => {
    await page.getByRole('button', { name: '写愿景' }).click();
    await page.getByRole('textbox', { name: '愿景，一行一句' }).fill('老街有人气\n晚上有灯亮');
    await page.getByRole('textbox', { name: '管哪几年' }).fill('2026–2028');
    await page.reload();
    // what was typed outlives the page
    await page.getByRole('button', { name: '存下' }).first().click();
    await page.getByText('管 2026–2028 年').waitFor();
    await page.locator('.vision').getByText('存在本机').waitFor();
  });

  await t.test('a line without a source is an idea, one with a source is listed', async () => {
    await page.getByText('加一条', { exact: true }).click();
    const add = page.locator('form').filter({ hasText: '哪一类' });
    await add.getByRole('radio', { name: '人居' }).check();
    await add.getByRole('textbox', { name: '要做什么' }).fill('村口建停车场');
    await add.getByRole('button', { name: '存下' }).click();
    await line(page, '村口建停车场').getByText('还没写来处').waitFor();
    await page.getByText('加一条', { exact: true }).click();
    await add.getByRole('radio', { name: '人居' }).check();
    await add.getByRole('textbox', { name: '要做什么' }).fill('三组机耕路全线拓宽到 5 米');
    await add.getByRole('combobox', { name: '先干哪件' }).selectOption({ label: '先干一' });
    await add.getByRole('checkbox', { name: /9 月 18 日板凳会/ }).check();
    await add.getByRole('button', { name: '存下' }).click();
    const road = line(page, '三组机耕路');
    await road.getByRole('link', { name: '9 月 18 日板凳会' }).waitFor();
    await road.getByText('先干一').waitFor();
    await road.getByText('存在本机').waitFor();
    await page.getByText('今年改了 2 条，其中 1 条还没写是谁开的口。').waitFor();
  });

  await t.test('the guards are told in words', async () => {
    const way = await form(page, '村口建停车场', '往前走');
    await way.getByRole('radio', { name: '列入' }).check();
    await way.getByRole('button', { name: '存下' }).click();
    await way.getByRole('alert').getByText(/来处|来源|哪/).waitFor();
    await way.getByRole('radio', { name: '取消' }).check();
    await way.getByRole('button', { name: '存下' }).click();
    await way.getByRole('alert').getByText(/为什么|理由/).waitFor();
    await close(page);
  });

  await t.test('the year is kept after a clear question', async () => {
    await page.getByRole('button', { name: `${YEAR} 版定稿` }).click();
    const ask = page.getByRole('dialog', { name: `${YEAR} 版定稿` });
    await ask.getByText('现在一共 2 条，其中 1 条还没写来处。').waitFor();
    await ask.getByRole('button', { name: '定稿' }).click();
    await page.getByRole('heading', { level: 1, name: `${YEAR} 年蓝图` }).waitFor();
    await page.getByText('从那以后还没有改动。').waitFor();
    await page.getByRole('link', { name: `${YEAR + 1} 版 草拟` }).click();
    await page.getByText(`和 ${YEAR} 版比，还没有改动。`).waitFor();
    assert.equal(await page.getByRole('button', { name: `${YEAR} 版定稿`, exact: true }).count(), 0);
  });

  await t.test('a line is written anew with a reason, and another is dropped with one', async () => {
    const anew = await form(page, '三组机耕路', '改说法');
    await anew.getByRole('textbox', { name: '要做什么' }).fill('三组机耕路设三处错车道');
    await anew.getByRole('button', { name: '存下' }).click();
    await anew.getByRole('alert').getByText(/为什么|理由/).waitFor();
    await anew.getByRole('textbox', { name: '为什么改' }).fill('紧挨永久基本农田，拓宽不了。');
    await anew.getByRole('checkbox', { name: /9 月 18 日板凳会/ }).check();
    await anew.getByRole('button', { name: '存下' }).click();
    await page.getByRole('dialog').getByText('紧挨永久基本农田').waitFor();
    await close(page);
    const road = line(page, '三组机耕路');
    await road.getByText('改了', { exact: true }).waitFor();
    assert.deepEqual([await road.locator('del').innerText(), await road.locator('ins').innerText()], ['全线拓宽到 5 米', '设三处错车道']);
    const way = await form(page, '村口建停车场', '往前走');
    await way.getByRole('radio', { name: '取消' }).check();
    await way.getByRole('textbox', { name: '为什么' }).fill('占永久基本农田，依法不可');
    await way.getByRole('button', { name: '存下' }).click();
    await close(page);
    await line(page, '村口建停车场').getByText('占永久基本农田').waitFor();
    await page.reload();
    await page.getByText('今年改了 2 条').waitFor();
  });

  await t.test('another phone sees what changed since, why, and what made it so', async () => {
    await secretary.online();
    const kept = async () => (await here.database.rows`select 1 from record where kind = 'blueprint_version'`).length === 1;
    await until('the year is kept', kept);
    recorder = await here.member(RECORDER);
    const theirs = await recorder.open(`/app/blueprint/${YEAR}`);
    const since = theirs.getByRole('region', { name: '从那以后' });
    await since.getByText('紧挨永久基本农田，拓宽不了。').waitFor();
    await since.getByRole('link', { name: '9 月 18 日板凳会' }).first().waitFor();
    await since.getByText('占永久基本农田，依法不可').waitFor();
    // and what stood then stands
    await theirs.getByRole('region', { name: '人居' }).getByText('三组机耕路全线拓宽到 5 米').waitFor();
  });

  await t.test('two who write the vision at once are put together, and somebody reads it through', async () => {
    const theirs = recorder.page;
    await theirs.goto(`${recorder.origin}/app/blueprint`);
    await secretary.offline();
    const write = async (on, vision) => {
      await on.getByRole('button', { name: '写愿景' }).click();
      await on.getByRole('textbox', { name: '愿景，一行一句' }).fill(vision);
      await on.getByRole('button', { name: '存下' }).first().click();
      await on.getByRole('textbox', { name: '愿景，一行一句' }).waitFor({ state: 'detached' });
    };
    await write(theirs, '老街有人气\n晚上有灯亮\n田里有人种');
    const sent = async () => (await here.database.row`
      select fields->>'vision' as v from record where kind = 'blueprint'`).v.includes('田里');
    await until('the first has gone', sent);
    await write(page, '老街有笑声\n晚上有灯亮');
    await secretary.online();
    await page.getByText('两个人写到了一处，请读一遍：愿景').waitFor();
    for (const words of ['老街有笑声', '田里有人种']) await page.locator('.vision').getByText(words).waitFor();
    await page.getByRole('button', { name: '读过了，就这样' }).click();
    await page.getByText('两个人写到了一处').waitFor({ state: 'detached' });
    assert.deepEqual(recorder.troubles, []);
  });

  await t.test('a new value leaves the old one readable, and one tile', async () => {
    const known = page.getByRole('region', { name: '村情' });
    await known.getByRole('button', { name: '加一项村情' }).click();
    const sheet = page.getByRole('dialog', { name: '村情' });
    await sheet.getByRole('textbox', { name: '哪一项' }).fill('集体收入');
    await sheet.getByRole('textbox', { name: '多少' }).fill('48 万元');
    await sheet.getByRole('textbox', { name: '什么时候的' }).fill('2024 年');
    await sheet.getByRole('button', { name: '存下' }).click();
    await known.getByRole('button', { name: /集体收入 48 万元/ }).click();
    await sheet.getByText('记一个新的数').click();
    await sheet.getByRole('textbox', { name: '多少' }).last().fill('52 万元');
    await sheet.getByRole('textbox', { name: '哪里来的' }).last().fill('镇三资平台');
    await sheet.getByRole('button', { name: '存下' }).last().click();
    await known.getByRole('button', { name: /集体收入 52 万元/ }).click();
    assert.deepEqual(await sheet.locator('.history b').allInnerTexts(), ['52 万元', '48 万元']);
    await sheet.getByText('来自镇三资平台').waitFor();
    // a slip of the pen is mended where it stands
    await sheet.getByText('写错了，改：48 万元').click();
    const slip = sheet.getByRole('group').filter({ hasText: '写错了，改：48 万元' });
    await slip.getByRole('textbox', { name: '多少' }).fill('47 万元');
    await slip.getByRole('button', { name: '存下' }).click();
    await sheet.locator('.history b').getByText('47 万元').waitFor();
    assert.deepEqual(await sheet.locator('.history b').allInnerTexts(), ['52 万元', '47 万元']);
    await sheet.getByText(`${SECRETARY}`).first().waitFor();
    await close(page);
    assert.equal(await known.locator('li').count(), 1);
    // and whoever prepares an evening reads what is so now
    const { id: evening } = await here.database.row`select id from record where kind = 'session' and fields->>'stage' = 'ready' limit 1`;
    await page.goto(`${secretary.origin}/app/sessions/${evening}/paper`);
    const facts = page.getByRole('region', { name: '村情' });
    await facts.getByText('52 万元').first().waitFor();
    assert.equal(await facts.getByText('48 万元').count(), 0);
    await page.goto(`${secretary.origin}/app/blueprint`);
    await known.getByRole('button', { name: /集体收入 52 万元/ }).waitFor();
  });

  await t.test('on paper there are the lines with their sources, and no menu', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('navigation', { name: '主菜单' }).isVisible(), false);
    for (const words of ['三组机耕路', '老街有笑声', '52']) assert.equal(await page.getByText(words).first().isVisible(), true, words);
    assert.equal(await line(page, '三组机耕路').getByRole('link', { name: '9 月 18 日板凳会' }).isVisible(), true);
    for (const name of ['写愿景', '加一项村情']) assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    await page.emulateMedia({ media: null });
  });

  await t.test('a representative reads it, and writes nothing', async () => {
    const reader = await here.member(REPRESENTATIVE);
    const theirs = await reader.open('/app/blueprint');
    await line(theirs, '三组机耕路').getByRole('button').click();
    await theirs.getByRole('dialog').getByText('紧挨永久基本农田').waitFor();
    assert.equal(await theirs.getByText('改说法').count(), 0);
    assert.equal(await theirs.locator('summary').filter({ hasText: '加一条' }).count(), 0);
    // whose part it is stands where the button would
    await theirs.locator('.why-not').filter({ hasText: '加一条' }).getByText('村书记').waitFor();
    assert.equal(await theirs.getByRole('button', { name: '写愿景' }).count(), 0);
    assert.deepEqual([secretary.troubles, reader.troubles], [[], []]);
  });
});
