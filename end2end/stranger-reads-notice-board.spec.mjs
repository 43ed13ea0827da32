// Somebody without an invite: the public board, which names nobody, and a door that says how to come in.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { village } from './village.mjs';

/** What a page may weigh on the wire, with its style sheet: one round trip of a slow network. */
const BUDGET = 14 * 1024;

/** The bytes of an answer as they travel, and as they are read. */
function get(port, path, encoding) {
  return new Promise((resolve, reject) => {
    const headers = encoding ? { 'accept-encoding': encoding } : {};
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ response, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

test('a stranger who opens the app is shown the door, and how to get in', async (t) => {
  const { phone } = await village(t);
  const stranger = await phone('nobody');
  const page = await stranger.open('/app/');
  await page.getByRole('heading', { name: '给您留了张凳子' }).waitFor();
  await page.getByText('进门要一个邀请').waitFor();
  await page.getByRole('link', { name: '先看看，不留名' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
});

test('the public board names nobody, runs no script, and fits into one round trip', async (t) => {
  const { server, database } = await village(t);
  const { body, response } = await get(server.port, '/');
  const html = body.toString();
  assert.equal(response.statusCode, 200);
  assert.ok(html.includes('上枫村'));
  assert.ok(!html.includes('<script'));
  const people = await database.rows`select fields->>'name' as name from record where kind = 'person'`;
  const speakers = await database.rows`
    select fields->'proxy'->>'name' as name from record where fields ? 'proxy' and not fields ? 'named'`;
  const named = [...people, ...speakers].map(({ name }) => name).filter((name) => html.includes(name));
  assert.deepEqual(named, []);

  const style = html.match(/<link rel="stylesheet" href="([^"]+)"/)[1];
  const parts = await Promise.all([get(server.port, '/', 'br'), get(server.port, style, 'br')]);
  const bytes = parts.reduce((sum, part) => sum + part.body.length, 0);
  t.diagnostic(`/ with its style sheet: ${bytes} bytes of ${BUDGET}`);
  assert.ok(bytes <= BUDGET, `${bytes} bytes`);
});

test('the public board is read in English, too', async (t) => {
  const { phone } = await village(t);
  const stranger = await phone('nobody');
  const page = await stranger.open('/');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Shangfeng' }).waitFor();
});

test('a stranger’s questions to the server are answered with words and nothing else', async (t) => {
  const { server } = await village(t);
  const ask = async (path, body) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'zh-CN' };
    const url = `http://127.0.0.1:${server.port}${path}`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...(await response.json()) };
  };
  const refused = { status: 401, code: 'signed_out', words: '还没有登录，请用村里给的邀请打开。' };
  const client = '01990000-0000-7000-8000-000000000001';
  const pull = { proto: 1, build: 'x', client, cursors: {} };
  assert.deepEqual(await ask('/api/v1/pull', pull), refused);
  assert.deepEqual(await ask('/api/v1/push', { ...pull, sent_at: 0, changes: [] }), refused);
});
