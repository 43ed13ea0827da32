// What a recorder waits for on the bench, late in a full evening, on a phone four times slower than this machine.

import { randomUUID } from 'node:crypto';
import { RECORDER } from '../acts.mjs';
import { evening } from '../evening.mjs';
import { village } from '../village.mjs';

const SEATS = 40;
const STATEMENTS = 200;
const SPEECHES = 80;
const TAPS = 60;
const SORTS = ['意见', '提问', '解答', '保留意见'];

/** From the tap to the words that say it is on this phone: names and sorts; and from the end to the minutes. */
export async function benchTaps(t) {
  const here = await village(t);
  const people = Array.from({ length: SEATS }, (_, n) => [`村民${n + 1}`, n < 20 ? 'villager' : 'member',
    n < 20 ? '三组' : '委员', n === 38 ? { duty: 'host' } : n === 39 ? { duty: 'recorder' } : {}]);
  const { scribe, session, seats } = await evening(here, { people, stages: ['noticed', 'ready', 'in_session'] });
  const within = (kind, act) => [kind, randomUUID(), `s:${session}`, { do: 'session', ...act }];
  const said = Array.from({ length: STATEMENTS }, (_, n) => within('statement',
    { step: 'state', sort: 'opinion', seat: seats[n % SEATS], part: 3, words: `第 ${n + 1} 句，灯杆装在转弯头。` }));
  await scribe.push(said);
  const spoken = Array.from({ length: SPEECHES }, (_, n) => within('speech', { step: 'speak', seat: seats[n % SEATS] }));
  for (const speech of spoken) await scribe.push([speech, ['speech', speech[1], speech[2], { do: 'session', step: 'hush' }]]);
  const phone = await here.member(RECORDER);
  await phone.open(`/app/sessions/${session}/bench`);
  await phone.page.getByText(`今晚记下 ${STATEMENTS + SPEECHES} 条`).waitFor();
  await phone.offline();
  const tools = await phone.tools();
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const taken = { names: [], sorts: [] };
  for (let n = 0; n < TAPS; n += 1) {
    taken.names.push(await phone.page.evaluate(tap, ['.ring .seat', `村民${(n % SEATS) + 1}`]));
    taken.sorts.push(await phone.page.evaluate(tap, ['.cap button', SORTS[n % SORTS.length]]));
  }
  await phone.page.getByRole('button', { name: '散会' }).click();
  const minutes = await phone.page.evaluate(end);
  const at = (times, part) => times.sort((a, b) => a - b)[Math.floor(times.length * part)];
  return {
    'bench: tap a name → saved, 40 seats, 200 said, p95, CPU ÷ 4': at(taken.names, 0.95),
    'bench: tap a sort → saved, 40 seats, 200 said, p50, CPU ÷ 4': at(taken.sorts, 0.5),
    'bench: tap a sort → saved, 40 seats, 200 said, p95, CPU ÷ 4': at(taken.sorts, 0.95),
    'bench: the end → minutes on the screen, CPU ÷ 4': minutes,
  };
}

/** In the page, so that no message between processes is counted. */
function tap([where, word]) {
  return new Promise((saved) => {
    const button = [...document.querySelectorAll(where)].find((one) => one.innerText.split('\n')[0].trim() === word);
    const line = document.querySelector('.last.done');
    const begun = performance.now();
    const look = new MutationObserver(() => {
      if (!line.innerText.includes(word)) return;
      look.disconnect();
      saved(performance.now() - begun);
    });
    look.observe(line, { childList: true, subtree: true, characterData: true });
    button.click();
  });
}

function end() {
  return new Promise((shown) => {
    const begun = performance.now();
    const look = () => {
      const there = location.pathname.endsWith('/minutes') && document.querySelector('main')?.getAttribute('aria-busy') === null;
      if (there) requestAnimationFrame(() => shown(performance.now() - begun));
      else requestAnimationFrame(look);
    };
    look();
    [...document.querySelectorAll('dialog[open] button')].find((one) => one.innerText.includes('看纪要')).click();
  });
}
