// Tells stories, and tells those that failed once more, alone: on a busy machine a phone may wait longer than a
// story has patience. What fails twice has failed; what failed once is named aloud.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** Runs `node --test …` on these files; gives how it ended, and the files with a failure. */
async function once(flags, files) {
  const told = spawn(process.execPath, [...flags, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const heard = { pass: 0, fail: 0, failed: new Set(), code: 1 };
  const ended = new Promise((done) => told.on('exit', done));
  for await (const line of createInterface({ input: told.stdout })) {
    const sum = /^ℹ (pass|fail) (\d+)$/.exec(line);
    const place = /^test at .*?([\w-]+\.spec\.mjs):/.exec(line);
    if (place) heard.failed.add(place[1]);
    if (sum) heard[sum[1]] = Number(sum[2]);
    else console.log(line);
  }
  heard.code = (await ended) ?? 1;
  return heard;
}

/** Tells all stories; gives the exit code. */
export async function tell(folder, flags, files) {
  const first = await once(flags, files);
  let { pass, fail, code } = first;
  if (code !== 0 && first.failed.size > 0 && first.failed.size <= 3) {
    const again = [...first.failed];
    console.log(`\nonce more, alone: ${again.join(', ')}`);
    const alone = flags.map((flag) => (flag.startsWith('--test-concurrency') ? '--test-concurrency=1' : flag));
    const second = await once(alone, again.map((name) => join(folder, name)));
    pass += fail - second.fail;
    ({ fail, code } = second);
  }
  console.log(`ℹ pass ${pass}\nℹ fail ${fail}`);
  return code;
}
