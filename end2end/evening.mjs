// An evening on the benches that others have prepared: its people, its seats, its stage.

import { randomUUID } from 'node:crypto';
import { RECORDER } from './acts.mjs';
import { Scribe, villageOf } from './village/scribe.mjs';

/** The people of the sample's meeting, villagers first: name, role, group or office, and what they do there. */
export const BENCH = [
  ['施阿根', 'representative', '一组'], ['吴阿菊', 'villager', '一组'], ['施永明', 'villager', '二组'],
  ['徐美华', 'villager', '二组'], ['王彩娣', 'representative', '三组'], ['徐志强', 'representative', '三组'],
  ['施国富', 'representative', '四组'], ['胡阿福', 'villager', '四组'], ['施春娥', 'villager', '五组'],
  ['徐根土', 'villager', '五组'], ['陈小燕', 'representative', '六组'],
  ['吴国梁', 'supervisor', null, { duty: 'host' }], ['陈素琴', 'recorder', null, { duty: 'recorder' }],
  ['施建林', 'secretary', '书记'], ['施丽萍', 'recorder', '村委'], ['林晓舟', 'first_secretary', '第一书记'],
  ['胡尚云', 'member', '委员'], ['周敏之', 'member', '委员'], ['沈佩文', 'member', '委员'],
  ['沈科', 'department', '水利局'], ['郑股长', 'department', '交通局'], ['朱主任', 'department', '镇农办'],
  ['老何', 'department', '供电所'], ['方教授', 'expert', '大学', { remote: true }], ['杨院士', 'expert', '大学', { remote: true }],
];

export const TITLE = '新班子 新蓝图 · 先干哪三件';

/** Plans an evening with a seat for each of `people`, and moves it on to `stage`; gives its id and the seats'. */
export async function evening({ database, server }, { people = BENCH, stages = ['noticed', 'ready'] } = {}) {
  const scribe = await Scribe.of(server, RECORDER);
  const village = await villageOf(database);
  const [session, seats] = [randomUUID(), people.map(() => randomUUID())];
  const of = (act) => ['session', session, `v:${village}`, { do: 'session', ...act }];
  await scribe.push([of({ step: 'convene', title: TITLE, village, mode: 'b' }),
    of({ step: 'move', on: Date.now() + 3_600_000, where: '上枫老街古樟树下' })]);
  await scribe.push(people.map(([name, role, place, more], order) => ['seat', seats[order], `s:${session}`,
    { do: 'session', step: 'seat', name, role, ...where(role, place), ...more, order }]));
  let from = 'planned';
  for (const to of stages) {
    await scribe.push([of({ step: 'proceed', from, to })]);
    from = to;
  }
  return { scribe, village, session, seats };
}

function where(role, place) {
  if (!place) return {};
  return ['villager', 'representative'].includes(role) ? { group: place } : { label: place };
}
