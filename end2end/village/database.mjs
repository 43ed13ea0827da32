// A database of its own for each story, copied from one that was seeded once for the whole run.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The database that all others are copied from. */
export const SEEDED = 'seeded';

/** Where PostgreSQL's `psql` is on this machine. */
const PSQL = (() => {
  const versions = '/usr/lib/postgresql';
  const numbered = existsSync(versions) ? readdirSync(versions).sort((a, b) => b - a) : [];
  const folders = [
    process.env.BANDENG_POSTGRES_BIN,
    ...numbered.map((version) => join(versions, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.filter(Boolean).map((folder) => join(folder, 'psql')).find(existsSync);
  return found ?? 'psql';
})();

/** A database of the cluster in DATABASE_URL. */
export class Database {
  constructor(name) {
    const cluster = process.env.DATABASE_URL;
    if (!cluster) throw new Error('stories need a PostgreSQL: run them by `node end2end/run.mjs`');
    const url = new URL(cluster);
    url.pathname = `/${name}`;
    this.name = name;
    this.url = url.href;
  }

  /** A copy of the seeded village, for one story. */
  static async copy() {
    const copy = new Database(`story_${randomBytes(6).toString('hex')}`);
    await new Database('postgres').run(`create database ${copy.name} template ${SEEDED}`);
    return copy;
  }

  /** An empty one, taken away first if it is there. */
  static async fresh(name) {
    await new Database('postgres').run(`drop database if exists ${name} with (force)`);
    await new Database('postgres').run(`create database ${name}`);
    return new Database(name);
  }

  async drop() {
    await new Database('postgres').run(`drop database ${this.name} with (force)`);
  }

  /** Rows of a query as objects: db.rows`select … where id = ${id}`. */
  async rows(parts, ...values) {
    const query = fill(parts, values);
    const told = await this.run(`select coalesce(json_agg(q), '[]') from (${query}) q`);
    return JSON.parse(told);
  }

  /** The first row of a query, or nothing. */
  async row(parts, ...values) {
    return (await this.rows(parts, ...values))[0];
  }

  /** Does something: db.do`update … set … where id = ${id}`. */
  async do(parts, ...values) {
    await this.run(fill(parts, values));
  }

  async run(text) {
    const args = ['--no-psqlrc', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', this.url, '-c', text];
    const { stdout } = await run(PSQL, args, { maxBuffer: 1 << 28 });
    return stdout.trim();
  }
}

function fill(parts, values) {
  const quoted = values.map((value) => `'${String(value).replaceAll("'", "''")}'`);
  return parts.map((part, at) => part + (quoted[at] ?? '')).join('');
}
