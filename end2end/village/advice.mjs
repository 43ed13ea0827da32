// A sealed evening with advice on it, as the recorder's phone sent it.

import { checked, evening, POINTS, SAID } from './evening.mjs';
import { fresh } from './scribe.mjs';
import { seal } from './sealing.mjs';

/** What was said that evening and wants an answer: by its place in `SAID`. */
export const ADVISED = [0, 1, 2, 4];

/** Brings a session as far as the seal, with the advice of `ADVISED`; gives what is known of it. */
export async function sealed(here, recorder, { advised = ADVISED, said = SAID } = {}) {
  const known = await evening(here, { said, blank: false });
  await checked(known, POINTS, said);
  const advice = advised.map(fresh);
  // one after the other, as they were taken
  for (const [at, of] of advised.entries()) {
    await known.scribe.push([['advice', advice[at], known.lies,
      { do: 'session', step: 'advise', statement: known.statements[of], words: said[of].words, issue: known.issue }]]);
  }
  await seal(here, known.session, recorder);
  return { ...known, advice };
}

/** An answer as the secretary gives it. */
export function answer(known, at, verdict, more = {}) {
  return ['advice', known.advice[at], known.lies, { do: 'session', step: 'answer', verdict, ...more }];
}
