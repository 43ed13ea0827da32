// A village of its own for one story: database, server, phones; all of it gone when the story ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './village/chores.mjs';
import { Database } from './village/database.mjs';
import { Phone } from './village/phone.mjs';
import { Server } from './village/server.mjs';

export { until } from './village/chores.mjs';

/** A running village; `t` is the story's test context, which takes it down. */
export async function village(t, { site } = {}) {
  const [database, port] = await Promise.all([Database.copy(), freePort()]);
  const data = mkdtempSync(join(tmpdir(), 'bandeng-village-'));
  const server = new Server({ database: database.url, data, port, site });
  const phones = [];
  t.after(async () => {
    await Promise.all(phones.map((phone) => phone.close()));
    await server.stop();
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  });
  const here = { database, server };
  /** A phone that is switched on, for somebody of the directory who is not signed in yet. */
  here.phone = async (person, settings) => {
    const phone = await Phone.on(here, person, settings);
    phones.push(phone);
    return phone;
  };
  /** A phone with somebody signed in, at the board, ready to go without a signal. */
  here.member = async (person, settings) => (await (await here.phone(person, settings)).enter()).kept();
  await server.start();
  return here;
}
