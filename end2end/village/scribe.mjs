// Somebody who writes to the village without a browser: for what a story needs to be there already, and for
// what the bench counts.

import { randomBytes, randomUUID } from 'node:crypto';

const FRESH = { proto: 1, build: 'scribe', epoch: null };

/** A signed-in device of somebody of the directory. */
export class Scribe {
  /** Signs in by a fresh invite, at an origin that may be a line's. */
  static async of(server, person, origin = `http://127.0.0.1:${server.port}`) {
    const scribe = new Scribe();
    Object.assign(scribe, { origin, client: fresh(), seq: 0, cursors: {}, epoch: null });
    const code = await server.invite(person);
    const response = await scribe.post('/api/v1/invites/redeem', { code, attempt: randomUUID() });
    scribe.cookie = response.headers.getSetCookie()[0].split(';')[0];
    scribe.me = await response.json();
    return scribe;
  }

  async post(path, body) {
    const headers = { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(this.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  /** Sends acts, each `[kind, id, scope, act]`, and gives what became of each. */
  async push(acts) {
    const changes = acts.map(([kind, record, scope, act], after) => (
      { uuid: fresh(), seq: this.seq + after + 1, at: Date.now(), kind, id: record, scope, act }
    ));
    this.seq += acts.length;
    const sent = { ...FRESH, client: this.client, sent_at: Date.now(), changes };
    const reply = await (await this.post('/api/v1/push', sent)).json();
    const refused = reply.results.filter(({ r }) => r === 'refused');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`);
    return reply.results;
  }

  /** Raises so many issues in the village, and gives their ids. */
  async raise(village, count, words = (n) => `第 ${n} 件要商量的事，路边的水沟堵了。`) {
    const ids = Array.from({ length: count }, fresh);
    const acts = ids.map((record, n) => ['issue', record, `v:${village}`,
      { do: 'raise', words: words(n + 1), village, category: CATEGORIES[n % CATEGORIES.length] }]);
    for (let at = 0; at < acts.length; at += 250) await this.push(acts.slice(at, at + 250));
    return ids;
  }

  /** Asks in one word whether anything is new, and fails if there is. */
  async look() {
    const read = Object.entries(this.cursors).sort(([a], [b]) => SCOPES.indexOf(a[0]) - SCOPES.indexOf(b[0]) || (a < b ? -1 : 1));
    const word = sum([this.epoch, this.me.person, '', ...read.map(([scope, { ver }]) => `${scope} ${ver}`)].join('\n'));
    const response = await fetch(`${this.origin}/api/v1/still/${word}`, { headers: { cookie: this.cookie } });
    const told = await response.json();
    if (!told.still) throw new Error(`something is new: ${JSON.stringify(told)}`);
  }

  /** Reads all that is new; gives how many answers that took. */
  async pull() {
    for (let pages = 1; ; pages += 1) {
      const sent = { ...FRESH, epoch: this.epoch, client: this.client, cursors: this.cursors };
      const reply = await (await this.post('/api/v1/pull', sent)).json();
      this.epoch = reply.epoch;
      for (const page of reply.pages ?? []) this.cursors[page.scope] = page.to;
      if (!reply.more) return pages;
    }
  }
}

/** FNV-1a over 64 bits, as the phone reckons it. */
function sum(text) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, '0');
}

/** The kinds of scopes, in their order. */
const SCOPES = 'gvdsul';

const CATEGORIES = ['living', 'road', 'field', 'water', 'care', 'health'];

/** The village of the sample that everybody belongs to. */
export async function villageOf(database) {
  const { id: village } = await database.row`
    select id from record where kind = 'place' and fields->>'name' = '上枫村'`;
  return village;
}

/** A fresh id, version 7. */
export function fresh() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
