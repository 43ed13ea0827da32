// Two hundred phones of the villages' people: as they sync through an evening, and as no evening is, all of them reading
// everything anew without a pause.

import { fresh } from '../../village/scribe.mjs';
import { at } from './seeded.mjs';

/** A phone writes something about so often. */
const PAUSE = 30_000;
const SENT = { proto: 1, build: 'bench' };

class Phone {
  constructor(origin, token, { village, issue }) {
    Object.assign(this, { origin, village, issue, client: fresh(), seq: 0, cursors: {}, epoch: null, told: { pushes: [], pulls: [], knocks: 0 } });
    this.headers = { cookie: `__Host-bandeng=${token}`, 'content-type': 'application/json' };
  }

  async post(path, body) {
    const answer = await fetch(this.origin + path, { method: 'POST', headers: this.headers, body: JSON.stringify({ ...SENT, client: this.client, epoch: this.epoch, ...body }) });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Reads what is new, page by page. A phone keeps the records; this one only how far it has read. */
  async pull() {
    for (let more = true; more;) {
      const from = performance.now();
      const reply = await this.post('/api/v1/pull', { cursors: this.cursors });
      this.told.pulls.push(performance.now() - from);
      this.epoch = reply.epoch;
      for (const { scope, to } of reply.pages) this.cursors[scope] = to;
      more = reply.more;
    }
  }

  /** Writes a remark on an issue of its village. */
  async write() {
    const now = Date.now();
    this.seq += 1;
    const act = { do: 'say', issue: this.issue, words: `看过了，第 ${this.seq} 回，还是老样子。` };
    const change = { uuid: fresh(), seq: this.seq, at: now, kind: 'comment', id: fresh(), scope: `v:${this.village}`, act };
    const from = performance.now();
    const { results } = await this.post('/api/v1/push', { sent_at: now, changes: [change] });
    this.told.pushes.push(performance.now() - from);
    if (results?.[0]?.r !== 'ok') throw new Error(`not taken: ${JSON.stringify(results)}`);
  }

  /** Keeps the stream of knocks open, and reads what is new at each: the app takes small news out of the knock itself, so
   * that it asks less often than this. */
  async listen(signal) {
    const answer = await fetch(`${this.origin}/api/v1/poke`, { headers: this.headers, signal });
    if (answer.status !== 200) throw new Error(`poke: ${answer.status}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const hear = async () => {
      for (;;) {
        const { value, done } = await reader.read().catch(() => ({ done: true }));
        if (done) {
          if (!signal.aborted) throw new Error('a stream of knocks has ended');
          return;
        }
        if (!value.includes('data:')) continue;
        this.told.knocks += 1;
        await this.pull();
      }
    };
    // not its end itself: whoever opens the stream would wait for that
    return { over: hear() };
  }

  /** Lives until it is told to stop: writes, and waits about half a minute. */
  async live(first, going) {
    await wait(first, going);
    while (!going.signal.aborted) {
      await this.write();
      await this.pull();
      await wait(PAUSE * (0.8 + 0.4 * Math.random()), going);
    }
  }
}

export class Phones {
  /** So many devices, each with an issue of its person's village. */
  static async of({ database, origin }, tokens, people) {
    const issues = await database.rows`
      select distinct on (scope) substr(scope, 3) as village, id as issue from record
      where kind = 'issue' and not gone and scope like 'v:%'
      order by scope, fields->>'standing' in ('posted', 'scheduled') desc, id`;
    const homes = new Map(issues.map((one) => [one.village, one]));
    const phones = new Phones();
    phones.all = tokens.map((token, nth) => {
      const home = homes.get(people[nth].village);
      if (!home) throw new Error(`nothing was raised in ${people[nth].village}`);
      return new Phone(origin, token, home);
    });
    return phones;
  }

  /** Two hundred phones sync while something is done beside them; gives what that gives, and what they had to wait. */
  async syncing(beside) {
    // each has read its village before the evening begins, ten at a time
    const waiting = [...this.all];
    await Promise.all(Array.from({ length: 10 }, async () => {
      for (let phone = waiting.pop(); phone; phone = waiting.pop()) await phone.pull();
    }));
    this.all.forEach((phone) => Object.assign(phone.told, { pulls: [], knocks: 0 }));
    const going = new AbortController();
    const streams = [];
    for (const phone of this.all) streams.push((await phone.listen(going.signal)).over);
    const since = performance.now();
    const lives = this.all.map((phone, nth) => phone.live((PAUSE * nth) / this.all.length, going));
    const failed = Promise.race([...lives, ...streams].map((life) => life.then(() => new Promise(() => {}))));
    const told = await Promise.race([beside(), failed]);
    const seconds = (performance.now() - since) / 1000;
    going.abort();
    await Promise.all([...lives, ...streams]);
    const all = (what) => this.all.flatMap((phone) => phone.told[what]);
    const [pushes, pulls] = [all('pushes'), all('pulls')];
    return { told, writes: pushes.length / seconds, reads: pulls.length / seconds, knocks: all('knocks').reduce((sum, one) => sum + one, 0) / seconds, push: at(pushes, 0.95), pull: at(pulls, 0.95) };
  }

  /** All of them read everything anew, again and again; no phone does that. */
  async saturating(beside) {
    let busy = true;
    let reads = 0;
    const since = performance.now();
    const lives = this.all.map(async (phone) => {
      while (busy) {
        phone.cursors = {};
        await phone.pull();
        reads += 1;
      }
    });
    const told = await Promise.race([beside(), Promise.all(lives)]);
    busy = false;
    await Promise.all(lives);
    return { told, reads: reads / ((performance.now() - since) / 1000) };
  }
}

function wait(ms, { signal }) {
  return new Promise((over) => {
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      over();
    }, { once: true });
  });
}
