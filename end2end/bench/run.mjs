// What it costs: `node end2end/run.mjs --bench` measures on a slowed-down phone and over a counting line, and
// prints each figure beside its budget.

import { actionTaps } from './actions.mjs';
import { budgets } from './budgets.mjs';
import { benchTaps } from './evening.mjs';
import { firstSync, idleRound } from './lines.mjs';
import { papers } from './papers.mjs';
import { coldStart, tapToSaved } from './taps.mjs';

const stories = [];
const t = { after: (tidy) => stories.push(tidy) };
let over = 0;
/** One measurement by its name, or all: `--bench benchTaps`. */
const [only] = process.argv.slice(2);

try {
  for (const measure of [tapToSaved, benchTaps, actionTaps, papers, coldStart, firstSync, idleRound]) {
    if (only && measure.name !== only) continue;
    const figures = await measure(t);
    for (const [name, value] of Object.entries(figures)) {
      const { unit, most } = budgets[name] ?? { unit: '' };
      const verdict = most === undefined ? '' : value <= most ? 'within' : 'OVER';
      if (verdict === 'OVER') over += 1;
      console.log(`${name.padEnd(62)} ${format(value).padStart(9)} ${unit.padEnd(3)} ${most === undefined ? '' : `of ${format(most)}`.padEnd(14)} ${verdict}`);
    }
    while (stories.length > 0) await stories.pop()();
  }
} finally {
  while (stories.length > 0) await stories.pop()();
}
process.exitCode = over > 0 ? 1 : 0;

function format(value) {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}
