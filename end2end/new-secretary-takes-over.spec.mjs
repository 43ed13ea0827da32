// A new team: the old secretary enters it, the new one reads what is open without a signal and takes over; whoever has
// something to do goes on doing it, and everybody sees later what was open that day.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { drawn } from './village/plan.mjs';
import { fresh } from './village/scribe.mjs';
import { until, village } from './village.mjs';

/** Somebody of the village who is to lead it from now on. */
const NEW = '徐志强';
const LAMPS = '学校段太阳能路灯 12 盏';

test('a new secretary takes over what is open', async (t) => {
  const here = await village(t);
  const plan = await drawn(here);
  await here.server.invite(NEW, 'secretary', '上枫村');
  const old = await here.member(SECRETARY);
  const next = await here.member(NEW);
  let address;

  await t.test('the old secretary enters the new team, on the way from “me”', async () => {
    await old.offline();
    const page = await old.open('/app/me');
    await page.getByRole('link', { name: '换届交接' }).click();
    await page.getByText('还没有记过哪一届。').waitFor();
    await page.getByText('记新一届').click();
    await page.getByRole('textbox', { name: '哪一届' }).fill('2026 届村班子');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByRole('alert').getByText('请选书记，写从哪天起。').waitFor();
    const people = page.getByRole('combobox', { name: '书记' });
    await people.selectOption(await people.locator('option', { hasText: NEW }).first().getAttribute('value'));
    await page.getByLabel('从哪天起').fill('2026-11-20');
    await page.getByLabel('班子里还有谁').fill('陈素琴\n吴国梁');
    await page.reload();
    await page.getByText('记新一届').click();
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText(`等${NEW}看过、接手`).waitFor();
    assert.equal(await page.getByRole('button', { name: '都看过了，接手' }).count(), 0, 'it is not his to take');
    address = new URL(page.url()).pathname;
    await old.online();
    const kept = async () => (await here.database.rows`select 1 from record where kind = 'term'`).length === 1;
    await until('the team is entered', kept);
  });

  await t.test('the new one reads it without a signal, and takes over', async () => {
    const page = await next.open(address);
    await page.getByRole('heading', { name: '2026 届村班子' }).waitFor();
    await next.offline();
    await page.reload();
    await page.getByText(/答应了还没办结的 \d+ 件，没答复或暂缓的建议 \d+ 条，放着的议题 \d+ 个。/).waitFor();
    await page.getByText('接手不换人：谁在办，还是谁办。').waitFor();
    await page.getByRole('link', { name: LAMPS }).last().waitFor();
    await page.getByRole('link', { name: '灯杆装在转弯头，照得着一头。' }).waitFor();
    await page.getByRole('link', { name: '上枫村蓝图' }).waitFor();
    await page.getByRole('button', { name: '都看过了，接手' }).click();
    await page.getByText(new RegExp(`${NEW} .*看过，接手了`)).waitFor();
    await page.getByRole('heading', { name: '接手那天还开着的事' }).waitFor();
    await next.online();
  });

  await t.test('on paper it has no menu and no button', async () => {
    await next.page.emulateMedia({ media: 'print' });
    assert.equal(await next.page.getByRole('navigation').isVisible(), false);
    assert.equal(await next.page.getByText(LAMPS).first().isVisible(), true);
    await next.page.emulateMedia({ media: null });
  });

  await t.test('everybody sees who has taken over, and what was open then, though more has come since', async () => {
    const taken = async () => (await here.database.rows`
      select 1 from record where kind = 'term' and fields ? 'acknowledged_at'`).length === 1;
    await until('it is taken over', taken);
    await plan.scribe.push([['action', fresh(), plan.lies, {
      do: 'follow', move: 'undertake', what: '桥头摆两个桶', owner: '陈素琴', issue: plan.issue,
    }]]);
    const recorder = await here.member(RECORDER);
    const page = await recorder.open(address);
    await page.getByText(new RegExp(`${NEW} .*看过，接手了`)).waitFor();
    await page.getByRole('link', { name: LAMPS }).last().waitFor();
    assert.equal(await page.getByText('桥头摆两个桶').count(), 0);
    const { owner } = await here.database.row`select fields->>'owner' as owner from record where id = ${plan.action}`;
    assert.equal(owner, '村委会');
    assert.deepEqual([old.troubles, next.troubles, recorder.troubles], [[], [], []]);
  });
});
