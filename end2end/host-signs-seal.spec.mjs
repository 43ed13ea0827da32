// Host and witness sign on phones of their own, the seal is pressed once, and what is sealed stays as it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { checked, evening } from './village/evening.mjs';
import { Reader } from './village/reader.mjs';
import { until, village } from './village.mjs';

const SUPERVISOR = '吴国梁';
const POINT = '先清北渠上游 430 米，材料费补 60%。';
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

/** Signs on one's own phone; the first time the four digits are set. */
async function sign(page, duty, digits, { first = false } = {}) {
  await press(page, `以${duty}签字`);
  await page.getByRole('textbox', { name: first ? '定一个四位数' : '四位数' }).fill(digits);
  if (first) await page.getByRole('textbox', { name: '再按一遍' }).fill(digits);
  await press(page, '签字');
}

test('a session is signed by two, sealed once, and not changed after that', async (t) => {
  const here = await village(t);
  const known = await evening(here, { blank: false });
  await checked(known, [POINT]);
  const { session } = known;
  const [recorder, host, witness] = await Promise.all([RECORDER, SECRETARY, SUPERVISOR].map((name) => here.member(name)));
  const phones = [recorder, host, witness];
  const [page, hosts, witnesss] = await Promise.all(phones.map((phone) => phone.open(`/app/sessions/${session}/seal`)));

  // nobody seals what nobody signed, and it is said what is lacking
  await page.getByText('主持人还没签；见证人还没签。').waitFor();
  assert.equal(await page.getByRole('button', { name: '定稿盖印' }).getAttribute('aria-disabled'), 'true');
  assert.equal(await page.getByRole('button', { name: /签字$/ }).count(), 0);
  await page.getByText('草稿', { exact: true }).first().waitFor();

  // the digits are typed twice, and the same
  await press(hosts, '以主持签字');
  await hosts.getByRole('textbox', { name: '定一个四位数' }).fill('2580');
  await hosts.getByRole('textbox', { name: '再按一遍' }).fill('2581');
  await press(hosts, '签字');
  await hosts.getByText('两遍不一样').waitFor();
  await press(hosts, '算了');
  await sign(hosts, '主持', '2580', { first: true });
  await hosts.getByText('施建林签了').waitFor();

  // a change undoes a signature that has arrived
  await until('the signature has arrived', () => (
    here.database.row`select id from record where kind = 'signature' and scope = ${known.lies}`));
  await known.scribe.push([['statement', known.statements[4], known.lies, { do: 'edit', field: 'part', from: 3, to: 2 }]]);
  await hosts.getByText('施建林签过，后来又改了字，要重新签').waitFor();
  await press(hosts, '以主持签字');
  await hosts.getByRole('textbox', { name: '四位数' }).fill('1111');
  await press(hosts, '签字');
  await hosts.getByText('不对，还能试 4 次。').waitFor();
  await hosts.getByRole('textbox', { name: '四位数' }).fill('2580');
  await press(hosts, '签字');
  await hosts.getByText('施建林签了').waitFor();
  await sign(witnesss, '见证', '0369', { first: true });
  await page.getByText('都签好了，可以盖印。').waitFor();

  // somebody writes without a signal, and does not know
  await host.offline();
  const late = await host.open(`/app/sessions/${session}/minutes`);
  await late.getByRole('button', { name: /改.*不同意先修老街/ }).click();
  await late.getByRole('textbox', { name: '说了什么' }).fill('没有不同意。');
  await press(late, '存下');
  await late.getByText('没有不同意。').first().waitFor();

  await press(page, '定稿盖印');
  await page.getByRole('heading', { level: 1, name: '定稿了' }).waitFor();
  const seal = await until('the seal is in PostgreSQL', () => (
    here.database.row`select number, code, digest from seal where record = ${session}`));
  const code = seal.code.replace(/^(.{4})(.{4})$/, '上 $1\n$2');
  assert.equal(await page.locator('.code').innerText(), code);
  await page.getByText(`第 ${seal.number} 号`).first().waitFor();
  const square = await page.getByRole('img', { name: '校验二维码' }).screenshot();
  assert.equal(await (await Reader.on(recorder)).read(square), `${recorder.origin}/verify/${seal.code}`);
  const issue = await here.database.row`
    select fields->>'standing' as standing, fields->>'session' as session from record where id = ${known.issue}`;
  assert.deepEqual(issue, { standing: 'consulted', session });

  // what goes out has roles in place of names, and is made without a signal
  await recorder.offline();
  await page.getByRole('button', { name: '发微信群' }).click();
  const text = await page.getByRole('textbox', { name: '发微信群' }).inputValue();
  assert.match(text, /五组村民代表：“不同意先修老街再修五组路，请写进纪要。”/);
  assert.match(text, new RegExp(`校验码 上 ${seal.code.slice(0, 4)} ${seal.code.slice(4)}`));
  assert.doesNotMatch(text, /施国富|徐根土|王彩娣/);
  await page.getByRole('button', { name: '广播稿' }).click();
  assert.match(await page.getByRole('textbox', { name: '广播稿' }).inputValue(), /先清北渠上游四百三十米，材料费补百分之六十。/);
  await recorder.online();

  // what was written without a signal is refused in words, and is not lost
  await host.online();
  await late.getByRole('heading', { level: 1, name: '定稿了' }).waitFor();
  await host.open('/app/phone');
  await late.getByText('这场板凳会已经“定稿”，原文不再改；要更正，另附一页。').first().waitFor();

  // a correction goes the same way
  await page.getByRole('link', { name: '另附一页更正' }).click();
  await press(page, '写一页更正');
  await page.getByRole('textbox', { name: '哪里错了，该怎么写' }).fill('第一条“430 米”应为“420 米”。');
  await press(page, '存下');
  await page.getByText('还差签字').waitFor();
  await host.open(`/app/sessions/${session}/seal`);
  await sign(late, '主持', '2580');
  await witness.open(`/app/sessions/${session}/seal`);
  await sign(witnesss, '见证', '0369');
  await page.getByText('两位都签了').waitFor();
  await press(page, '更正页盖印');
  await page.getByText(/盖了印$/).waitFor();
  const pages = await until('both seals are in PostgreSQL', async () => {
    const rows = await here.database.rows`select number, session from seal where session = ${session} order by number`;
    return rows.length === 2 && rows;
  });
  assert.deepEqual(pages.map((row) => row.session), [session, session]);
  assert.deepEqual(phones.map((phone) => phone.troubles), [[], [], []]);
});
