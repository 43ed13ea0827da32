// Runs the stories: `node end2end/run.mjs [--bench | --sync | --shots | file …]` over a PostgreSQL and a seeded village of
// this run's own.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Database, SEEDED } from './village/database.mjs';
import { tell } from './tell.mjs';
import { BANDENG, EPOCH } from './village/server.mjs';

const HERE = import.meta.dirname;

/** Runs this program once more inside a cluster that lives as long as it does, of its own so that two runs never meet. */
function inside() {
  const data = mkdtempSync(join(tmpdir(), 'bandeng-run-'));
  const own = [process.execPath, import.meta.filename, ...process.argv.slice(2)];
  // what is measured must be kept as in a village: on the disk before it is said
  const kept = process.argv[2] === '--sync' ? [] : ['--careless'];
  const cluster = ['postgres', ...kept, '--data', data, '--', ...own];
  const { status } = spawnSync(BANDENG, cluster, { stdio: 'inherit' });
  rmSync(data, { recursive: true, force: true });
  return status;
}

async function seed() {
  const data = mkdtempSync(join(tmpdir(), 'bandeng-seed-'));
  const { url } = await Database.fresh(SEEDED);
  execFileSync(BANDENG, ['seed-demo', '--database-url', url, '--data', data, '--epoch', EPOCH], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(data, { recursive: true, force: true });
}

/** Two at a time: a story's phones wait for each other, and a busy machine makes them wait long. */
const TESTS = ['--test', '--test-concurrency=2', '--test-timeout=400000', '--test-reporter=spec'];

function stories(asked) {
  const all = readdirSync(HERE).filter((name) => name.endsWith('.spec.mjs')).sort();
  return asked.length > 0 ? asked.map((name) => resolve(name)) : all.map((name) => join(HERE, name));
}

async function run([first, ...rest]) {
  const node = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
  if (first === '--bench') return node([join(HERE, 'bench/run.mjs'), ...rest]);
  if (first === '--sync') return node([join(HERE, 'bench/sync.mjs'), ...rest]);
  if (first === '--shots') return node([...TESTS, join(HERE, 'shots.mjs')]);
  return tell(HERE, TESTS, stories(first ? [first, ...rest] : []));
}

if (process.env.DATABASE_URL) {
  await seed();
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.exitCode = inside() ?? 1;
}
