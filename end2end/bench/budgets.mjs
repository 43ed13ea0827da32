// The budgets of the figures that have one; the others are noted for those who come later. One field edit is measured by
// `--sync`, with the replica that phones run.

const budgets = {
  'district: records': { unit: '' },
  'district: seeding': { unit: 's', most: 120 },
  'district: overview, p50': { unit: 'ms' },
  'district: overview, p95': { unit: 'ms', most: 300 },
  'district: the slowest list': { unit: 'ms', most: 200 },
  'district: report of a year': { unit: 'ms' },
  'district: report of a quarter': { unit: 'ms' },
  'district: calendar feed': { unit: 'ms', most: 200 },
  'district: open data': { unit: 'ms' },
  'district: overview, 200 phones syncing, p50': { unit: 'ms', most: 300 },
  'district: overview, 200 phones syncing, p95': { unit: 'ms' },
  'district: the slowest list, 200 phones syncing': { unit: 'ms', most: 200 },
  'district: report of a year, 200 phones syncing': { unit: 'ms' },
  'district: report of a quarter, 200 phones syncing': { unit: 'ms' },
  // it is made anew after each change, for calendars that ask every few hours: no screen waits for it
  'district: calendar feed, 200 phones syncing': { unit: 'ms', most: 600 },
  'district: open data, 200 phones syncing': { unit: 'ms' },
  'district: changes taken, 200 phones syncing, a second': { unit: '' },
  'district: pulls, 200 phones syncing, a second': { unit: '' },
  'district: knocks, 200 phones syncing, a second': { unit: '' },
  'district: a phone’s push, 200 phones syncing, p95': { unit: 'ms' },
  'district: a phone’s pull, 200 phones syncing, p95': { unit: 'ms' },
  'district: server, most memory, asked alone': { unit: 'kB', most: 131_072 },
  'district: server, most memory, 200 phones syncing': { unit: 'kB', most: 131_072 },
  'district: overview, 200 phones reading all without a pause': { unit: 'ms' },
  'district: the slowest list, 200 phones reading all without a pause': { unit: 'ms' },
  'district: whole villages read, 200 phones without a pause, a second': { unit: '' },
  'district: server, most memory, 200 phones without a pause': { unit: 'kB', most: 131_072 },
  'district: the office’s desktop, records': { unit: '' },
  'district: the office’s desktop, the first reading of all': { unit: 's' },
  'district: the office’s desktop, the overview is opened': { unit: 'ms' },
  'district: the office’s desktop, the longest that it stands still then': { unit: 'ms', most: 1000 },
  'district: the office’s desktop, busy while six changes a second come': { unit: '%', most: 33 },
  'tap → saved on this phone, p50, CPU ÷ 4': { unit: 'ms' },
  'tap → saved on this phone, p95, CPU ÷ 4': { unit: 'ms', most: 50 },
  'bench: tap a name → saved, 40 seats, 200 said, p95, CPU ÷ 4': { unit: 'ms', most: 50 },
  'bench: tap a sort → saved, 40 seats, 200 said, p50, CPU ÷ 4': { unit: 'ms' },
  'bench: tap a sort → saved, 40 seats, 200 said, p95, CPU ÷ 4': { unit: 'ms', most: 50 },
  'bench: the end → minutes on the screen, CPU ÷ 4': { unit: 'ms', most: 1000 },
  'actions: open the list, 2,000 actions, p50, CPU ÷ 4': { unit: 'ms' },
  'actions: tap a tab → cards, 2,000 actions, p50, CPU ÷ 4': { unit: 'ms' },
  'actions: tap a tab → cards, 2,000 actions, p95, CPU ÷ 4': { unit: 'ms', most: 100 },
  'actions: type a letter → cards, 2,000 actions, p95, CPU ÷ 4': { unit: 'ms', most: 100 },
  'minutes of the sample’s meeting as a PDF, the first time': { unit: 'ms', most: 2000 },
  'minutes of the sample’s meeting as a PDF': { unit: 'ms', most: 2000 },
  'poster of the sample’s meeting as a PDF': { unit: 'ms', most: 2000 },
  'minutes of the sample’s meeting for Word': { unit: 'ms' },
  'cold start, offline, 500 issues, CPU ÷ 4': { unit: 'ms', most: 1000 },
  'first sync of 2,000 issues on a phone': { unit: 'ms' },
  'first sync of 2,000 issues, up': { unit: 'B' },
  'first sync of 2,000 issues, down': { unit: 'B', most: 240_000 },
  'an idle round, up and down': { unit: 'B', most: 400 },
};

/** The unit of a figure, and the most or the least that it may be, where there is a bound. */
export function budgetOf(name) {
  if (name.startsWith('lighthouse ')) return { unit: '', least: 98 };
  return budgets[name] ?? { unit: '' };
}
