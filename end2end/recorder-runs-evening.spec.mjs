// A whole evening in airplane mode on one phone, whose battery falls out twice: nothing is typed, nothing is lost, and
// whoever spoke when the light went out speaks on at the same second.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { evening } from './evening.mjs';
import { until, village } from './village.mjs';

const PARTS = ['开场与规则', '情况通报', '提问解答', '村民发言', '专家点评', '部门回应', '归纳复述', '谁来办'];

const button = (page, name) => page.getByRole('button', { name, exact: true });
const seat = (page, name) => page.getByRole('region', { name: /围坐图/ }).getByRole('listitem')
  .getByRole('button', { name: new RegExp(`^${name}`) });
const told = (page, text) => page.getByRole('status').filter({ hasText: text }).first().waitFor();

/** What is left of the two minutes, in seconds, and when that was read. */
async function left(page) {
  const text = await page.getByRole('button', { name: /正在说，(还剩|已经超过)/ }).innerText();
  const [, over, minutes, seconds] = /(\+?)(\d+):(\d\d)/.exec(text);
  return { at: Date.now(), left: (over ? -1 : 1) * (60 * Number(minutes) + Number(seconds)) };
}

/** The battery falls out, and the phone is taken up again at the bench. */
async function kill(phone, path) {
  const before = await left(phone.page);
  await phone.kill();
  await phone.reopen(path);
  const after = await left(phone.page);
  const gone = (after.at - before.at) / 1000;
  assert.ok(Math.abs(before.left - after.left - gone) < 2, `${before.left} s, ${gone} s later ${after.left} s`);
}

test('an evening in airplane mode outlives two dead batteries and ends in minutes to write', async (t) => {
  const here = await village(t);
  const { session } = await evening(here);
  const phone = await here.member(RECORDER);
  const path = `/app/sessions/${session}/bench`;
  await phone.open(path);
  await button(phone.page, '开会').waitFor();
  await phone.overnight();
  await phone.offline();
  await phone.open(path);

  // the roll, and somebody who was not expected
  await button(phone.page, '开会').click();
  await button(phone.page, '都到了').click();
  await phone.page.getByText('到了 23 人，远程 2 人').waitFor();
  await button(phone.page, '加一个人').click();
  await phone.page.getByRole('textbox', { name: '姓名' }).fill('吴阿婆');
  await phone.page.getByRole('radio', { name: '二组' }).check();
  await button(phone.page, '坐下').click();
  await phone.page.getByText('到了 24 人，远程 2 人').waitFor();
  await phone.page.getByRole('status').filter({ hasText: '吴阿婆' }).getByRole('button', { name: '撤回' }).click();
  await phone.page.getByText('到了 23 人，远程 2 人').waitFor();
  await button(phone.page, '点好了').click();
  await phone.page.getByText('25 人还没说').waitFor();

  // hands go up: whoever has not spoken is before whoever has
  await seat(phone.page, '施国富').click();
  await told(phone.page, '施国富 开始说');
  await button(phone.page, '意见').click();
  await told(phone.page, '记下了：施国富 意见');
  await kill(phone, path);
  await phone.page.getByText('24 人还没说').waitFor();
  await told(phone.page, '记下了：施国富 意见');
  await seat(phone.page, '施国富').click({ button: 'right' });
  await button(phone.page, '举手').click();
  await seat(phone.page, '陈小燕').click();
  await button(phone.page, '举手').click();
  await seat(phone.page, '陈小燕').filter({ hasText: '举手第 1' }).waitFor();
  await seat(phone.page, '施国富').filter({ hasText: '举手第 2' }).waitFor();

  // each sort, by one tap, to whoever speaks or spoke last
  await seat(phone.page, '王彩娣').click();
  await seat(phone.page, '王彩娣').filter({ hasText: '正在说' }).waitFor();
  for (const sort of ['提问', '解答', '保留意见']) {
    await button(phone.page, sort).click();
    await told(phone.page, `记下了：王彩娣 ${sort}`);
  }
  await phone.page.getByRole('button', { name: /点一下停/ }).click();
  await told(phone.page, '王彩娣 说完了');
  await button(phone.page, '承诺').click();
  await phone.page.getByRole('button', { name: /一周内/ }).click();
  await told(phone.page, '记下了：王彩娣 承诺');
  await button(phone.page, '意见').click();
  await told(phone.page, '记下了：王彩娣 意见');
  await button(phone.page, '撤回').click();
  await told(phone.page, '撤回了 王彩娣 意见');

  // whoever is next in the queue is called by the middle
  await phone.page.getByRole('button', { name: /点一下，请他说/ }).click();
  await seat(phone.page, '陈小燕').filter({ hasText: '正在说' }).waitFor();
  await kill(phone, path);

  // hands
  await button(phone.page, '数一次手').click();
  await phone.page.getByRole('dialog').getByRole('button', { name: /先干哪三件/ }).click();
  const yes = phone.page.getByRole('button', { name: /^同意/ });
  for (let n = 0; n < 14; n += 1) await yes.click();
  for (let n = 0; n < 3; n += 1) await phone.page.getByRole('button', { name: /^不同意/ }).click();
  await phone.page.getByText('数到 17 人').waitFor();
  await button(phone.page, '减一').click();
  await phone.page.getByRole('button', { name: /^不同意/ }).click();
  await phone.page.getByText('数到 16 人').waitFor();

  for (const [n, part] of PARTS.entries()) {
    await phone.page.getByText(`${n + 1}/8 ${part}`).waitFor();
    if (n < PARTS.length - 1) await button(phone.page, '下一项').click();
  }
  await button(phone.page, '散会').click();
  await button(phone.page, '散会，看纪要').click();
  await phone.page.waitForURL(/\/minutes$/);

  await phone.online();
  const record = await until('the session arrived', async () => (
    here.database.row`select fields from record where id::text = ${session} and fields->>'stage' = 'drafting'`
  ));
  assert.equal(record.fields.part, 7);
  await until('all of it arrived', async () => (await sorts(here.database, session)).length === 5);
  assert.deepEqual(await sorts(here.database, session), ['answer', 'dissent', 'opinion', 'promise', 'question']);
  const [action] = await here.database.rows`
    select fields from record where kind = 'action' and scope like ${`%${session}`} and not gone`;
  assert.equal(action.fields.owner, '王彩娣，三组');
  assert.ok(action.fields.due > Date.now());
  const [count] = await here.database.rows`
    select fields from record where kind = 'count' and scope like ${`%${session}`}`;
  assert.deepEqual([count.fields.yes, count.fields.no], [14, 2]);
  assert.deepEqual(phone.troubles, []);
});

async function sorts(database, session) {
  const rows = await database.rows`
    select fields->>'sort' as sort from record
    where kind = 'statement' and scope like ${`%${session}`} and not gone order by 1`;
  return rows.map(({ sort }) => sort);
}
