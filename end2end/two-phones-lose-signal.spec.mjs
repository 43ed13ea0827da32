// A line breaks in every shape while two people write. Then it is quiet: nothing waits, and both phones and the
// village hold the same.

import assert from 'node:assert/strict';
import { setTimeout as rest } from 'node:timers/promises';
import { test } from 'node:test';
import { card, goTo, raise, RECORDER, SECRETARY } from './acts.mjs';
import { dice } from './village/chores.mjs';
import { copy } from './village/store.mjs';
import { until, village } from './village.mjs';

/** Each breaks the lines, and gives what mends them. */
const SHAPES = {
  'no signal for both': (lines) => breaking(lines, (line) => line.cut()),
  'no signal for one': ([line]) => breaking([line], (one) => one.cut()),
  'nothing goes up': (lines) => breaking(lines, (line) => line.silence('up')),
  'nothing comes down': (lines) => breaking(lines, (line) => line.silence('down')),
  'one goes up, the other comes down': ([first, second]) => {
    first.silence('up');
    return breaking([second, first], (line) => line === second && line.silence('down'));
  },
  'no knocks': (lines) => {
    lines.forEach((line) => line.bar('GET /api/v1/poke'));
    return () => lines.forEach((line) => line.bar());
  },
  'questions are torn': (lines) => tearing(lines, 'asked'),
  'answers are lost': (lines) => tearing(lines, 'lost'),
  'answers are cut short': (lines) => tearing(lines, 'short'),
  'a signal that comes and goes': (lines, roll) => {
    let flapping = true;
    const flap = (async () => {
      while (flapping) {
        lines.forEach((line) => (roll() < 0.5 ? line.cut() : line.mend()));
        await rest(50 + roll() * 250);
      }
    })();
    return async () => {
      flapping = false;
      await flap;
      lines.forEach((line) => line.mend());
    };
  },
};

function breaking(lines, how) {
  lines.forEach(how);
  return () => lines.forEach((line) => line.mend());
}

/** The next push and the next pull of each phone. What is written may go up and down without a pull: so that they ask,
 * the network says that it is back until all is torn. */
function tearing(lines, how) {
  const torn = lines.flatMap((line) => ['push', 'pull'].map((door) => line.tear(`POST /api/v1/${door}`, how)));
  return async (phones) => {
    let over = false;
    const all = Promise.all(torn).then(() => (over = true));
    while (!over) {
      for (const { page } of phones) await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await Promise.race([all, rest(500)]);
    }
  };
}

/** The records that somebody may read, as the village holds them. */
async function held(database, person) {
  const rows = await database.rows`
    select id, rev from record where scope in (
      select m.scope from member m join record p on p.id = m.person where p.fields->>'name' = ${person}
      union select 'u:' || p.id from record p where p.kind = 'person' and p.fields->>'name' = ${person}
      union select 's:' || s.id from member m join record p on p.id = m.person
        join record s on s.kind = 'session' and s.scope = m.scope
        where p.fields->>'name' = ${person} and m.role in ('secretary', 'recorder', 'supervisor', 'first_secretary', 'office')
      union select seat.scope from record seat join record p on seat.fields->>'person' = p.id::text
        where seat.kind = 'seat' and not seat.gone and p.fields->>'name' = ${person})`;
  return rows.map(({ id, rev }) => `${id} ${rev}`).sort();
}

test('a line that breaks in every shape, then quiet: nothing waits, and two phones and the village hold the same', async (t) => {
  const { roll, seed } = dice();
  t.diagnostic(`seed ${seed}`);
  const { database, member } = await village(t);
  const phones = await Promise.all([member(RECORDER), member(SECRETARY)]);
  const lines = phones.map((phone) => phone.line);
  const written = [];
  for (const [shape, breaks] of Object.entries(SHAPES)) {
    const mend = breaks(lines, roll);
    await Promise.all(phones.map(async ({ page, person }) => {
      const heading = `${shape.length}号断线时${person}写的第${written.length}件`;
      written.push(heading);
      await raise(page, `${heading}。`);
      await page.getByRole('link', { name: '回议题板' }).click();
    }));
    await mend(phones);
    for (const { page, person } of phones) {
      for (const heading of written.slice(-2)) {
        await card(page, heading).getByText('已送达').waitFor({ timeout: 45_000 })
          .catch(() => assert.fail(`${shape}: ${heading} is not on the phone of ${person}`));
      }
    }
  }

  for (const phone of phones) {
    await until(`nothing waits on the phone of ${phone.person}`, async () => (await copy(phone.page)).waiting === 0);
    assert.deepEqual((await copy(phone.page)).rows, await held(database, phone.person));
    await phone.page.reload();
    await goTo(phone.page, '本机');
    await phone.page.getByText('和村里的一条一条对过，都一样').waitFor();
    assert.deepEqual(phone.troubles, []);
  }
  const { issues, changes } = await database.row`
    select count(distinct record)::int as issues, count(*)::int as changes from change where act->>'words' like '%断线时%'`;
  assert.deepEqual([issues, changes], [written.length, written.length], 'each once');
});
