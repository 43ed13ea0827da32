// The office comes in by other doors than an invite: a password, a passkey, six digits; and shuts them all when a
// device was not its own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, overflows } from './village/measure.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const PASSWORD = '樟树下面一盏灯亮着呢';

const atBoard = (page) => page.getByRole('heading', { level: 3 }).first().waitFor();
const devices = async ({ database }) => (await database.row`
  select count(*)::int as n from device join record on record.id = device.person
  where fields->>'name' = ${OFFICE} and revoked is null and expires > now()`).n;

test('a password and six digits open the door, and “this was not me” shuts it', async (t) => {
  const here = await village(t);
  const desk = await here.member(OFFICE);

  await t.test('a password is set where somebody is signed in', async () => {
    const page = await desk.open('/app/me');
    await page.getByText('密码', { exact: true }).click();
    await page.getByLabel('登录名').fill('yunxi-office');
    await page.getByLabel('新密码').fill('1234567890');
    await page.getByRole('button', { name: '设好' }).click();
    await page.getByRole('alert').getByText('这个密码太容易猜').waitFor();
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByRole('button', { name: '设好' }).click();
    await page.getByText('密码设好了。').waitFor();
    await page.getByText('登录名是“yunxi-office”').waitFor();
    assert.deepEqual(await faults(page), []);
    assert.equal(await overflows(page), false);
  });

  await t.test('it opens the door elsewhere, and a wrong one does not', async () => {
    const laptop = await here.phone(OFFICE);
    const page = await laptop.open('/app/welcome');
    await page.getByText('用密码进来').click();
    await page.getByLabel('登录名').fill('Yunxi-Office');
    await page.getByLabel('密码', { exact: true }).fill('not the right one');
    await page.getByRole('button', { name: '进来', exact: true }).last().click();
    await page.getByRole('alert').getByText('登录名和密码对不上。').waitFor();
    assert.deepEqual(await faults(page), []);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '进来', exact: true }).last().click();
    await atBoard(page);
    assert.ok(!page.url().includes('yunxi'));
    assert.equal(await devices(here), 2);
  });

  await t.test('six digits open the app on the home screen, once', async () => {
    const page = await desk.open('/app/me');
    await page.getByText('搬到桌面上的板凳会').click();
    await page.getByRole('button', { name: '给我六个数字' }).click();
    const digits = await page.locator('.code').innerText();
    assert.match(digits, /^\d{3} \d{3}$/);
    await page.getByText(/大约 10 分钟内有效。不用急/).waitFor();
    const app = await here.phone(OFFICE);
    const door = await app.open('/app/welcome');
    await door.getByText('填六个数字').click();
    await door.getByLabel('您的名字').fill(OFFICE);
    await door.getByLabel('六个数字').fill('000 000' === digits ? '000 001' : '000 000');
    await door.getByRole('button', { name: '进来', exact: true }).first().click();
    await door.getByRole('alert').getByText('名字和六位数字对不上').waitFor();
    await door.getByLabel('六个数字').fill(digits);
    await door.getByRole('button', { name: '进来', exact: true }).first().click();
    await atBoard(door);
    assert.ok(!door.url().includes(digits.slice(0, 3)));
    assert.equal(await devices(here), 3);
  });

  await t.test('a device that was not hers is sent out, with everything else that could come in', async () => {
    const page = await desk.open('/app/me');
    await page.getByRole('button', { name: /让它退出/ }).first().click();
    const question = page.getByRole('dialog');
    await question.getByText('政协办查得到这件事').waitFor();
    assert.deepEqual(await faults(page), []);
    await question.getByRole('button', { name: '不是我，全部退出' }).click();
    await page.getByText(/做好了：2 部设备退出了登录.*密码取消了/).waitFor();
    assert.equal(await devices(here), 1);
    const { n } = await here.database.row`select count(*)::int as n from audit where deed = 'not_me'`;
    assert.equal(n, 1);
    const late = await here.phone(OFFICE);
    const door = await late.open('/app/welcome');
    await door.getByText('用密码进来').click();
    await door.getByLabel('登录名').fill('yunxi-office');
    await door.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await door.getByRole('button', { name: '进来', exact: true }).last().click();
    await door.getByRole('alert').getByText('登录名和密码对不上。').waitFor();
  });
});

test('a passkey opens the door without a name', async (t) => {
  const here = await village(t);
  const laptop = await here.phone(OFFICE);
  // keys belong to the address people type, and not to the line that a story puts in between
  const origin = `http://localhost:${here.server.port}`;
  const tools = await laptop.tools();
  await tools.send('WebAuthn.enable');
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true } });
  const page = await laptop.open(`${origin}/app/welcome#${await here.server.invite(OFFICE)}`);
  await page.getByRole('button', { name: '坐下来' }).click();
  await atBoard(page);
  await page.goto(`${origin}/app/me`);
  await page.getByText('通行密钥', { exact: true }).click();
  await page.getByRole('button', { name: '在这台设备上设一把' }).click();
  await page.getByText('设好了，下次可以用它进来。').waitFor();
  const { credentials } = await tools.send('WebAuthn.getCredentials', { authenticatorId });
  assert.equal(credentials.length, 1);
  assert.equal(credentials[0].rpId, 'localhost');
  // nobody comes in where somebody is at work
  const leave = async () => {
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(`${origin}/app/`);
    await page.goto(`${origin}/app/welcome`);
  };
  await leave();
  await page.getByRole('button', { name: '用通行密钥进来' }).click();
  await atBoard(page);
  const { way } = await here.database.row`select code as way from audit where deed = 'sign_in' order by id desc limit 1`;
  assert.equal(way, 'passkey');
  // somebody who is not its owner does not come in by it
  await tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.goto(`${origin}/app/me`);
  await leave();
  const before = await devices(here);
  await page.getByRole('button', { name: '用通行密钥进来' }).click();
  await page.getByText('没设成，可能是取消了').waitFor();
  assert.equal(await devices(here), before);
});
