// What a reader waits for among 2,000 actions, on a phone four times slower than this machine.

import { RECORDER } from '../acts.mjs';
import { asked, DAY, follow } from '../village/doings.mjs';
import { fresh, Scribe } from '../village/scribe.mjs';
import { until, village } from '../village.mjs';

const ACTIONS = 2000;
const ROUNDS = 5;
/** What is drawn below the screen after a tap belongs to that tap. */
const STILL = 600;
const OWNERS = ['村委会', '镇政府', '区水利局 沈科', '区交通运输局 郑股长', '供电所 老何'];
const TABS = ['等人认领', '在办', '超期', '重办', '办结', '先看这些'];
const LETTERS = ['水', '水利', '第 19', '', '沈', '路'];

/** From the tap on a tab, or from a letter, to the cards on the screen. */
export async function actionTaps(t) {
  const here = await village(t);
  await fill(here);
  const phone = await here.member(RECORDER);
  const { page } = phone;
  await until('all have arrived', async () => {
    await phone.open('/app/actions');
    await page.locator('.tabs button').nth(1).waitFor();
    const counts = await page.locator('.tabs').innerText();
    return (counts.match(/\d+/g) ?? []).length >= 5 && Number(counts.match(/在办\s*(\d+)/)?.[1]) >= ACTIONS / 2;
  });
  await phone.offline();
  const tools = await phone.tools();
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const measured = async (what, given) => {
    await page.waitForTimeout(STILL);
    return page.evaluate(what, given);
  };
  const taken = { opened: [], tabs: [], letters: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(tap, ['.nav a', '议题']);
    taken.opened.push(await measured(tap, ['.nav a', '办理']));
    for (const tab of TABS) taken.tabs.push(await measured(tap, ['.tabs button', tab]));
    await page.evaluate(tap, ['.tabs button', '在办']);
    await page.locator('.top .ib').first().click();
    await page.getByRole('searchbox').waitFor();
    for (const letters of LETTERS) taken.letters.push(await measured(type, letters));
    await page.locator('.top .ib').first().click();
    await page.getByRole('searchbox').waitFor({ state: 'detached' });
  }
  const at = (times, part) => times.sort((a, b) => a - b)[Math.floor(times.length * part)];
  return {
    'actions: open the list, 2,000 actions, p50, CPU ÷ 4': at(taken.opened, 0.5),
    'actions: tap a tab → cards, 2,000 actions, p50, CPU ÷ 4': at(taken.tabs, 0.5),
    'actions: tap a tab → cards, 2,000 actions, p95, CPU ÷ 4': at(taken.tabs, 0.95),
    'actions: type a letter → cards, 2,000 actions, p95, CPU ÷ 4': at(taken.letters, 0.95),
  };
}

/** A village with 2,000 actions in every state, each that is being done with a note on how far it is. */
async function fill(here) {
  const known = await asked(here);
  const others = await Scribe.of(here.server, '王彩娣');
  const now = Date.now();
  const ids = Array.from({ length: ACTIONS }, fresh);
  const in250 = async (scribe, acts) => {
    for (let at = 0; at < acts.length; at += 250) await scribe.push(acts.slice(at, at + 250));
  };
  const all = (of, move, more) => of.map((id) => ['action', id, known.here, follow(move, more)]);
  await in250(known.scribe, ids.map((id, n) => ['action', id, known.here, follow('undertake', {
    issue: known.issue, what: `第 ${n + 1} 件：${n % 3 ? '水沟清一清' : '路面补一补'}`, criterion: '下雨不积水', partners: '镇农办',
    ...(n % 10 && { owner: OWNERS[n % OWNERS.length] }), due: now + (n % 90 - 12) * DAY })]));
  const owned = ids.filter((_, n) => n % 10);
  await in250(known.scribe, all(owned, 'accept'));
  await in250(known.scribe, owned.map((id, n) => ['progress', fresh(), known.here, follow('report', {
    action: id, words: '又做了一段。', done: n % 12, of: 12, unit: '段' })]));
  const done = owned.filter((_, n) => n % 3 === 0);
  await in250(known.scribe, all(done, 'finish', { words: '做完了。' }));
  await in250(others, all(done, 'check', { ok: true }));
  const result = (n) => (n % 6 ? { result: 'satisfied' } : { result: 'not', words: '下雨还是积水。' });
  await in250(others, done.map((id, n) => ['action', id, known.here, follow('rate', { ...result(n), heard: true, way: 'own' })]));
  const good = done.filter((_, n) => n % 6);
  await in250(known.scribe, all(good, 'tell', { to: '施阿根', how: 'door' }));
  await in250(known.scribe, all(good.slice(0, -40), 'close'));
}

/** In the page, so that no message between processes is counted: from the tap until the frame with its cards is out. */
function tap([where, word]) {
  return new Promise((shown) => {
    const button = [...document.querySelectorAll(where)].find((one) => one.innerText.trim().startsWith(word));
    const begun = performance.now();
    const out = new MessageChannel();
    out.port1.onmessage = () => shown(performance.now() - begun);
    button.click();
    const look = () => {
      const cards = where !== '.nav a' || document.querySelector(word === '办理' ? '.doing' : '.block, .state');
      if (cards) out.port2.postMessage(0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function type(letters) {
  return new Promise((shown) => {
    const box = document.querySelector('input[type=search]');
    const begun = performance.now();
    const out = new MessageChannel();
    out.port1.onmessage = () => shown(performance.now() - begun);
    box.value = letters;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => out.port2.postMessage(0));
  });
}
