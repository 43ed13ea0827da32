// From a sentence on the bench to the last word on what was done: a recorder, a department and a representative, half of
// it without a signal. The answer wants a reason, what is done is found wanting and done again, a door is knocked at, the
// blueprint says where its line comes from, and the public reads the whole thread without a name.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE, SECRETARY } from './acts.mjs';
import { checks, press, rate, slip, step } from './follow.mjs';
import { sealed } from './village/advice.mjs';
import { Scribe } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const DEPARTMENT = '沈科';
const [CANAL, LAMP] = ['北渠村里出钱买管子', '灯杆别立在我家秧田边'];
const [WHAT, LINE] = ['北渠上游 430 米清淤', '北渠每年冬修清淤一次。'];
const [PARTLY, DECLINED] = ['上游 430 米今年冬修，下游等水库放水。', '转弯头是公路的地，要等公路局点头。'];
const WANTING = '上游通了，到我家田头还是没水。';

/** The department answers without a signal: refused for want of a reason, then with it; one more is turned down. */
async function answers(page) {
  const canal = slip(page, CANAL);
  await canal.getByRole('radio', { name: '部分采纳', exact: true }).check();
  await canal.getByRole('checkbox', { name: '办理事项' }).check();
  await canal.getByRole('checkbox', { name: '写入蓝图' }).check();
  await press(canal, '答复好了');
  await canal.getByText('没采纳的那部分，要写明理由').waitFor();
  await page.getByText('还差 2 条没有答复').waitFor();
  await canal.getByRole('textbox', { name: '采纳哪些，哪些先不采纳，为什么' }).fill(PARTLY);
  await canal.getByRole('textbox', { name: '办什么' }).fill(WHAT);
  await press(canal, '我来办');
  await canal.getByLabel('哪天前办好').fill('2099-03-01');
  await canal.getByRole('textbox', { name: '怎样算办成' }).fill('水能流到四组最末一块田');
  await canal.getByRole('radio', { name: '人居' }).check();
  await canal.getByRole('textbox', { name: '写成一句话' }).fill(LINE);
  await press(canal, '答复好了');
  await page.getByText('答复好了，还差 1 条').waitFor();
  const lamp = slip(page, LAMP);
  await lamp.getByRole('radio', { name: '不采纳', exact: true }).check();
  await lamp.getByRole('textbox', { name: /为什么/ }).fill(DECLINED);
  await press(lamp, '答复好了');
  await page.getByText('条条都有答复了').waitFor();
}

/** The secretary hands the session over, once every answer has arrived. */
async function handOver({ server, database }, { session, village: home, lies }) {
  await until('each has its answer', async () => (
    await database.rows`select 1 from record where scope = ${lies} and kind = 'advice' and not fields ? 'verdict'`).length === 0);
  const secretary = await Scribe.of(server, SECRETARY);
  await secretary.push([['session', session, `v:${home}`, { do: 'session', step: 'proceed', from: 'sealed', to: 'handed_over' }]]);
}

/** Reads an issue's whole thread without scripts and without an account. */
async function stranger(here, phone, issue) {
  const context = await phone.context.browser().newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${here.server.port}/t/${issue}`);
  for (const words of [CANAL, PARTLY, DECLINED, WHAT, WANTING, LINE]) await page.getByText(words).first().waitFor();
  const told = await page.content();
  await context.close();
  const names = (await here.database.rows`
    select distinct fields->>'name' as name from record where kind in ('person', 'seat')`).map(({ name }) => name);
  assert.deepEqual(names.filter((name) => told.includes(name)), []);
}

test('what was said on the bench is answered, done, done again, told at the door and closed', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const known = await sealed(here, recorder, { advised: [0, 1] });
  const [department, representative] = [await here.member(DEPARTMENT), await here.member(REPRESENTATIVE)];
  const phones = [recorder, department, representative];
  const doers = await department.open(`/app/sessions/${known.session}/advice`);
  await doers.getByText('还差 2 条没有答复').waitFor();
  await department.offline();
  await answers(doers);
  await doers.getByText('存在本机').first().waitFor();
  await department.online();
  await handOver(here, known);

  const { id } = await here.database.row`select id from record where kind = 'action' and fields->>'what' = ${WHAT}`;
  const now = async () => (await here.database.row`select fields from record where id = ${id}`).fields;
  const stands = (state) => until(`it is ${state}`, async () => (await now()).state === state);
  await department.open(`/app/actions/${id}`);
  await department.offline();
  await step(doers, '接下来办');
  await step(doers, '办完了', (form) => form.getByRole('textbox').fill('上游清了，水放下来了。'));
  await department.online();
  await stands('done');

  const [page, raters] = [await recorder.open(`/app/actions/${id}`), await representative.open(`/app/actions/${id}`)];
  await page.getByText('办完了，等人核').first().waitFor();
  await checks(page);
  await raters.getByText('核过了，等人评').first().waitFor();
  await representative.offline();
  await rate(raters, '不满意', { heard: '说上了', words: WANTING });
  await raters.getByText('评了不满意，重办').first().waitFor();
  await representative.online();
  await stands('redo');

  await doers.getByText(WANTING).first().waitFor();
  await department.offline();
  await step(doers, '接下来办');
  await step(doers, '办完了', (form) => form.getByRole('textbox').fill('分水口改低了，最末一块田有水了。'));
  await department.online();
  await stands('done');
  await page.getByText('办完了，等人核').first().waitFor();
  await checks(page);
  await raters.getByText('核过了，等人评').first().waitFor();
  await rate(raters, '满意', { heard: '说上了' });
  await stands('checked');
  await until('the second rating is there', async () => (await now()).ratings.length === 2);

  // whoever said it on the bench hears of it at the door, and only then is it closed
  await page.getByText('回音还没到本人。', { exact: true }).waitFor();
  await recorder.offline();
  await page.getByRole('link', { name: '去告诉' }).click();
  const waits = page.getByRole('listitem').filter({ hasText: WHAT });
  await waits.getByText('施国富').first().waitFor();
  await press(waits, '上门');
  await press(waits, '告诉过了，记下');
  await waits.waitFor({ state: 'detached' });
  await recorder.open(`/app/actions/${id}`);
  await step(page, '办结');
  await recorder.online();
  await stands('closed');

  // the line of the blueprint says where it comes from; the issue's page is the whole thread
  await recorder.open('/app/blueprint');
  const line = page.getByRole('listitem').filter({ hasText: LINE }).first();
  await line.getByText('施国富').waitFor();
  await line.getByRole('link', { name: /板凳会/ }).waitFor();
  await recorder.open(`/app/issues/${known.issue}`);
  for (const words of [CANAL, PARTLY, WHAT, '上门告诉了施国富']) await page.getByText(words).first().waitFor();
  await page.getByText('把这条线发出去').click();
  assert.match(await page.locator('.written').innerText(), /纳 部分采纳 1 · 不采纳 1\n办 北渠清淤列入今年冬修，材料费补 60%：已认领\n办 北渠上游 430 米清淤：办结/);
  const out = page.locator('details[open]', { has: page.locator('.written') });
  await out.getByRole('button', { name: '复制' }).click();
  await out.getByRole('status').filter({ hasText: /\S/ }).waitFor();
  await stranger(here, recorder, known.issue);
  assert.deepEqual(phones.map((phone) => phone.troubles), [[], [], []]);
});
