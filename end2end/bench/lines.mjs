// What a thin line carries: bytes up and down through a counting proxy, headers included.

import { RECORDER, REPRESENTATIVE } from '../acts.mjs';
import { Line } from '../village/line.mjs';
import { Scribe, villageOf } from '../village/scribe.mjs';
import { village } from '../village.mjs';

const RECORDS = 2000;

/** From sitting down to the last of 2,000 issues on the board, on a phone that has the app already. */
export async function firstSync(t) {
  const here = await village(t);
  const scribe = await Scribe.of(here.server, RECORDER);
  await scribe.raise(await villageOf(here.database), RECORDS);
  const phone = await here.phone(REPRESENTATIVE);
  await phone.open(`/app/welcome#${await here.server.invite(REPRESENTATIVE)}`);
  await phone.kept();
  const sit = phone.page.getByRole('button', { name: '坐下来' });
  await sit.waitFor();
  phone.line.count();
  const begun = performance.now();
  await sit.click();
  const all = phone.page.getByRole('button', { name: /^全部/ });
  await all.filter({ hasText: /2\d{3}/ }).waitFor();
  return {
    'first sync of 2,000 issues on a phone': performance.now() - begun,
    'first sync of 2,000 issues, up': phone.line.up,
    'first sync of 2,000 issues, down': phone.line.down,
  };
}

/** One household count changed on one phone, read on another; both as a phone sends it, without a browser's
 * own headers, which HTTP/2 says only once. */
export async function oneEdit(t) {
  const here = await village(t);
  const place = await villageOf(here.database);
  const { one, other, lines } = await pair(t, here);
  const [issue] = await one.raise(place, 1);
  await Promise.all([one.pull(), other.pull()]);
  lines.forEach((line) => line.count());
  await one.push([['issue', issue, `v:${place}`, { do: 'edit', field: 'households', from: null, to: 37 }]]);
  await other.pull();
  await one.pull();
  return { 'one field edit, up and down to one other phone': sum(lines) };
}

/** A round that finds nothing new. */
export async function idleRound(t) {
  const { one, lines } = await pair(t, await village(t));
  await one.pull();
  lines.forEach((line) => line.count());
  await one.look();
  return { 'an idle round, up and down': sum(lines) };
}

async function pair(t, { server }) {
  const lines = [await Line.to(server.port), await Line.to(server.port)];
  t.after(() => Promise.all(lines.map((line) => line.close())));
  const one = await Scribe.of(server, RECORDER, `http://127.0.0.1:${lines[0].port}`);
  const other = await Scribe.of(server, REPRESENTATIVE, `http://127.0.0.1:${lines[1].port}`);
  return { one, other, lines };
}

function sum(lines) {
  return lines.reduce((bytes, { up, down }) => bytes + up + down, 0);
}
