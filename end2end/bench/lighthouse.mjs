// What Lighthouse thinks of each page for people without the app, on a slow phone.

import { createRequire } from 'node:module';
import { RECORDER, SECRETARY } from '../acts.mjs';
import { follow } from '../village/doings.mjs';
import { afterwards, asked } from '../village/links.mjs';
import { Scribe, villageOf } from '../village/scribe.mjs';
import { village } from '../village.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Its own packages are there for this alone. */
async function tools() {
  const near = createRequire(new URL('./lighthouse/package.json', import.meta.url));
  const { default: lighthouse } = await import(near.resolve('lighthouse'));
  const { launch } = await import(createRequire(near.resolve('lighthouse')).resolve('chrome-launcher'));
  return { lighthouse, launch };
}

/** Every page that needs no account, by the name of its door. */
async function pages(here) {
  const [{ issue, code, secret }, brief] = [await afterwards(here), await asked(here)];
  const home = await villageOf(here.database);
  // what was promised on a sealed evening is done, so that its code opens a rating
  const { promised, at, scope } = await here.database.row`
    select seal.code as promised, action.id as at, action.scope from seal
    join record action on action.kind = 'action' and action.fields->>'session' = seal.record::text
    where action.fields->>'state' = 'acting' order by seal.number desc, action.id limit 1`;
  const [secretary, scribe] = [await Scribe.of(here.server, SECRETARY), await Scribe.of(here.server, RECORDER)];
  await secretary.push([['action', at, scope, follow('finish', { words: '十二盏都亮了。' })]]);
  await scribe.push([['action', at, scope, follow('check', { ok: true })]]);
  return {
    '/': '/',
    '/t': `/t/${issue}`,
    '/s': `/s/${code}`,
    '/verify': '/verify',
    '/verify/CODE': `/verify/${code}`,
    '/rate': `/rate/${secret}`,
    '/brief': `/brief/${brief}`,
    '/raise': `/raise/${home}`,
    '/s/CODE/rate': `/s/${promised}/rate/${at}`,
    '/ask': '/ask',
    '/complain': '/complain',
    '/policy': '/policy',
  };
}

/** The lowest score of each page, of a hundred, and the page's name with each. */
export async function lighthouse(t) {
  const here = await village(t);
  const { lighthouse: look, launch } = await tools();
  const chromeFlags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const chrome = await launch({ chromePath: process.env.BANDENG_CHROMIUM ?? '/usr/bin/chromium', chromeFlags });
  t.after(() => chrome.kill());
  const figures = {};
  for (const [door, path] of Object.entries(await pages(here))) {
    const url = `http://localhost:${here.server.port}${path}`;
    const flags = { port: chrome.port, onlyCategories: CATEGORIES, output: 'json', logLevel: 'error' };
    const { lhr } = await look(url, flags);
    if (lhr.runtimeError) throw new Error(`${door}: ${lhr.runtimeError.message}`);
    for (const name of CATEGORIES) {
      figures[`lighthouse ${door}, ${name}`] = Math.round(lhr.categories[name].score * 100);
      const lacking = lhr.categories[name].auditRefs.map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
        .filter(({ score, weight }) => weight > 0 && score !== null && score < 0.9);
      for (const { id, displayValue } of lacking) console.log(`  ${door} ${name}: ${id} ${displayValue ?? ''}`);
    }
  }
  return figures;
}
