// The built server, started, killed and started again on one port over one database.

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gone, watchOver } from './chores.mjs';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');

/** The built command `bandeng`. */
export const BANDENG = resolve(ROOT, process.env.BANDENG_BIN ?? 'target/debug/bandeng');
/** The folder of the built app. */
export const SITE = resolve(ROOT, process.env.BANDENG_SITE ?? 'target/site');
/** Each story's database is a copy of one that was served already, so its server is told the word. */
export const EPOCH = 'stories';

/** One server. Its origin is where it listens; phones reach it through a line of their own. */
export class Server {
  constructor({ database, data, port, site = SITE }) {
    for (const built of [BANDENG, join(site, 'index.html')]) {
      if (!existsSync(built)) throw new Error(`${built} is not built`);
    }
    Object.assign(this, { port, log: '' });
    this.args = ['--listen', `127.0.0.1:${port}`, '--data', data, '--site', site];
    this.env = { ...process.env, DATABASE_URL: database, BANDENG_EPOCH: EPOCH };
    delete this.env.BANDENG_ORIGIN;
  }

  /** Starts it, and waits until it answers. */
  async start() {
    this.child = watchOver(spawn(BANDENG, ['serve', ...this.args], { env: this.env }));
    this.child.stderr.on('data', (text) => (this.log += text));
    await new Promise((opened, failed) => {
      this.child.stdout.on('data', (text) => String(text).includes('open at') && opened());
      this.child.once('exit', () => failed(new Error(`the server would not start:\n${this.log}`)));
    });
  }

  /** Pulls the plug: no good-bye, no tidying up. */
  async kill() {
    this.child.kill('SIGKILL');
    await gone(this.child);
  }

  /** Asks it to stop; a server that is gone already is left alone. */
  async stop() {
    if (!this.child) return;
    this.child.kill('SIGTERM');
    await gone(this.child);
  }

  /** The code of a fresh invite for somebody of the directory. */
  async invite(person, role, place) {
    const held = role ? ['--role', role, '--place', place] : [];
    const args = ['invite', '--person', person, ...held, ...this.args];
    const { stdout } = await run(BANDENG, args, { env: this.env });
    return new URL(stdout.trim()).hash.slice(1);
  }
}
