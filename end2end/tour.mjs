// Every screen of the app, one after the other, with something on it: for those who look at all of them.

import { RECORDER, raise } from './acts.mjs';
import { session } from './gather.mjs';

/** How the app can be dressed. */
export const LOOKS = {
  light: { theme: 'light' },
  evening: { theme: 'evening' },
  elder: { theme: 'light', elder: true },
  en: { theme: 'light', lang: 'en' },
};

/** Dresses a phone; what is opened next is shown so. */
export async function dress(phone, look) {
  const worn = JSON.stringify({ lang: 'zh-CN', elder: false, size: '', ...LOOKS[look] });
  await phone.page.evaluate((text) => localStorage.setItem('bandeng.look', text), worn);
}

/** The screens, each with how to get there on a phone; the address of the issue is found once. */
export const SCREENS = {
  board: (phone) => phone.open('/app/'),
  filter: async (phone) => {
    const page = await phone.open('/app/');
    await page.locator('[aria-haspopup=dialog]').first().click();
    await page.getByRole('dialog').waitFor();
    return page;
  },
  raise: (phone) => phone.open('/app/raise'),
  saved: (phone, { issue }) => phone.open(`/app/issues/${issue}/saved`),
  issue: (phone, { old }) => phone.open(`/app/issues/${old}`),
  triage: (phone, { issue }) => phone.open(`/app/issues/${issue}/triage`),
  sessions: (phone) => phone.open('/app/sessions'),
  plan: (phone) => phone.open('/app/plan'),
  session: (phone, { bench }) => phone.open(`/app/sessions/${bench}`),
  seats: (phone, { bench }) => phone.open(`/app/sessions/${bench}/seats`),
  agenda: (phone, { bench }) => phone.open(`/app/sessions/${bench}/agenda`),
  paper: (phone, { bench }) => phone.open(`/app/sessions/${bench}/paper`),
  sheets: (phone, { bench }) => phone.open(`/app/sessions/${bench}/print`),
  minutes: (phone, { sealed }) => phone.open(`/app/sessions/${sealed}/minutes`),
  check: (phone, { sealed }) => phone.open(`/app/sessions/${sealed}/check`),
  seal: (phone, { sealed }) => phone.open(`/app/sessions/${sealed}/seal`),
  advice: (phone, { sealed }) => phone.open(`/app/sessions/${sealed}/advice`),
  actions: (phone) => phone.open('/app/actions'),
  telling: (phone) => phone.open('/app/actions/telling'),
  action: (phone, { action }) => phone.open(`/app/actions/${action}`),
  blueprint: (phone) => phone.open('/app/blueprint'),
  version: (phone) => phone.open('/app/blueprint/2025'),
  terms: (phone) => phone.open('/app/terms'),
  term: (phone, { term }) => phone.open(`/app/terms/${term}`),
  phone: (phone) => phone.open('/app/phone'),
  pass: async (phone) => {
    const page = await phone.open('/app/phone/pass');
    await page.getByRole('button', { name: /^(让那部手机扫|Show it to the other phone)$/ }).click();
    return page;
  },
  me: (phone) => phone.open('/app/me'),
  people: async (phone) => {
    const page = await phone.open('/app/people');
    await page.getByRole('button', { name: /王彩娣/ }).waitFor();
    await page.locator('summary').first().click();
    return page;
  },
  doors: (phone) => phone.open('/app/welcome'),
  letters: (phone) => phone.open('/app/letters'),
  welcome: (phone, { code }) => phone.open(`/app/welcome#${code}`),
  nowhere: (phone) => phone.open('/app/nowhere-at-all'),
  notices: (phone) => phone.open('/'),
};

/** A recorder's phone with an issue of her own that has not gone yet, and what the screens need to know. */
export async function prepare({ database, server, member }, settings) {
  const bench = await session({ database, server }, RECORDER);
  const phone = await member(RECORDER, settings);
  phone.line.bar('POST /api/v1/push');
  await raise(phone.page, '北渠冬天一结冰就漫到路上，清淤谁出工、谁出钱，要有个说法。',
    { name: '施国富', group: '四组', confirmed: '当面念过' });
  const issue = new URL(phone.page.url()).pathname.split('/')[3];
  const { id: old } = await database.row`
    select id from record where kind = 'issue' and fields->>'standing' = 'closed' order by fields->>'number' limit 1`;
  const [sealed, action, term] = await Promise.all([
    database.row`select id from record where kind = 'session' and fields->>'stage' = 'sealed' limit 1`,
    database.row`select id from record where kind = 'action' and fields->>'state' = 'checked' limit 1`,
    database.row`select id from record where kind = 'term' limit 1`,
  ]);
  const known = { issue, old, bench, sealed: sealed.id, action: action.id, term: term.id };
  return { phone, known: { ...known, code: await server.invite(RECORDER) } };
}

/** Goes to a screen and waits until it stands still. */
export async function visit(phone, name, known) {
  const page = await SCREENS[name](phone, known);
  // a screen comes with its part of the program, and what is measured before that is not as long as it will be
  const there = () => page.waitForFunction(() => document.querySelector('h1') && document.querySelector('main')?.childElementCount > 0
    && ![...document.querySelectorAll('.skel, main[aria-busy]')].some((one) => one.checkVisibility()));
  await there();
  // what is taken off the page meanwhile never finishes
  await page.evaluate(() => Promise.all([document.fonts.ready,
    ...document.getAnimations().map((one) => one.finished.catch(() => {}))]));
  await there();
  return page;
}
