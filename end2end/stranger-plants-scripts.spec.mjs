// Somebody has written a script into every field that takes words: on no screen and on no page does one run, or become
// anything but the letters it is written in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare, SCREENS, visit } from './tour.mjs';
import { village } from './village.mjs';
import { afterwards, asked } from './village/links.mjs';
import { villageOf } from './village/scribe.mjs';

/** Out of a text, an attribute, a text area, a style and a template; `{{` and `${` for whatever would fill them in. */
const SCRIPT = `"'></textarea></style><script>window.caught='script'</script><img src=x onerror="window.caught='img'">`
  + `<svg onload="window.caught='svg'"><a href="javascript:window.caught='a'">{{caught}}\${caught}`;

/** What only a script that was planted would leave: an element, a handler, an address. */
const CAUGHT = () => {
  const found = [...document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript:"], script:not([src])')];
  if (window.caught) found.push(document.body);
  return found.map((one) => one.outerHTML.slice(0, 120));
};

/** Those whom the story itself calls by name. */
const CALLED = ['陈素琴', '施建林', '吴国梁', '施国富', '上枫村', '四组'];

/** Writes the script behind every text of a value that somebody may have written. */
function planted(value, name) {
  if (name === 'seal') return value;
  if (Array.isArray(value)) return value.map((one) => planted(one, name));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, planted(one, field)]));
  }
  // words and names have Chinese in them, or blanks; ids, kinds and standings have neither
  if (CALLED.includes(value)) return value;
  return typeof value === 'string' && /[\u4e00-\u9fff]| /.test(value) ? `${value}${SCRIPT}` : value;
}

/** Plants it in the whole village, and moves all its counters on so that phones hear of it. */
async function plant(database) {
  const rows = await database.rows`select id, kind, fields from record where kind <> 'membership'`;
  const counts = {};
  for (const { id, kind, fields } of rows) {
    const after = JSON.stringify(planted(fields));
    if (after === JSON.stringify(fields)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
    await database.do`update record set fields = ${after}::jsonb, rev = rev + 1 where id = ${id}`;
  }
  await database.run('update scope set ver = ver + 1; update record set ver = scope.ver from scope where scope.id = record.scope');
  return counts;
}

test('a script in every field runs on no screen and on no page', async (t) => {
  const here = await village(t);
  const links = await afterwards(here);
  const brief = await asked(here);
  const home = await villageOf(here.database);
  const counts = await plant(here.database);
  for (const kind of ['issue', 'comment', 'session', 'seat', 'statement', 'advice', 'action', 'person', 'place', 'brief', 'letter', 'blueprint_line']) {
    assert.ok(counts[kind] > 0, `a ${kind} was planted: ${JSON.stringify(counts)}`);
  }
  const { phone, known } = await prepare(here);
  phone.context.on('page', (page) => page.on('dialog', (dialog) => phone.troubles.push(dialog.message())));
  const [found, shown] = [[], []];
  const look = async (name, page) => {
    found.push(...(await page.evaluate(CAUGHT)).map((one) => `${name}: ${one}`));
    if (await page.evaluate(() => document.body.textContent.includes('window.caught=')
      || [...document.querySelectorAll('input, textarea')].some((one) => one.value.includes('window.caught=')))) shown.push(name);
  };
  for (const name of Object.keys(SCREENS)) await look(name, await visit(phone, name, known));
  const paths = ['/', `/t/${links.issue}`, `/t/${links.issue}?text`, `/s/${links.code}`, `/verify/${links.code}`,
    `/rate/${links.secret}`, `/brief/${brief}`, `/raise/${home}`, `/raise/${home}/sheet`, '/complain', '/policy'];
  for (const path of paths) {
    for (const lang of ['zh-CN', 'en']) {
      const page = await phone.tab(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await look(path, page);
      await page.close();
    }
  }
  assert.deepEqual(found, []);
  assert.deepEqual(phone.troubles, []);
  // where nothing was shown, nothing was learnt; what is sealed cannot be written over, and is looked at where it is sealed
  const sealed = ['minutes', 'check', 'seal', `/s/${links.code}`, `/verify/${links.code}`];
  const own = ['saved', 'triage', 'agenda', 'phone', 'pass', 'me', 'doors', 'welcome', 'nowhere', `/raise/${home}/sheet`, '/policy'];
  const bare = [...Object.keys(SCREENS), ...paths].filter((name) => !shown.includes(name));
  assert.deepEqual(bare.sort(), [...sealed, ...own].sort());
});

test('a page on which a script was let in would be noticed', async (t) => {
  const { phone } = await village(t);
  const page = await (await phone('nobody')).tab('/');
  await page.evaluate((script) => { document.querySelector('main').innerHTML = script; }, SCRIPT);
  assert.ok((await page.evaluate(CAUGHT)).length >= 3);
});
