// What one person writes is brought to the other's phone, and the answer says what it came to: neither has to ask.

import assert from 'node:assert/strict';
import { setTimeout as rest } from 'node:timers/promises';
import { test } from 'node:test';
import { card, field, mend, openIssue, raise, RECORDER, SECRETARY } from './acts.mjs';
import { fresh, Scribe, villageOf } from './village/scribe.mjs';
import { village } from './village.mjs';

const FIELD = '大概几户';

test('what is written on one phone is on the other, though neither can ask for it', async (t) => {
  const { member } = await village(t);
  const recorder = await member(RECORDER);
  const other = await member(SECRETARY);
  // both have read everything, and their doors are open
  await rest(3000);
  const lines = [recorder.line, other.line];
  lines.forEach((line) => line.bar('POST /api/v1/pull'));
  for (const [one, two, heading] of [[recorder, other, '渠边的石板松了'], [other, recorder, '渠边的栏杆断了']]) {
    await raise(one.page, `${heading}。`);
    await one.page.getByRole('link', { name: '回议题板' }).click();
    await card(one.page, heading).getByText('已送达').waitFor();
    await card(two.page, heading).waitFor();
  }
  // of what stands there already, what has changed
  for (const { page } of [recorder, other]) await openIssue(page, '渠边的石板松了');
  await mend(recorder.page, FIELD, '37');
  await field(other.page, FIELD).filter({ hasText: '37 户' }).waitFor();
  lines.forEach((line) => line.bar());
  assert.deepEqual([recorder.troubles, other.troubles], [[], []]);
});

test('who opens the page of something that is not here yet sees it come', async (t) => {
  const { database, member, server } = await village(t);
  const reader = await member(SECRETARY);
  const writer = await Scribe.of(server, RECORDER);
  const home = await villageOf(database);
  const issue = fresh();
  const page = await reader.open(`/app/issues/${issue}`);
  await page.getByRole('heading', { name: '这一件不在这部手机里' }).waitFor();
  await writer.push([['issue', issue, `v:${home}`, { do: 'raise', words: '井盖翘起来了。', village: home, category: 'living' }]]);
  await field(page, FIELD).waitFor();
  assert.deepEqual(reader.troubles, []);
});
