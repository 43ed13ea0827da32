// Prints what sync costs beside its budget and beside the peers: `node end2end/run.mjs --sync`.

import { bare, peer, thin } from './bare.mjs';

const BUDGETS = {
  'push of all records': { ms: 1200, up: 1_600_000 },
  'pull of all records': { ms: 600, down: 1_200_000 },
  'one field edit, up and down': { both: 700 },
  'an idle round': { both: 400 },
  '30 days away, 5 % changed': { both: 80_000 },
  'phones reconnecting': { ms: 2000 },
  'server, most memory': { kb: 64 * 1024 },
};

const stories = [];
let all;
try {
  const t = { after: (tidy) => stories.push(tidy) };
  const own = [...await bare(t), ...await thin(t)];
  all = { own, pouch: await peer('pouch'), rx: await peer('rx') };
} finally {
  while (stories.length > 0) await stories.pop()();
}
let over = 0;
console.log('| what | unit | budget | Bandeng | PouchDB | RxDB |\n|---|---|---|---|---|---|');
for (const figure of all.own) {
  const { name, up, down } = figure;
  const values = { ...figure, ...(up > 0 && { both: up + down }) };
  for (const unit of ['ms', 'up', 'down', 'both', 'kb']) {
    if (values[unit] === undefined || (unit !== 'ms' && values[unit] === 0)) continue;
    const budget = BUDGETS[name]?.[unit];
    const late = values[unit] > budget;
    if (late) over += 1;
    const others = [all.pouch, all.rx].map((peer) => beside(peer, name, unit, values[unit]));
    console.log(`| ${[name, unit, budget ?? '', `${values[unit]}${late ? ' **over**' : ''}`, ...others].join(' | ')} |`);
  }
}
process.exitCode = over > 0 ? 1 : 0;

/** A peer's figure, and how many times ours it is. */
function beside(figures, name, unit, own) {
  const figure = figures?.find((one) => one.name === name);
  const value = unit === 'both' && figure ? figure.up + figure.down : figure?.[unit];
  return value === undefined ? '' : `${value} (×${(value / Math.max(own, 1)).toFixed(1)})`;
}
