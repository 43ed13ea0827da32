// Waiting for conditions, and tidying up whatever happens.

import { createServer } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

/** Asks again and again until the answer is something, and gives it. Fails with `what` when it takes too long. */
export async function until(what, ask, patience = 150_000) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain: ${what}`);
    await rest(25);
  }
}

/** A port on loopback that nobody uses. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Dice that roll the same for the same seed: numbers from 0 to 1. The seed is BANDENG_SEED, or a fresh one to be told. */
export function dice(seed = Number(process.env.BANDENG_SEED ?? Math.floor(Math.random() * 2 ** 32))) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { roll, seed };
}

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Sees to it that a child process does not outlive this one. */
export function watchOver(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Resolves with the exit code when a child process is gone. */
export function gone(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}
