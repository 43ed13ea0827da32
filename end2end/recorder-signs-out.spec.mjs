// Signing out with words that have not gone yet is held back, and never loses them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, goTo, raise, RECORDER } from './acts.mjs';
import { village } from './village.mjs';

const WORDS = '三组晒场的水泥裂了。';
const HEADING = '三组晒场的水泥裂了';

test('whoever signs out with unsent words is warned, and finds them again after a new invite', async (t) => {
  const { database, server, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  // the line lets everything through but the words
  recorder.line.bar('POST /api/v1/push');
  await raise(page, WORDS);
  await page.getByRole('link', { name: '回议题板' }).click();
  await goTo(page, '我的');
  await page.getByRole('button', { name: '退出登录' }).click();
  const question = page.getByRole('dialog', { name: '退出登录' });
  await question.getByText('还有 1 条没送出去').waitFor();
  await question.getByRole('button', { name: '算了' }).click();
  await question.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: '退出登录' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: '导出成文件' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^bandeng-陈素琴-.*\.json$/);
  await question.getByRole('button', { name: '还是退出' }).click();
  await page.getByText('进门要一个邀请').waitFor();
  const { devices } = await database.row`
    select count(*)::int as devices from device where revoked is null`;
  assert.equal(devices, 0);

  recorder.line.bar();
  await recorder.open(`/app/welcome#${await server.invite(RECORDER)}`);
  await page.getByRole('button', { name: '坐下来' }).click();
  await card(page, HEADING).getByText('已送达').waitFor();
});

test('without a signal nobody is signed out', async (t) => {
  const { member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await recorder.offline();
  await goTo(page, '我的');
  await page.getByRole('button', { name: '退出登录' }).click();
  const question = page.getByRole('dialog', { name: '退出登录' });
  await question.getByRole('button', { name: '退出登录' }).click();
  await question.getByRole('alert').filter({ hasText: '要有信号才退得干净' }).waitFor();
  await question.getByRole('button', { name: '算了' }).click();
  await goTo(page, '议题');
  await page.getByRole('heading', { name: '议题板' }).waitFor();
});
