// A recorder, a department and a representative follow one thing from the claim to the end, half of it without a signal:
// done, not satisfied, done again, rated again, told at a door, closed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE } from './acts.mjs';
import { checks, press, rate, step } from './follow.mjs';
import { asked, DAY, undertake } from './village/doings.mjs';
import { until, village } from './village.mjs';

const DEPARTMENT = '沈科';
const WHAT = '周三下午卫生室有人坐诊';
test('an action is claimed, done, found wanting, done again, rated, told at a door and closed', async (t) => {
  const here = await village(t);
  const known = await asked(here);
  const id = await undertake(known, { what: WHAT, due: Date.now() + 30 * DAY, criterion: '连续 8 周有人坐诊' });
  const [recorder, department, representative] = await Promise.all(
    [RECORDER, DEPARTMENT, REPRESENTATIVE].map((name) => here.member(name)));
  const phones = [recorder, department, representative];
  const [page, doers, raters] = await Promise.all(phones.map((phone) => phone.open(`/app/actions/${id}`)));
  const now = async () => (await here.database.row`select fields from record where id = ${id}`).fields;
  const stands = (state) => until(`it is ${state}`, async () => (await now()).state === state);

  // nobody rates what is not done, and the department has its own name in the box
  assert.equal(await raters.getByRole('group', { name: '这件事办得怎么样？' }).count(), 0);
  await press(doers, '认领');
  const claim = doers.getByRole('form', { name: '认领' });
  assert.equal(await claim.getByRole('textbox', { name: '谁来办' }).inputValue(), '区水利局 沈科');
  await press(claim, '存下');
  await stands('claimed');

  // out of the village's signal: it is taken up, noted with numbers, and done
  await department.offline();
  await step(doers, '接下来办');
  await press(doers, '记一笔进度');
  const note = doers.getByRole('form', { name: '记一笔进度' });
  await note.getByRole('textbox', { name: '做了什么，卡在哪里' }).fill('排了班，先试八周。');
  await note.getByLabel('做了', { exact: true }).fill('8');
  await note.getByLabel('一共').fill('8');
  await note.getByLabel('单位').fill('周');
  await press(note, '存下');
  await doers.getByRole('img', { name: '8 / 8 周' }).first().waitFor();
  await step(doers, '办完了', (form) => form.getByRole('textbox').fill('周三下午两点到四点，有人坐诊。'));
  await doers.getByText('存在本机').first().waitFor();
  // a department does not check what it did
  assert.equal(await doers.getByRole('button', { name: '核一核' }).getAttribute('aria-disabled'), 'true');
  await doers.getByText(/这一步由村民代表/).first().waitFor();
  await department.online();
  await stands('done');

  // somebody else holds it against its criterion
  await page.getByText('办完了，等人核').first().waitFor();
  await checks(page);
  await stands('checked');

  // not satisfied, without a signal, and not without saying why
  await raters.getByText('核过了，等人评').first().waitFor();
  await representative.offline();
  await rate(raters, '不满意', { heard: '说上了' });
  await raters.getByRole('alert').filter({ hasText: '请写一句为什么' }).waitFor();
  const box = raters.getByRole('group', { name: '这件事办得怎么样？' });
  await box.getByRole('textbox', { name: '哪里不行' }).fill('前四周有人，第五周起门又关了。');
  await press(box, '就这样评');
  await raters.getByText('评了不满意，重办').first().waitFor();
  await representative.online();
  await stands('redo');

  // the words that go with it stand on the department's phone; it is done again
  await doers.getByText('前四周有人，第五周起门又关了。').first().waitFor();
  await doers.getByText('第二次').waitFor();
  await step(doers, '接下来办');
  await step(doers, '办完了', (form) => form.getByRole('textbox').fill('两个医生轮着来，门口贴了排班。'));
  await stands('done');
  await checks(page);
  await stands('checked');

  // nothing is closed before it was rated and told
  assert.equal(await page.getByRole('button', { name: '办结', exact: true }).getAttribute('aria-disabled'), 'true');
  await page.getByText('回音还没到本人；还没有人评过').waitFor();
  await raters.getByText('核过了，等人评').first().waitFor();
  await rate(raters, '满意', { heard: '说上了' });
  await raters.getByText('您评过：满意').waitFor();
  await page.getByText('回音还没到本人。', { exact: true }).waitFor();

  // at the door of whoever asked for it, without a signal
  await recorder.offline();
  await page.getByRole('link', { name: '去告诉' }).click();
  const waits = page.getByRole('listitem').filter({ hasText: WHAT });
  await press(waits, '上门');
  await waits.getByText('办完了。两个医生轮着来，门口贴了排班。').first().waitFor();
  await waits.getByRole('textbox', { name: '他怎么说（可不写）' }).fill('这下好了。');
  await press(waits, '告诉过了，记下');
  await waits.waitFor({ state: 'detached' });
  await recorder.open(`/app/actions/${id}`);
  await page.getByText('这下好了。').waitFor();
  await step(page, '办结');
  await page.getByText('办结了，没有要做的。').waitFor();
  await recorder.online();
  await stands('closed');

  const fields = await now();
  assert.deepEqual(fields.trail.map(({ to }) => to), [
    'unclaimed', 'claimed', 'acting', 'done', 'checked', 'redo', 'acting', 'done', 'checked', 'closed']);
  assert.deepEqual(fields.ratings.map(({ result, round }) => [result, round ?? 0]), [['not', 0], ['satisfied', 1]]);
  assert.deepEqual(fields.echoes.map(({ to, how, words }) => [to, how, words]), [['施阿根', 'door', '这下好了。']]);
  assert.deepEqual(phones.map((phone) => phone.troubles), [[], [], []]);
});
