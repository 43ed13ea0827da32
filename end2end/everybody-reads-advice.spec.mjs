// The answers to what was advised, by day, in the evening, in large letters and in English: axe finds nothing, nothing
// sticks out, every control can be hit; and all of it goes by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { dress } from './tour.mjs';
import { answer, sealed } from './village/advice.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { fresh, Scribe } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const DEPARTMENT = '沈科';

/** Answers one with all that can come of it, and one twice; a remark lies beside a third. */
async function answered(here, known) {
  const [action, line, home] = [fresh(), fresh(), `v:${known.village}`];
  const [first] = known.advice;
  const secretary = await Scribe.of(here.server, SECRETARY);
  await secretary.push([
    answer(known, 0, 'adopted', { action, line }),
    ['action', action, home, { do: 'follow', move: 'undertake', what: '北渠清淤', owner: '区水利局', advice: first, session: known.session }],
    ['blueprint_line', line, home, { do: 'follow', move: 'sketch', section: 'living', words: '北渠每年清淤一次', cites: [first] }],
    answer(known, 3, 'declined', { why: '管子明年才到。' }),
    answer(known, 3, 'deferred', { why: '管子到了再修。' }),
    ['note', fresh(), known.lies, { do: 'session', step: 'note', about: known.advice[1], words: '转弯头要一块反光镜。' }],
  ]);
}

/** Opens all that can be opened on the page, and gets an answer refused. */
async function open(page, { en }) {
  const slip = page.getByRole('listitem').filter({ has: page.getByRole('radio') }).first();
  await slip.getByRole('radio', { name: en ? 'partly adopted' : '部分采纳' }).check();
  for (const box of await slip.getByRole('checkbox').all()) {
    if (!/到此为止|Nothing more/.test(await box.evaluate((one) => one.labels[0].innerText))) await box.check();
  }
  await slip.getByRole('button', { name: en ? 'Save the answer' : '答复好了', exact: true }).click();
  await slip.getByText(en ? 'Give a reason for the part' : '没采纳的那部分，要写明理由').waitFor();
  for (const row of await page.locator('summary').all()) await row.click();
}

test('axe finds nothing on the answers', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const known = await sealed(here, recorder);
  await answered(here, known);
  const secretary = await here.member(SECRETARY);
  const found = [];
  for (const look of ['light', 'evening', 'elder', 'en']) {
    for (const phone of [secretary, recorder]) {
      await dress(phone, look);
      const page = await phone.open(`/app/sessions/${known.session}/advice`);
      await page.getByRole('listitem').first().waitFor();
      if (phone === secretary) await open(page, { en: look === 'en' });
      const told = (what, all) => all.forEach((one) => found.push(`${look} ${phone.person} ${what}: ${one}`));
      told('fault', await faults(page));
      told('small', await small(page, look === 'elder' ? 60 : 44));
      if (look === 'elder') told('fine', await fine(page, 18));
      if (look === 'en') told('unmarked', await unmarked(page));
      if (await overflows(page)) found.push(`${look} ${phone.person}: wider than the phone`);
    }
  }
  assert.deepEqual(found, []);
  assert.deepEqual([recorder, secretary].map((phone) => phone.troubles), [[], []]);
});

test('a department answers by keyboard alone', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const known = await sealed(here, recorder, { advised: [0, 1] });
  const phone = await here.member(DEPARTMENT);
  const page = await phone.open(`/app/sessions/${known.session}/advice`);
  await page.getByText('2 条没有答复').waitFor();
  /** Goes on by Tab until the focus is on something of this name. */
  const to = async (name) => {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const at = document.activeElement;
        return at.labels?.[0]?.innerText.trim() ?? at.innerText?.trim() ?? '';
      });
      if (here.includes(name)) return;
    }
    assert.fail(`nothing is called ${name}`);
  };
  // the way to the first card is one button; from there on its boxes follow each other
  await to('下一条没答复的');
  await page.keyboard.press('Enter');
  await until('the first card has the focus', () => page.evaluate(() => document.activeElement.matches('li')));
  await to('采纳');
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: '不采纳' }).first().and(page.locator(':checked')).waitFor();
  await to('答复好了');
  await page.keyboard.press('Enter');
  await page.getByText('不采纳，要写明理由').waitFor();
  await until('the box has the focus', () => page.evaluate(() => document.activeElement.matches('textarea')));
  await page.keyboard.type('先清上游，管子明年再说。');
  await to('答复好了');
  await page.keyboard.press('Enter');
  await page.getByText('答复好了，还差 1 条').waitFor();
  // the next card is where the reader is now
  await until('the next card has the focus', () => page.evaluate(() => document.activeElement.innerText.includes('灯杆别立在')));
  await to('采纳');
  await page.keyboard.press('Space');
  await to('到此为止');
  await page.keyboard.press('Space');
  await to('答复好了');
  await page.keyboard.press('Enter');
  await page.getByText('条条都有答复了').first().waitFor();
  assert.deepEqual(phone.troubles, []);
});
