// Trouble of every sort: each time a sentence says what is so, nothing is lost, and it goes on when it is over.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, fillIn, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

const WORDS = '水库放水的闸门锈住了，拧不动。';
const HEADING = '水库放水的闸门锈住了';
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;

/** How often the issue is in the database, and how many changes that took. */
function count(database) {
  return database.row`
    select count(*)::int as issues,
           (select count(*)::int from change where act->>'words' = ${WORDS}) as changes
    from record where kind = 'issue' and fields->>'words' = ${WORDS}`;
}

/** The line under the heading that tells of the connection. */
const line = (page, words) => page.getByRole('status').filter({ hasText: words });

test('a browser without WebAssembly is told so, with a way out', async (t) => {
  const { phone } = await village(t);
  const old = await phone(RECORDER, { init: () => delete window.WebAssembly });
  const page = await old.open('/app/');
  const said = page.getByRole('alert');
  await said.getByRole('heading', { name: '这个浏览器太旧，打不开记录功能' }).waitFor();
  assert.match(await said.innerText(), /一个字没丢/);
  assert.equal(await said.getByRole('link', { name: '先看公开栏' }).getAttribute('href'), '/');
});

test('a window that cannot store anything says so before anything is written', async (t) => {
  const { phone } = await village(t);
  const refuses = () => {
    indexedDB.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  };
  const absent = () => Object.defineProperty(window, 'indexedDB', { value: undefined });
  for (const init of [refuses, absent]) {
    const page = await (await phone(RECORDER, { init })).open('/app/');
    const said = page.getByRole('alert');
    await said.getByRole('heading', { name: '这个窗口不让存东西' }).waitFor();
    assert.match(await said.innerText(), /请换普通窗口/);
  }
});

test('a full phone says so, keeps the words on the screen, and saves them once there is room', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  // the browser remembers for a while how much room there was, so it is begun anew and has written nothing yet
  await recorder.offline();
  await recorder.overnight();
  const { page } = recorder;
  const tools = await recorder.tools();
  await tools.send('Storage.overrideQuotaForOrigin', { origin: recorder.origin, quotaSize: 1000 });
  await page.getByRole('link', { name: '提一件事' }).click();
  await fillIn(page, WORDS);
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('alert').filter({ hasText: '手机存满了' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: '什么事' }).inputValue(), WORDS);
  assert.deepEqual(await count(database), { issues: 0, changes: 0 });

  await tools.send('Storage.overrideQuotaForOrigin', { origin: recorder.origin });
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('heading', { name: '存好了' }).waitFor();
  await recorder.online();
  await until('it arrived', async () => (await count(database)).issues === 1);
});

test('while the server is down everything is kept, and goes by itself when it is up again', async (t) => {
  const { database, server, member } = await village(t);
  const { page } = await member(RECORDER);
  await server.kill();
  await raise(page, WORDS);
  await page.getByText('存在本机', { exact: true }).waitFor();
  await page.getByRole('link', { name: '回议题板' }).click();
  await line(page, '村里的服务器没应声，1 条存在本机').waitFor();

  await server.start();
  await card(page, HEADING).getByText('已送达').waitFor();
  assert.deepEqual(await count(database), { issues: 1, changes: 1 });
});

for (const [when, answer] of [['before it has read a push', false], ['after it took a push, before it answered', true]]) {
  test(`a server that is killed ${when} loses nothing and takes nothing twice`, async (t) => {
    const { database, server, member } = await village(t);
    const recorder = await member(RECORDER);
    const caught = recorder.line.stop('POST /api/v1/push', { answer });
    await raise(recorder.page, WORDS);
    await caught;
    if (answer) await until('the push is taken', async () => (await count(database)).issues === 1);
    await server.kill();
    recorder.line.mend();
    await recorder.page.getByRole('link', { name: '回议题板' }).click();
    await card(recorder.page, HEADING).getByText('存在本机').waitFor();

    await server.start();
    await card(recorder.page, HEADING).getByText('已送达').waitFor();
    assert.deepEqual(await count(database), { issues: 1, changes: 1 });
  });
}

test('a network that wants a sign-in first is told apart, and nothing of its pages is believed', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  recorder.line.portal();
  await page.reload();
  await raise(page, WORDS);
  await page.getByRole('link', { name: '回议题板' }).click();
  await line(page, '网络要先登录才能用').waitFor();
  await card(page, HEADING).getByText('存在本机').waitFor();

  recorder.line.mend();
  await card(page, HEADING).getByText('已送达').waitFor();
  assert.deepEqual(await count(database), { issues: 1, changes: 1 });
});

for (const [way, by] of [['ahead', TEN_YEARS], ['behind', -TEN_YEARS]]) {
  test(`a clock ten years ${way} is told, and what is written has the right date in the village`, async (t) => {
    const { database, member } = await village(t);
    const init = `{
      const Right = Date;
      const now = () => Right.now() + ${by};
      Date = class extends Right {
        constructor(...given) { given.length > 0 ? super(...given) : super(now()); }
        static now() { return now(); }
      };
    }`;
    const recorder = await member(RECORDER, { init });
    await line(recorder.page, '日期好像不对').waitFor();
    await raise(recorder.page, WORDS);
    await until('it arrived', async () => (await count(database)).issues === 1);
    const { at } = await database.row`
      select (fields->'trail'->0->>'at')::bigint as at from record where fields->>'words' = ${WORDS}`;
    assert.ok(Math.abs(at - Date.now()) < 10 * 60_000, new Date(at).toISOString());
  });
}

test('a phone that was revoked says so, keeps its words, and goes on after a new invite', async (t) => {
  const { database, server, member } = await village(t);
  const recorder = await member(RECORDER);
  const { page } = recorder;
  await recorder.offline();
  await raise(page, WORDS);
  await database.do`update device set revoked = now() where revoked is null`;
  await recorder.online();
  await page.getByRole('link', { name: '回议题板' }).click();
  await line(page, '这部手机已退出登录').waitFor();
  await card(page, HEADING).getByText('存在本机').waitFor();
  assert.deepEqual(await count(database), { issues: 0, changes: 0 });

  await recorder.open(`/app/welcome#${await server.invite(RECORDER)}`);
  await page.getByRole('button', { name: '坐下来' }).click();
  await card(page, HEADING).getByText('已送达').waitFor();
  assert.deepEqual(await count(database), { issues: 1, changes: 1 });
});
