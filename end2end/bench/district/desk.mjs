// Every address that a screen of the district's desk asks, by a name of its own, and how long each takes.

import { randomInt } from 'node:crypto';
import { at } from './seeded.mjs';

const FIGURES = ['sessions', 'issues', 'advice', 'reasons', 'actions', 'redone', 'days', 'echoes', 'satisfaction', 'voice', 'round'];
const DEBTS = ['advice', 'unclaimed', 'overdue', 'echo', 'brief', 'minutes', 'letter', 'office'];

export class Desk {
  /** The desk of a seeded district's office, with the places and matters that its addresses name. It has several devices:
   * one of them alone is asked to wait when it asks more often than anybody could. */
  static async of(seeded, tokens) {
    const desk = new Desk();
    Object.assign(desk, { origin: seeded.origin, tokens, turn: 0, region: seeded.region });
    const { database, region } = seeded;
    const { issue } = await database.row`
      select id as issue from record
      where kind = 'issue' and fields->>'standing' = 'posted' and fields->>'category' = 'road' order by id limit 1`;
    const { session } = await database.row`
      select id as session from record where kind = 'session' and fields->>'stage' in ('noticed', 'planned') order by id limit 1`;
    const { village, town } = await database.row`
      select id as village, fields->>'parent' as town from record
      where kind = 'place' and fields->>'level' = 'village' order by id offset 7 limit 1`;
    const { path } = await desk.ask(`/api/v1/calendars/${region}`, { method: 'POST', body: JSON.stringify({ lang: 'zh-CN' }) });
    Object.assign(desk, { issue, session, village, town, feed: path });
    await desk.#pages();
    return desk;
  }

  /** Where later pages begin: the waits tell it themselves, and of rows it is how many were read. */
  async #pages() {
    this.waits = [''];
    for (let more = ''; more !== undefined;) {
      more = (await this.told(`waits?kind=&after=${more}`)).more;
      if (more) this.waits.push(more);
    }
    this.rows = {};
    for (const figure of FIGURES) this.rows[figure] = (await this.told(`figures/${figure}/rows?from=0`)).all;
    if (Object.values(this.rows).some((all) => !(all > 0))) throw new Error(`there is nothing to count: ${JSON.stringify(this.rows)}`);
    if (this.waits.length < 4) throw new Error('too few wait for anybody to turn a page');
    if (!((await this.told('needs')).needs.length > 0)) throw new Error('nobody is sought');
    if (!((await this.told(`matches?issue=${this.issue}`)).people.length > 0)) throw new Error('nobody fits');
    if (!((await this.told('asked')).people.length > 0)) throw new Error('nobody was asked');
  }

  async ask(path, more = {}) {
    // open data and calendars wait for whoever comes too often from one address
    const from = `10.${randomInt(255)}.${randomInt(255)}.${randomInt(255)}`;
    this.turn += 1;
    const cookie = `__Host-bandeng=${this.tokens[this.turn % this.tokens.length]}`;
    const headers = { cookie, 'content-type': 'application/json', 'x-forwarded-for': from };
    const answer = await fetch(this.origin + path, { headers, ...more });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    return text.startsWith('{') ? JSON.parse(text) : text;
  }

  told(path) {
    return this.ask(`/api/v1/district/${this.region}/${path}`);
  }

  /** The overview: all that its cards ask, at once. */
  async overview() {
    const year = new Date().getFullYear();
    const from = performance.now();
    const cards = ['waits?kind=&after=', 'waits?kind=overdue&after=', 'needs', `figures?year=${year}`];
    await Promise.all([this.ask('/api/v1/burden/sums'), ...cards.map((path) => this.told(path))]);
    return performance.now() - from;
  }

  /** Each list by its name. */
  lists() {
    const year = new Date().getFullYear();
    const below = `/api/v1/district/${this.region}`;
    const lists = {
      figures: `${below}/figures?year=${year}`,
      'figures of all years': `${below}/figures?`,
      'figures of a town': `${below}/figures?year=${year}&place=${this.town}`,
      needs: `${below}/needs`,
      asked: `${below}/asked`,
      'matches of an issue': `${below}/matches?issue=${this.issue}`,
      'matches of a session': `${below}/matches?session=${this.session}`,
      'waits, first page': `${below}/waits?kind=&after=`,
      'waits, third page': `${below}/waits?kind=&after=${this.waits[2]}`,
      'waits, last page': `${below}/waits?kind=&after=${this.waits.at(-1)}`,
      calendars: `/api/v1/calendars/${this.region}`,
      'people of the district': `/api/v1/people/${this.region}`,
      'people of a village': `/api/v1/people/${this.village}`,
      'burden sums': '/api/v1/burden/sums',
    };
    for (const debt of DEBTS) lists[`waits: ${debt}`] = `${below}/waits?kind=${debt}&after=`;
    for (const [figure, all] of Object.entries(this.rows)) {
      const rows = `${below}/figures/${figure}/rows`;
      lists[`rows of ${figure}`] = `${rows}?year=${year}&from=0`;
      lists[`rows of ${figure}, all years, last page`] = `${rows}?from=${Math.floor((all - 1) / 50) * 50}`;
      lists[`rows of ${figure}, a village`] = `${rows}?place=${this.village}&from=0`;
    }
    return lists;
  }

  /** What is made and not listed: a report to be read, open data, a calendar. */
  papers() {
    const year = new Date().getFullYear();
    const report = `/api/v1/district/${this.region}/report`;
    return {
      'report of a year': `${report}/${year}`,
      'report of a quarter': `${report}/${year}-Q2`,
      'calendar feed': this.feed,
      'open data': `/open/${this.region}.zip`,
    };
  }

  /** Asks for everything, again and again, until so many rounds are over and so long has passed; what takes seconds is asked
   * for in the first few. Gives the times. */
  async looks({ rounds, least = 0, papers = 3 }) {
    const times = { overview: [] };
    const begun = performance.now();
    for (let round = 0; round < rounds || performance.now() - begun < least; round += 1) {
      const all = { ...this.lists(), ...(round < papers && this.papers()) };
      times.overview.push(await this.overview());
      for (const [name, path] of Object.entries(all)) {
        const from = performance.now();
        await this.ask(path);
        (times[name] ??= []).push(performance.now() - from);
      }
    }
    return times;
  }
}

/** The names of what is listed, the slowest first, by the middle of the times of each. */
export function slowest(desk, times) {
  const middle = Object.keys(desk.lists()).map((name) => ({ name, ms: at(times[name], 0.5) }));
  return middle.sort((one, other) => other.ms - one.ms);
}
