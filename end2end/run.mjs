// Runs the stories: `node end2end/run.mjs [--bench] [file …]` over a PostgreSQL and a seeded village of this run's own.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Database, SEEDED } from './village/database.mjs';
import { BANDENG } from './village/server.mjs';

const HERE = import.meta.dirname;

/** Runs this program once more inside a cluster that lives as long as it does. */
function inside() {
  const data = resolve(HERE, '../target/end2end');
  mkdirSync(data, { recursive: true });
  const own = [process.execPath, import.meta.filename, ...process.argv.slice(2)];
  const cluster = ['postgres', '--careless', '--data', data, '--', ...own];
  return spawnSync(BANDENG, cluster, { stdio: 'inherit' }).status;
}

async function seed() {
  const data = mkdtempSync(join(tmpdir(), 'bandeng-seed-'));
  const { url } = await Database.fresh(SEEDED);
  execFileSync(BANDENG, ['seed-demo', '--database-url', url, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(data, { recursive: true, force: true });
}

function stories(asked) {
  const all = readdirSync(HERE).filter((name) => name.endsWith('.spec.mjs')).sort();
  const files = asked.length > 0 ? asked.map((name) => resolve(name)) : all.map((name) => join(HERE, name));
  // two at a time: a story has phones that wait for each other, and a busy machine makes them wait long
  const how = ['--test', '--test-concurrency=2', '--test-timeout=120000', '--test-reporter=spec'];
  return spawnSync(process.execPath, [...how, ...files], { stdio: 'inherit' }).status;
}

const [first, ...rest] = process.argv.slice(2);
if (!process.env.DATABASE_URL) {
  process.exitCode = inside() ?? 1;
} else {
  await seed();
  process.exitCode = first === '--bench'
    ? spawnSync(process.execPath, [join(HERE, 'bench/run.mjs'), ...rest], { stdio: 'inherit' }).status
    : stories(first ? [first, ...rest] : []);
}
