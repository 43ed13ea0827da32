// A second person comes to a phone where somebody is at work: by an invite, or by a password.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE } from './acts.mjs';
import { choose, handOn, press, sitDown, takeTurn, tile, turn } from './sharing.mjs';
import { village } from './village.mjs';

const [HERS, HIS] = ['2580', '1379'];
const OFFICE = '李远航';
const PASSWORD = '樟树下面一盏灯亮着呢';

const board = (page) => page.getByRole('heading', { name: '议题板' });

test('a second person comes from the page of the phone, and digits that differ are told', async (t) => {
  const here = await village(t);
  const phone = await here.member(RECORDER);
  const { page } = phone;
  await handOn(page);
  const question = page.getByRole('dialog', { name: '换人用这部手机' });
  await question.getByRole('textbox', { name: /^设四位数字/ }).fill(HERS);
  await question.getByRole('textbox', { name: '再按一遍' }).fill(HIS);
  await question.getByRole('button', { name: '设好，交给别人' }).click();
  await question.getByText('两遍不一样，请重新按。').waitFor();
  await choose(question, HERS);
  await question.getByRole('button', { name: '设好，交给别人' }).click();
  await turn(page).waitFor();
  await page.getByRole('link', { name: /^又来一个人/ }).click();
  const code = await here.server.invite(REPRESENTATIVE);
  await page.getByRole('textbox', { name: '有邀请？把网址粘在这里' }).fill(code);
  await page.getByRole('button', { name: '看看这个邀请' }).click();
  // whoever shares a phone has digits
  await page.getByRole('button', { name: '坐下来' }).click();
  await page.getByText('要四位数字。').waitFor();
  await sitDown(page, HIS);
  const used = await here.database.row`select count(*)::int as devices from device where revoked is null`;
  assert.deepEqual(used, { devices: 2 });
});

test('who comes in by a password where somebody is at work has the phone handed on first, and sets four digits', async (t) => {
  const here = await village(t);
  const desk = await (await here.member(OFFICE)).open('/app/me');
  await desk.getByText('密码', { exact: true }).click();
  await desk.getByLabel('登录名').fill('yunxi-office');
  await desk.getByLabel('新密码').fill(PASSWORD);
  await desk.getByRole('button', { name: '设好' }).click();
  await desk.getByText('密码设好了。').waitFor();

  const phone = await here.member(RECORDER);
  const page = await phone.open('/app/welcome');
  await page.getByText(`这部手机现在是 ${RECORDER} 在用。交给别人以后`).waitFor();
  const door = page.getByText('用密码进来');
  assert.equal(await door.count(), 0);
  // she was alone, and has no digits yet: what is hers would open to anybody
  const handed = page.getByRole('button', { name: '交给别人' });
  await handed.click();
  await page.getByText('要四位数字。').waitFor();
  await choose(page, HERS);
  await handed.click();
  await door.click();
  await page.getByLabel('登录名').fill('yunxi-office');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '进来', exact: true }).last().click();
  const sit = page.getByRole('button', { name: '坐下来' });
  await sit.click();
  await page.getByText('要四位数字。').waitFor();
  const atWork = () => page.evaluate(() => localStorage.getItem('bandeng.who'));
  assert.equal(await atWork(), null);
  await choose(page, HIS);
  await sit.click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await handOn(page);
  await tile(page, OFFICE).waitFor();
  await takeTurn(page, RECORDER, HIS);
  await page.getByRole('alert').filter({ hasText: '不对，还能试 4 次。' }).waitFor();
  await press(page, HERS);
  await board(page).waitFor();
  assert.deepEqual(phone.troubles, []);
});
