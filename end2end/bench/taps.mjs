// What a thumb waits for, on a phone four times slower than this machine.

import { RECORDER } from '../acts.mjs';
import { Scribe, villageOf } from '../village/scribe.mjs';
import { until, village } from '../village.mjs';

const RAISES = 50;
const ISSUES = 500;
const STARTS = 5;

/** From the tap on 存下 to the words 存好了 in the page, the store having confirmed. */
export async function tapToSaved(t) {
  const phone = await (await village(t)).member(RECORDER);
  await phone.offline();
  await slow(phone);
  const taken = [];
  for (let n = 1; n <= RAISES; n += 1) {
    await phone.page.getByRole('link', { name: n === 1 ? '提一件事' : '再提一件' }).click();
    await phone.page.getByRole('textbox', { name: '什么事' }).fill(`第 ${n} 件事，路边的水沟堵了。`);
    taken.push(await phone.page.evaluate(tap));
  }
  taken.sort((a, b) => a - b);
  return {
    'tap → saved on this phone, p50, CPU ÷ 4': taken[Math.floor(RAISES * 0.5)],
    'tap → saved on this phone, p95, CPU ÷ 4': taken[Math.floor(RAISES * 0.95)],
  };
}

/** In the page, so that no message between processes is counted. */
function tap() {
  return new Promise((saved) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.innerText.includes('存下'));
    const begun = performance.now();
    const look = () => {
      if (document.querySelector('h1')?.innerText.includes('存好了')) saved(performance.now() - begun);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    button.click();
  });
}

/** From opening the address to the first card in the page, with the browser's caches as they are on a later day. */
export async function coldStart(t) {
  const { database, server, member } = await village(t);
  const scribe = await Scribe.of(server, RECORDER);
  await scribe.raise(await villageOf(database), ISSUES);
  const phone = await member(RECORDER);
  const all = phone.page.getByRole('button', { name: /^全部/ });
  await until('all have arrived', async () => Number((await all.innerText()).match(/\d+/)) >= ISSUES);
  await phone.offline();
  const taken = [];
  for (let n = 0; n < STARTS; n += 1) {
    await phone.context.close();
    await phone.reopen('about:blank');
    await phone.context.addInitScript(watchForCard);
    await slow(phone);
    await phone.open('/app/');
    await phone.page.waitForFunction(() => globalThis.benchCard > 0);
    taken.push(await phone.page.evaluate(() => globalThis.benchCard));
  }
  taken.sort((a, b) => a - b);
  return { 'cold start, offline, 500 issues, CPU ÷ 4': taken[Math.floor(STARTS / 2)] };
}

function watchForCard() {
  const look = () => {
    if (!globalThis.benchCard && document.querySelector('main li h3 a')) {
      requestAnimationFrame(() => (globalThis.benchCard ||= performance.now()));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

async function slow(phone) {
  const tools = await phone.tools();
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
