// A server over a district of sixty villages and two years, and devices of its people.

import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../village/chores.mjs';
import { Database } from '../../village/database.mjs';
import { BANDENG, EPOCH, Server } from '../../village/server.mjs';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Seeds it and starts its server; `t` takes both down. */
export async function seeded(t) {
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
  const { records } = await database.row`select count(*)::int as records from record`;
  const { region, office } = await database.row`
    select substr(scope, 3) as region, person as office from member where role = 'office' and scope like 'g:%'`;
  return { database, server, origin: `http://127.0.0.1:${server.port}`, seeding, records, region, office };
}

/** Devices, each of the person of its turn, entered without the door: two hundred would have to wait there. */
export async function devices(database, people) {
  const tokens = people.map(() => [...randomBytes(52)].map((byte) => ALPHABET[byte & 31]).join(''));
  const rows = people.map((person, nth) => {
    const digest = createHash('sha256').update(tokens[nth]).digest('hex');
    return `(gen_random_uuid(), '${person}', decode('${digest}', 'hex'), 'bench', now() - interval '1 hour', now() + interval '1 day')`;
  });
  await database.run(`insert into device (id, person, token_sha256, name, created, expires) values ${rows.join(',')}`);
  return tokens;
}

/** The most memory that the server had since it was started, in kB. */
export function memory(server) {
  return Number(readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]);
}

/** The value below which such a share of them lies. */
export function at(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
