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

/** A round that finds nothing new. */
export async function idleRound(t) {
  const { server } = await village(t);
  const line = await Line.to(server.port);
  t.after(() => line.close());
  const scribe = await Scribe.of(server, RECORDER, `http://127.0.0.1:${line.port}`);
  await scribe.pull();
  line.count();
  await scribe.look();
  return { 'an idle round, up and down': line.up + line.down };
}
