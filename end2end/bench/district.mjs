// What a district of sixty villages and two years costs its office: the overview, every list that a screen asks for, what is
// made of it; alone, while two hundred phones sync as they do in an evening, and while they read all anew without a pause.

import { Desk, slowest } from './district/desk.mjs';
import { desktop } from './district/office.mjs';
import { Phones } from './district/phones.mjs';
import { at, devices, memory, seeded } from './district/seeded.mjs';

const PHONES = 200;
const DESKS = 20;
const ROUNDS = 10;
/** Long enough for each phone to have written, and for most to have written again. */
const EVENING = 50_000;
const TOLD = 12;

/** The figures. */
export async function district(t) {
  const here = await seeded(t);
  const { database, server } = here;
  const people = await database.rows`
    select person, min(substr(scope, 3)) as village from member where role <> 'office' and scope like 'v:%'
    group by person order by person limit ${PHONES}`;
  if (people.length < PHONES) throw new Error('too few people for so many phones');
  const desk = await Desk.of(here, await devices(database, Array(DESKS).fill(here.office)));
  const tokens = await devices(database, people.map(({ person }) => person));

  // once for warmth: what is measured is a server that has been asked before
  await desk.looks({ rounds: 1, papers: 0 });
  const alone = await desk.looks({ rounds: ROUNDS });
  tell('alone', alone);
  const asked = memory(server);
  const phones = await Phones.of(here, tokens, people);
  const evening = await phones.syncing(() => desk.looks({ rounds: 1, least: EVENING }));
  tell('while 200 phones sync', evening.told);
  const synced = memory(server);
  const crowd = await phones.saturating(() => desk.looks({ rounds: 1, papers: 0 }));
  tell('while 200 phones read all without a pause', crowd.told);
  const figures = {
    'district: records': here.records,
    'district: seeding': here.seeding,
    ...of('', desk, alone),
    ...of(', 200 phones syncing', desk, evening.told),
    'district: changes taken, 200 phones syncing, a second': evening.writes,
    'district: pulls, 200 phones syncing, a second': evening.reads,
    'district: knocks, 200 phones syncing, a second': evening.knocks,
    'district: a phone’s push, 200 phones syncing, p95': evening.push,
    'district: a phone’s pull, 200 phones syncing, p95': evening.pull,
    'district: server, most memory, asked alone': asked,
    'district: server, most memory, 200 phones syncing': synced,
    'district: overview, 200 phones reading all without a pause': at(crowd.told.overview, 0.5),
    'district: the slowest list, 200 phones reading all without a pause': slowest(desk, crowd.told)[0].ms,
    'district: whole villages read, 200 phones without a pause, a second': crowd.reads,
    'district: server, most memory, 200 phones without a pause': memory(server),
    ...(await desktop(t, here, phones)),
  };
  return figures;
}

function of(beside, desk, times) {
  const made = Object.keys(desk.papers()).map((name) => [`district: ${name}${beside}`, at(times[name], 0.5)]);
  return {
    [`district: overview${beside}, p50`]: at(times.overview, 0.5),
    [`district: overview${beside}, p95`]: at(times.overview, 0.95),
    [`district: the slowest list${beside}`]: slowest(desk, times)[0].ms,
    ...Object.fromEntries(made),
  };
}

/** The slowest of all that was asked, by the middle of their times, as soon as it is known. */
function tell(when, times) {
  const middle = Object.entries(times).map(([name, all]) => [name, at(all, 0.5)]).sort(([, one], [, other]) => other - one);
  const slowest = middle.slice(0, TOLD).map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
  console.log(`${when}, the slowest in ms: ${slowest.join(', ')}`);
}
