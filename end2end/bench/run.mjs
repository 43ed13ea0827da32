// What it costs: `node end2end/run.mjs --bench` measures on a slowed-down phone and over a counting line, and
// prints each figure beside its budget.

import { actionTaps } from './actions.mjs';
import { budgetOf } from './budgets.mjs';
import { district } from './district.mjs';
import { benchTaps } from './evening.mjs';
import { lighthouse } from './lighthouse.mjs';
import { firstSync, idleRound } from './lines.mjs';
import { papers } from './papers.mjs';
import { coldStart, tapToSaved } from './taps.mjs';

const stories = [];
const t = { after: (tidy) => stories.push(tidy) };
let over = 0;
/** One measurement by its name, or all: `--bench benchTaps`. */
const [only] = process.argv.slice(2);

try {
  for (const measure of [district, tapToSaved, benchTaps, actionTaps, papers, coldStart, firstSync, idleRound, lighthouse]) {
    if (only && measure.name !== only) continue;
    const figures = await measure(t);
    for (const [name, value] of Object.entries(figures)) {
      const { unit, most, least } = budgetOf(name);
      const bound = most ?? least;
      const kept = least === undefined ? value <= most : value >= least;
      const verdict = bound === undefined ? '' : kept ? 'within' : 'OVER';
      if (verdict === 'OVER') over += 1;
      const beside = bound === undefined ? '' : `${least === undefined ? 'of' : 'at least'} ${format(bound)}`.padEnd(14);
      console.log(`${name.padEnd(68)} ${format(value).padStart(9)} ${unit.padEnd(3)} ${beside} ${verdict}`);
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
