// The page of an issue tells how it came to be what it is: who changed which field from what to what, and when; what
// was read once can be read without a signal.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, mend, openIssue, RECORDER, SECRETARY } from './acts.mjs';
import { village } from './village.mjs';

const ISSUE = '垃圾四分类，厨余桶夏天有味';
const FIELD = '大概几户';

const history = (page) => page.getByRole('group').filter({ hasText: '经过：走过的每一步，改过的每一处' });
const unfold = (page) => history(page).getByText('经过：走过的每一步').click();
const turn = (page, ...words) => words.reduce((line, word) => line.filter({ hasText: word }), history(page).getByRole('listitem'));

test('who changed which field from what to what, and when, is on the page, and stays readable without a signal', async (t) => {
  const { member } = await village(t);
  const [recorder, secretary] = await Promise.all([member(RECORDER), member(SECRETARY)]);
  await Promise.all([recorder, secretary].map(({ page }) => openIssue(page, ISSUE)));
  await mend(recorder.page, FIELD, '65');
  await field(secretary.page, FIELD).filter({ hasText: '65 户' }).waitFor();
  await unfold(secretary.page);
  await turn(secretary.page, RECORDER, FIELD, '60 户', '65 户').waitFor();
  // it grows while it is read
  await mend(secretary.page, FIELD, '70');
  await turn(secretary.page, SECRETARY, FIELD, '65 户', '70 户').waitFor();
  await turn(secretary.page, '刚提出', '收到了').waitFor();

  await secretary.offline();
  await secretary.page.reload();
  await mend(secretary.page, FIELD, '71');
  await unfold(secretary.page);
  await turn(secretary.page, RECORDER, FIELD, '60 户', '65 户').waitFor();
  await history(secretary.page).getByText(/是村里.*告诉这部手机的/).waitFor();
  const own = turn(secretary.page, SECRETARY, FIELD, '70 户', '71 户');
  await own.getByText('存在本机').waitFor();
  const lines = await history(secretary.page).getByRole('listitem').allInnerTexts();
  const at = (words) => lines.findIndex((line) => line.includes(words));
  assert.ok(at('71 户') < at('65 户\n') || at('71 户') === 0, 'the newest is first');
  assert.equal(at('71 户'), 0);

  // whoever has never asked is told so, and what came with the issue is there
  await recorder.offline();
  await recorder.page.reload();
  await unfold(recorder.page);
  await history(recorder.page).getByText('要连上村里才知道').waitFor();
  await turn(recorder.page, '刚提出', '收到了').waitFor();
  await recorder.online();
  await secretary.online();
  await field(recorder.page, FIELD).filter({ hasText: '71 户' }).waitFor();
  await turn(recorder.page, SECRETARY, FIELD, '70 户', '71 户').waitFor();
});
