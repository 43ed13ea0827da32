// The office's own desktop: a browser that holds every village of the district, reads it for the first time, opens the desk,
// and stays usable while the villages write.

import { until } from '../../village/chores.mjs';
import { Phone } from '../../village/phone.mjs';
import { held } from '../../village/store.mjs';
import { at } from './seeded.mjs';

const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false };
const OPENINGS = 3;
/** As an evening writes: more than six changes a second. */
const NEWS = 60;
const BETWEEN = 150;

/** What it costs; `phones` are of people of the villages, and write. */
export async function desktop(t, { server, database, office }, phones) {
  const desk = await Phone.on({ server }, office, { ...DESK, init: watch });
  t.after(() => desk.close());
  const { page } = desk;
  await desk.open(`/app/welcome#${await server.invite(office)}`);
  const begun = performance.now();
  await page.getByRole('button', { name: '坐下来' }).click();
  const { records } = await database.row`
    select count(*)::int as records from record join (
      select scope from member where person = ${office}
      union select 's:' || id from record where kind = 'session') as read using (scope)`;
  await page.getByRole('link', { name: '区里的桌面' }).waitFor();
  await until('all is read', async () => (await held(page)) >= records);
  const read = (performance.now() - begun) / 1000;
  const opened = [];
  const blocked = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    await desk.open('/app/district');
    await page.getByRole('link', { name: /^看全部/ }).waitFor();
    opened.push(await page.evaluate(() => performance.now()));
    await page.waitForTimeout(5_000);
    blocked.push(Math.max(...(await page.evaluate(() => globalThis.blocked))));
  }
  await page.evaluate(() => globalThis.blocked.splice(0));
  const before = await held(page);
  const since = performance.now();
  for (let n = 0; n < NEWS; n += 1) {
    await phones.all[n % phones.all.length].write();
    await page.waitForTimeout(BETWEEN);
  }
  await until('all news has come', async () => (await held(page)) >= before + NEWS);
  const over = performance.now() - since;
  await page.waitForTimeout(2_000);
  const busy = (await page.evaluate(() => globalThis.blocked)).reduce((sum, one) => sum + one, 0);
  return {
    'district: the office’s desktop, records': await held(page),
    'district: the office’s desktop, the first reading of all': read,
    'district: the office’s desktop, the overview is opened': at(opened, 0.5),
    'district: the office’s desktop, the longest that it stands still then': at(blocked, 0.5),
    'district: the office’s desktop, busy while six changes a second come': (100 * busy) / over,
  };
}

/** In the page: each time that it stood still for more than 50 ms. */
function watch() {
  globalThis.blocked = [0];
  const look = (list) => list.getEntries().forEach(({ duration }) => globalThis.blocked.push(duration));
  new PerformanceObserver(look).observe({ type: 'longtask', buffered: true });
}
