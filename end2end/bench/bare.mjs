// What sync costs without a browser: the replica that phones run, over a counting line, against a server of the
// release and a PostgreSQL that keeps what it says it keeps. Beside it the peers, on the same rows, one after another.

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RECORDER, REPRESENTATIVE } from '../acts.mjs';
import { Line } from '../village/line.mjs';
import { villageOf } from '../village/scribe.mjs';
import { BANDENG } from '../village/server.mjs';
import { village } from '../village.mjs';
import { ThinLine } from './thin.mjs';

const run = promisify(execFile);
const PEERS = join(import.meta.dirname, 'peers');
const { gen } = createRequire(import.meta.url)('./peers/gen.js');
const ROWS = Number(process.env.BANDENG_BENCH_ROWS ?? 10_000);
const PHONES = 200;
const PROGRAM = join(dirname(BANDENG), 'examples', 'bench');
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const most = { buffer: 1 << 28 };

/** One device of somebody, entered without the door: two hundred would have to wait there. */
async function device(database, person) {
  const token = [...randomBytes(52)].map((byte) => ALPHABET[byte & 31]).join('');
  const digest = createHash('sha256').update(token).digest('hex');
  await database.do`
    insert into device (id, person, token_sha256, name, created, expires)
    values (gen_random_uuid(), ${person}, decode(${digest}, 'hex'), 'bench', now() - interval '1 hour', now() + interval '1 day')`;
  return token;
}

/** The figures of the product. */
export async function bare(t) {
  const { database, server } = await village(t);
  const line = await Line.to(server.port);
  t.after(() => line.close());
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-rows-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const rows = join(folder, 'rows.json');
  writeFileSync(rows, JSON.stringify(gen(ROWS)));
  const people = [await personNamed(database, RECORDER), await personNamed(database, REPRESENTATIVE)];
  const signed = [];
  for (const person of people) signed.push(`${person}=${await device(database, person)}`);
  const tokens = [];
  for (let n = 0; n < PHONES; n += 1) tokens.push(await device(database, people[1]));
  const address = `127.0.0.1:${line.port}`;
  const { stdout } = await run(PROGRAM, [address, rows, ...signed, await villageOf(database), ...tokens], { maxBuffer: most.buffer });
  const told = stdout.trim().split('\n').map((text) => JSON.parse(text));
  const sum = told.pop();
  if (line.up < sum.up || line.down < sum.down) throw new Error('the line counted less than the phone');
  told.push({ name: 'server, most memory', kb: Number(readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) });
  return told;
}

/** The figures of the product over a thin line. */
export async function thin(t) {
  const { database, server } = await village(t);
  const line = await ThinLine.to(server.port);
  t.after(() => line.close());
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-rows-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const rows = join(folder, 'rows.json');
  writeFileSync(rows, JSON.stringify(gen(600)));
  const signed = [];
  for (const name of [RECORDER, REPRESENTATIVE]) {
    const person = await personNamed(database, name);
    signed.push(`${person}=${await device(database, person)}`);
  }
  const [near, far] = [server.port, line.port].map((port) => `127.0.0.1:${port}`);
  const { stdout } = await run(PROGRAM, ['thin', rows, near, far, ...signed, await villageOf(database)]);
  return stdout.trim().split('\n').map((text) => JSON.parse(text));
}

async function personNamed(database, name) {
  return (await database.row`
    select id from record where kind = 'person' and fields->>'name' = ${name}`).id;
}

/** The figures of a peer; none where its packages are not installed. */
export async function peer(name) {
  if (!existsSync(join(PEERS, 'node_modules'))) return null;
  const { stdout } = await run(process.execPath, [join(PEERS, `${name}.js`), String(ROWS)], { cwd: PEERS, maxBuffer: most.buffer });
  return stdout.trim().split('\n').filter((text) => text.startsWith('{')).map((text) => JSON.parse(text));
}
