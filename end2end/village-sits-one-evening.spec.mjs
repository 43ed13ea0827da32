// One evening of a village, whole: twenty-three on the benches and two on the telephone, in airplane mode with two dead
// batteries; the minutes, read back here and on a phone of a speaker's own; two signatures, the seal; the papers, the
// public edition without a script; and one byte that somebody changes in the database afterwards.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { RECORDER, REPRESENTATIVE, SECRETARY } from './acts.mjs';
import { BENCH, evening, TITLE } from './evening.mjs';
import { until, village } from './village.mjs';

const run = promisify(execFile);
const HOST = '吴国梁';
/** What is said this evening: who, in which part of the agenda, what sort of thing, and the words written afterwards. */
const SAID = [
  ['陈小燕', 2, '提问', '三件都干，钱从哪里来？'],
  ['王彩娣', 3, '意见', '灯杆别立在我家秧田边，装在转弯头，照得着两头。'],
  ['施国富', 3, '意见', '北渠村里出钱买管子，我们组出工，一户一个工。'],
  ['徐根土', 3, '保留意见', '不同意先修老街再修五组路，请写进纪要。'],
  ['方教授', 4, '解答', '620 米不必全线拓宽，设三处 20 米错车道，投资可省约一半。'],
  ['沈科', 5, '承诺', '北渠清淤列入今年冬修，材料费补 60%。'],
];
const POINTS = ['先修三处错车道，不拓宽整条路。', '学校段装 12 盏太阳能路灯，灯杆立在转弯头。', '“枫溪小食”先合做一样，试一季再说。'];

const press = (within, name) => within.getByRole('button', { name, exact: true }).click();
const seat = (page, name) => page.getByRole('region', { name: /围坐图/ }).getByRole('listitem')
  .getByRole('button', { name: new RegExp(`^${name}`) });
const lit = (page) => page.locator('[aria-current=true]');

/** The people of the bench, those of the directory with who they are. */
async function people(database) {
  const known = await database.rows`select id, fields->>'name' as name from record where kind = 'person'`;
  const duty = { [SECRETARY]: 'witness' };
  return BENCH.map(([name, role, place, more]) => {
    const person = known.find((one) => one.name === name)?.id;
    return [name, role, place, { ...more, ...(duty[name] && { duty: duty[name] }), ...(person && { person }) }];
  });
}

/** The evening itself, without a signal: the roll, who says what, two dead batteries, the whole agenda. */
async function sit(phone, path) {
  const { page } = phone;
  await press(page, '开会');
  await press(page, '都到了');
  await page.getByText('到了 23 人，远程 2 人').waitFor();
  await press(page, '点好了');
  let part = 0;
  for (const [n, [who, of, sort]] of SAID.entries()) {
    for (; part < of; part += 1) {
      await press(phone.page, '下一项');
      await phone.page.getByText(new RegExp(`^${part + 2}/8 `)).waitFor();
    }
    await seat(phone.page, who).click();
    await seat(phone.page, who).filter({ hasText: '正在说' }).waitFor();
    await press(phone.page, sort);
    if (sort === '承诺') await phone.page.getByRole('button', { name: /三个月/ }).click();
    await phone.page.getByRole('status').filter({ hasText: `记下了：${who} ${sort}` }).first().waitFor();
    if (n === 1 || n === 4) {
      await phone.kill();
      await phone.reopen(path);
      await phone.page.getByRole('status').filter({ hasText: `记下了：${who} ${sort}` }).first().waitFor();
    }
  }
  for (; part < 7; part += 1) {
    await press(phone.page, '下一项');
    await phone.page.getByText(new RegExp(`^${part + 2}/8 `)).waitFor();
  }
  await press(phone.page, '散会');
  await press(phone.page, '散会，看纪要');
  await phone.page.waitForURL(/\/minutes$/);
}

/** The minutes, still without a signal: words for what was only tapped, and what was agreed on. */
async function write(page) {
  const blank = page.getByRole('region', { name: '还没写字' });
  for (const [who, , , words] of SAID) {
    const item = blank.getByRole('listitem').filter({ hasText: who });
    await item.getByRole('textbox', { name: '说了什么' }).fill(words);
    await press(item, '存下');
    await item.waitFor({ state: 'detached' });
  }
  const agreed = page.getByRole('region', { name: '大家的共识' });
  for (const [n, words] of POINTS.entries()) {
    await press(agreed, '再写一条');
    await agreed.getByRole('textbox', { name: '共识写什么' }).fill(words);
    await press(agreed, '存下');
    await agreed.getByRole('listitem').nth(n).getByText(words).waitFor();
  }
}

/** Everybody nods here, but for one who nods on a phone of her own. */
async function readBack(page, own) {
  for (let left = SAID.length; left > 0; left -= 1) {
    const words = await lit(page).innerText();
    if (words.includes(REPRESENTATIVE)) {
      await press(own.getByRole('region', { name: '您说的话' }), '点头');
      await lit(page).getByText('本人手机上点头').waitFor();
      await press(page, '下一条');
    } else {
      await press(lit(page), '点头');
      await until('the next one is lit', async () => (
        (await page.getByText('都核过了').count()) > 0 || (await lit(page).innerText()) !== words
      ));
    }
  }
  await page.getByText('都核过了，可以签字盖印。').waitFor();
}

/** Signs on one's own phone, for the first time. */
async function sign(page, duty, digits) {
  await press(page, `以${duty}签字`);
  await page.getByRole('textbox', { name: '定一个四位数' }).fill(digits);
  await page.getByRole('textbox', { name: '再按一遍' }).fill(digits);
  await press(page, '签字');
}

/** A paper as a signed-in phone gets it. */
async function paper(page, path) {
  const told = await page.evaluate(async (path) => {
    const response = await fetch(path);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, type: response.headers.get('content-type'), bytes: [...bytes] };
  }, path);
  return { ...told, bytes: Buffer.from(told.bytes) };
}

/** The words of a PDF, without the line breaks that its pages need. */
async function wordsOf(pdf) {
  const file = join(tmpdir(), `bandeng-${process.pid}-${pdf.length}.pdf`);
  writeFileSync(file, pdf);
  const { stdout } = await run('pdftotext', [file, '-']);
  return stdout.replace(/\s/g, '');
}

test('an evening goes from the bench to a sealed paper that anybody can check, and one changed byte is found', async (t) => {
  const here = await village(t);
  const { session } = await evening(here, { people: await people(here.database) });
  const phones = await Promise.all([RECORDER, HOST, SECRETARY, REPRESENTATIVE].map((name) => here.member(name)));
  const [recorder, host, witness, speaker] = phones;
  const room = (name) => `/app/sessions/${session}/${name}`;
  const origin = `http://127.0.0.1:${here.server.port}`;
  await recorder.open(room('bench'));
  await recorder.page.getByRole('button', { name: '开会', exact: true }).waitFor();
  await recorder.overnight();
  await recorder.offline();
  await recorder.open(room('bench'));
  await sit(recorder, room('bench'));
  await write(recorder.page);

  // the signal is back: what one phone held is everybody's
  await recorder.online();
  await until('the minutes arrived', () => here.database.row`
    select id from record where kind = 'minutes' and fields->>'consensus' like ${`%${POINTS[2]}`}`);
  await press(recorder.page, '去核对');
  await recorder.page.getByRole('heading', { name: '念一遍，核一遍' }).waitFor();
  const own = await speaker.open(room('check'));
  await own.getByRole('region', { name: '您说的话' }).getByText(SAID[1][3]).waitFor();
  await readBack(recorder.page, own);

  const [hosts, witnesss] = await Promise.all([host, witness].map((phone) => phone.open(room('seal'))));
  await sign(hosts, '主持', '2580');
  await sign(witnesss, '见证', '0369');
  await recorder.open(room('seal'));
  await recorder.page.getByText('都签好了，可以盖印。').waitFor();
  await press(recorder.page, '定稿盖印');
  await recorder.page.getByRole('heading', { level: 1, name: '定稿了' }).waitFor();
  const { code } = await until('the seal is in PostgreSQL', () => here.database.row`select code from seal where record = ${session}`);

  // the papers, for those who may read them
  const pdf = await paper(recorder.page, `/papers/${session}/minutes.pdf`);
  assert.deepEqual([pdf.status, pdf.type], [200, 'application/pdf']);
  const minutes = await wordsOf(pdf.bytes);
  for (const words of [...POINTS, ...SAID.map(([, , , words]) => words), ...SAID.map(([who]) => who)]) {
    assert.ok(minutes.includes(words.replace(/\s/g, '')), `the minutes say: ${words}`);
  }
  const poster = await wordsOf((await paper(recorder.page, `/papers/${session}/poster.pdf`)).bytes);
  for (const words of [...POINTS, SAID[3][3]]) assert.ok(poster.includes(words.replace(/\s/g, '')), `the poster says: ${words}`);
  for (const [name] of BENCH) assert.ok(!poster.includes(name), `the poster does not name ${name}`);
  const word = await paper(recorder.page, `/papers/${session}/minutes.docx`);
  assert.deepEqual([word.status, word.bytes.subarray(0, 2).toString()], [200, 'PK']);
  assert.equal((await fetch(`${origin}/papers/${session}/minutes.pdf`)).status, 401);

  // the public edition, without a script and without a name
  const context = await recorder.context.browser().newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const stranger = await context.newPage();
  await stranger.goto(`${origin}/s/${code}`);
  const edition = await stranger.content();
  for (const words of [TITLE, ...POINTS, SAID[3][3]]) assert.ok(edition.includes(words), `the public reads: ${words}`);
  for (const [name] of BENCH) assert.ok(!edition.includes(name), `the public does not read ${name}`);

  // anybody can check the paper; whoever changes a byte is found
  await stranger.goto(`${origin}/verify/${code}`);
  await stranger.getByText('对得上', { exact: true }).waitFor();
  await here.database.run(`update record set fields = jsonb_set(fields, '{seal,content,consensus,0}', '"先修四处错车道，不拓宽整条路。"')
    where id = '${session}'`);
  await stranger.goto(`${origin}/verify/${code}`);
  await stranger.getByText(/对不上/).first().waitFor();
  assert.equal(await stranger.getByText('对得上', { exact: true }).count(), 0);
  await context.close();
  assert.deepEqual(phones.map((phone) => phone.troubles), [[], [], [], []]);
});
