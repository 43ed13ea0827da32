// What a district of sixty villages and two years costs its office: the figures at a glance, and each list behind one,
// alone and while two hundred phones read their villages anew.

import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../village/chores.mjs';
import { Database } from '../village/database.mjs';
import { BANDENG, EPOCH, Server } from '../village/server.mjs';

const PHONES = 200;
const TIMES = 20;
const FIGURES = ['sessions', 'issues', 'advice', 'reasons', 'actions', 'redone', 'days', 'echoes', 'satisfaction', 'voice', 'round'];
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The figures. */
export async function district(t) {
  const data = mkdtempSync(join(tmpdir(), 'bandeng-district-'));
  const database = await Database.fresh(`district_${randomBytes(4).toString('hex')}`);
  const begun = performance.now();
  const seed = ['seed-district', '--seed', '7', '--database-url', database.url, '--data', data, '--epoch', EPOCH];
  execFileSync(BANDENG, seed, { stdio: ['ignore', 'ignore', 'inherit'] });
  const seeding = (performance.now() - begun) / 1000;
  const server = new Server({ database: database.url, data, port: await freePort() });
  t.after(async () => {
    await server.stop();
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  });
  await server.start();
  const origin = `http://127.0.0.1:${server.port}`;
  const { records } = await database.row`select count(*)::int as records from record`;
  const { region, office } = await database.row`
    select substr(scope, 3) as region, person as office from member where role = 'office' and scope like 'g:%'`;
  const cookie = `__Host-bandeng=${await device(database, office)}`;
  const ask = async (path) => {
    const from = performance.now();
    const answer = await fetch(`${origin}/api/v1/district/${region}/figures${path}`, { headers: { cookie } });
    const told = await answer.json();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return { ms: performance.now() - from, told };
  };
  const year = new Date().getFullYear();
  const look = async () => {
    const glances = [];
    const lists = [];
    for (let n = 0; n < TIMES; n += 1) glances.push((await ask(`?year=${year}`)).ms);
    for (const figure of FIGURES) {
      const times = [];
      for (let n = 0; n < TIMES / 4; n += 1) times.push((await ask(`/${figure}/rows?from=${n * 50}`)).ms);
      lists.push({ figure, ms: at(times, 0.5) });
    }
    lists.sort((one, other) => other.ms - one.ms);
    return { glances, lists };
  };
  const { told } = await ask('');
  if (!told.told.every(({ all }) => all > 0)) throw new Error('there is nothing to count');
  const alone = await look();
  const people = await database.rows`select distinct person from member where role <> 'office' order by person limit ${PHONES}`;
  const phones = [];
  for (const { person } of people) phones.push(await device(database, person));
  let busy = true;
  let pulls = 0;
  const reading = phones.map(async (token) => {
    while (busy) {
      await pull(origin, token);
      pulls += 1;
    }
  });
  const since = performance.now();
  const beside = await look();
  busy = false;
  await Promise.all(reading);
  const rate = pulls / ((performance.now() - since) / 1000);
  const memory = Number(readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]);
  console.log(`the slowest lists: ${alone.lists.slice(0, 3).map(({ figure, ms }) => `${figure} ${ms.toFixed(0)} ms`).join(', ')}`);
  return {
    'district: records': records,
    'district: seeding': seeding,
    'district: overview, p50': at(alone.glances, 0.5),
    'district: overview, p95': at(alone.glances, 0.95),
    'district: the slowest list': alone.lists[0].ms,
    'district: overview, 200 phones reading all, p50': at(beside.glances, 0.5),
    'district: overview, 200 phones reading all, p95': at(beside.glances, 0.95),
    'district: the slowest list, 200 phones reading all': beside.lists[0].ms,
    'district: pulls of a whole village beside it, a second': rate,
    'district: server, most memory': memory,
  };
}

/** A phone reads everything anew, page by page. */
async function pull(origin, token) {
  const client = randomUUID();
  let cursors = {};
  for (;;) {
    const body = JSON.stringify({ proto: 1, build: 'bench', client, cursors });
    const headers = { cookie: `__Host-bandeng=${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api/v1/pull`, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(`pull: ${answer.status}`);
    const told = await answer.json();
    cursors = { ...cursors, ...Object.fromEntries(told.pages.map(({ scope, to }) => [scope, to])) };
    if (!told.more) return;
  }
}

/** One device of somebody, entered without the door. */
async function device(database, person) {
  const token = [...randomBytes(52)].map((byte) => ALPHABET[byte & 31]).join('');
  const digest = createHash('sha256').update(token).digest('hex');
  await database.do`
    insert into device (id, person, token_sha256, name, created, expires)
    values (gen_random_uuid(), ${person}, decode(${digest}, 'hex'), 'bench', now() - interval '1 hour', now() + interval '1 day')`;
  return token;
}

function at(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
