// What somebody waits for who wants the sealed minutes on paper: the sample's meeting, asked for as a browser asks.

import { RECORDER } from '../acts.mjs';
import { Scribe } from '../village/scribe.mjs';
import { village } from '../village.mjs';

const TIMES = 7;

/** From asking to the last byte; the first time the fonts are read from the disk, too. */
export async function papers(t) {
  const { server, database } = await village(t);
  const scribe = await Scribe.of(server, RECORDER);
  const { session } = await database.row`select session from seal where record = session limit 1`;
  const ask = async (paper) => {
    const begun = performance.now();
    const response = await fetch(`${scribe.origin}/papers/${session}/${paper}`, { headers: { cookie: scribe.cookie } });
    const bytes = await response.arrayBuffer();
    if (response.status !== 200 || bytes.byteLength < 1000) throw new Error(`${paper}: ${response.status}`);
    return performance.now() - begun;
  };
  const first = await ask('minutes.pdf');
  const later = { 'minutes.pdf': [], 'poster.pdf': [], 'minutes.docx': [] };
  for (let n = 0; n < TIMES; n += 1) {
    for (const [paper, times] of Object.entries(later)) times.push(await ask(paper));
  }
  const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return {
    'minutes of the sample’s meeting as a PDF, the first time': first,
    'minutes of the sample’s meeting as a PDF': middle(later['minutes.pdf']),
    'poster of the sample’s meeting as a PDF': middle(later['poster.pdf']),
    'minutes of the sample’s meeting for Word': middle(later['minutes.docx']),
  };
}
