// The office shortens an agenda, writes a rule, sets a drawer aside and teaches a word. A recorder, once the phone has heard
// of it and without a signal from then on, plans by that agenda, reads that rule out and raises by those drawers.

import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { evening } from './evening.mjs';
import { plan } from './gather.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { until, village } from './village.mjs';

const OFFICE = '李远航';
const DESK = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
const PAGE = '/app/district/admin/customs';
const PARTS = ['开场与规则', '先看现场', '提问解答', '村民发言', '归纳复述', '谁来办'];

const region = (page, name) => page.getByRole('region', { name, exact: true });
const save = async (card) => {
  await card.getByRole('button', { name: '存下', exact: true }).last().click();
  await card.getByText(/存下了.*改的/).waitFor();
};

/** What the district's record says, once that much has arrived. */
const district = (here) => here.database.row`
  select fields from record where kind = 'place' and fields->>'level' = 'district' and fields ?& array['agenda_b', 'rules', 'drawers', 'hints']`;

test('an office keeps its customs at a desk, and a recorder without a signal goes by them', async (t) => {
  const here = await village(t);
  const { session } = await evening(here);
  const [office, recorder] = await Promise.all([here.member(OFFICE, DESK), here.member(RECORDER)]);
  const page = await office.open(PAGE);

  await t.test('an agenda is shortened and a part named by keys and taps', async () => {
    const card = region(page, '议程');
    await card.getByText('一共 80 分钟').waitFor();
    for (const part of ['专家点评', '部门回应']) await card.getByRole('button', { name: `去掉${part}` }).click();
    await card.getByRole('button', { name: '村民发言多 1 分钟' }).click();
    await card.getByRole('button', { name: '给情况通报改名' }).focus();
    await page.keyboard.press('Enter');
    await card.getByRole('textbox', { name: '名称' }).first().fill('先看现场');
    await page.keyboard.press('Enter');
    await card.getByText('改了，还没存').waitFor();
    await page.reload();
    await card.getByText('一共 65 分钟').waitFor();
    await save(card);
    // the other mode is the product's own still
    await card.getByRole('radio', { name: '政协搭台' }).check();
    await card.getByText('一共 85 分钟').waitFor();
    await card.getByText('现在是板凳会自带的').waitFor();
  });

  await t.test('a rule, a drawer set aside, a word', async () => {
    const rules = region(page, '规则');
    const lines = rules.getByRole('textbox', { name: '念的规则' });
    assert.match(await lines.inputValue(), /^说一件事\n先举手\n/);
    await lines.fill(Array.from({ length: 10 }, (_, n) => `第 ${n} 条`).join('\n'));
    await rules.getByRole('button', { name: '存下' }).click();
    await rules.getByText('太多，最多 9').waitFor();
    await lines.fill('手机放一边\n先举手');
    await save(rules);
    const drawers = region(page, '类别');
    await drawers.getByRole('checkbox', { name: '人居环境' }).uncheck();
    await drawers.getByRole('button', { name: '道路交通往后' }).click();
    await drawers.getByRole('button', { name: /^教它认话\s*道路交通$/ }).click();
    await drawers.getByRole('textbox', { name: '听到什么话就猜道路交通' }).fill('便道、弯道');
    await save(drawers);
    const { fields } = await until('it has arrived', () => district(here));
    assert.deepEqual([fields.agenda_b.length, fields.rules.length, fields.drawers.length], [6, 2, 11]);
    assert.deepEqual(fields.hints, [{ drawer: 'road', words: ['便道', '弯道'] }]);
  });

  const phone = recorder.page;
  await t.test('the recorder’s phone has heard, and loses its signal', async () => {
    await recorder.open(`/app/sessions/${session}/bench`);
    await phone.getByRole('button', { name: '开会' }).waitFor();
    await recorder.open('/app/plan');
    await phone.getByText('议程，以后还能改').click();
    await phone.getByText('先看现场').waitFor();
    await recorder.overnight();
    await recorder.offline();
  });

  await t.test('what is planned begins with the district’s agenda, and its paper has the rule', async () => {
    const page = await recorder.open('/app/');
    await page.getByRole('link', { name: '集中供水经常断' }).click();
    await page.getByRole('link', { name: '定一场板凳会' }).click();
    const id = await plan(page, { day: '2026-12-18', place: '文化礼堂' });
    await recorder.open(`/app/sessions/${id}/agenda`);
    await page.getByText('一共 65 分钟').waitFor();
    assert.deepEqual(await page.locator('.agenda-list b.grow').allInnerTexts(), PARTS);
    await recorder.open(`/app/sessions/${id}/print`);
    await page.getByText('手机放一边；先举手。').waitFor();
  });

  await t.test('while the opening runs the rule is there to be read out', async () => {
    const page = await recorder.open(`/app/sessions/${session}/bench`);
    await page.getByRole('button', { name: '开会' }).click();
    if (process.env.BANDENG_EYES) await page.screenshot({ path: join(tmpdir(), 'customs-bench.png') });
    await page.getByRole('button', { name: '念规则' }).click();
    if (process.env.BANDENG_EYES) await page.screenshot({ path: join(tmpdir(), 'customs-card.png') });
    const card = page.getByRole('dialog', { name: '板凳会规则' });
    assert.deepEqual(await card.getByRole('listitem').allInnerTexts(), ['手机放一边', '先举手']);
    assert.deepEqual(await faults(page), []);
    await card.getByRole('button', { name: '念好了' }).click();
    await page.getByRole('button', { name: '下一项' }).click();
    await page.getByRole('button', { name: '念规则' }).waitFor({ state: 'detached' });
  });

  await t.test('an issue is raised by the drawers that are offered, and guessed by the new word', async () => {
    const page = await recorder.open('/app/raise');
    await page.getByRole('textbox', { name: '什么事' }).fill('便道上的路灯坏了');
    const drawers = page.getByRole('group', { name: /哪一类/ });
    await drawers.getByText('便道').waitFor();
    assert.ok(await drawers.getByRole('radio', { name: '道路交通' }).isChecked());
    await drawers.getByRole('button').click();
    const all = (await drawers.locator('label').allInnerTexts()).map((name) => name.trim());
    assert.deepEqual([all.length, all.slice(0, 2)], [11, ['农田水利', '道路交通']]);
  });

  await t.test('the page has no faults, in any dress', () => dressed(office));
  assert.deepEqual([office.troubles, recorder.troubles], [[], []]);
});

test('an office keeps its customs on a phone, and goes back to the product’s own', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE);
  const page = await office.open(PAGE);
  const rules = region(page, '规则');
  await rules.getByRole('textbox', { name: '念的规则' }).fill('手机放一边');
  await save(rules);
  const back = rules.getByRole('button', { name: '回到板凳会自带的' });
  assert.equal(await back.getAttribute('aria-disabled'), null);
  await back.click();
  await rules.getByText('现在是板凳会自带的').waitFor();
  assert.match(await rules.getByRole('textbox', { name: '念的规则' }).inputValue(), /^说一件事\n/);
  const drawers = region(page, '类别');
  for (const box of await drawers.getByRole('checkbox').all()) await box.uncheck();
  await drawers.getByRole('button', { name: '存下' }).click();
  await drawers.getByText('至少留一类让人选').waitFor();
  await drawers.getByRole('button', { name: '不改了' }).click();
  await drawers.getByText('现在是板凳会自带的').waitFor();
  await dressed(office);
  assert.deepEqual(office.troubles, []);
});

/** The page in every dress: no faults, nothing too small, nothing beside the edge, no Chinese that does not say so. */
async function dressed(office) {
  for (const look of ['light', 'evening', 'elder', 'en']) {
    await dress(office, look);
    const page = await office.open(PAGE);
    await page.locator('.customs .drawers [aria-expanded]').last().click();
    if (process.env.BANDENG_EYES) {
      const { width } = page.viewportSize();
      await page.screenshot({ path: join(tmpdir(), `customs-${width}-${look}.png`), fullPage: true });
    }
    assert.deepEqual(await faults(page), [], look);
    assert.equal(await overflows(page), false, look);
    assert.deepEqual(await small(page, look === 'elder' ? 60 : 44), [], look);
    if (look === 'elder') assert.deepEqual(await fine(page, 18), [], look);
    if (look === 'en') assert.deepEqual(await unmarked(page), [], look);
  }
}
