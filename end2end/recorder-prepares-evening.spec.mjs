// What an evening needs is made ready on one phone without a signal: the one page, the question to an expert and its
// answer, the agenda, the invitation for a calendar, the paper, and the word that all of it is here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { leaveRoom, session, step } from './gather.mjs';
import { photograph } from './village/jpeg.mjs';
import { until, village } from './village.mjs';

const room = (page, name) => page.getByRole('region', { name: '备这场会' }).getByRole('link', { name }).click();

test('a recorder makes an evening ready without a signal', async (t) => {
  const here = await village(t);
  const id = await session(here, RECORDER);
  const recorder = await here.member(RECORDER);
  await recorder.offline();
  const page = await recorder.open(`/app/sessions/${id}`);

  await t.test('a voice of an expert is labelled, and stands behind what was said before', async () => {
    await room(page, '一页纸');
    await page.getByText('电话里答了').click();
    await page.getByRole('textbox', { name: '怎么答的' }).fill('两天一趟，天热一天一趟。');
    await page.getByRole('group').filter({ hasText: '电话里答了' }).getByRole('button', { name: '存下' }).click();
    const voices = page.getByRole('region', { name: '大家的话' }).getByRole('listitem').filter({ has: page.getByRole('article') });
    await voices.getByText('两天一趟').waitFor();
    const told = await voices.allInnerTexts();
    assert.match(told.at(-1), /两天一趟[^]*钱工[^]*专家/);
    assert.match(told.at(-2), /桶满了没人收/);
  });

  await t.test('a question has a link that is shown on this phone only', async () => {
    await page.getByRole('textbox', { name: '只问一个问题' }).fill('桶离桥要几米？');
    await page.getByRole('button', { name: '开一条链接' }).click();
    const link = page.getByText(/\/brief\/[0-9a-f]{32}$/);
    await link.waitFor();
    await page.reload();
    await link.waitFor();
  });

  await t.test('a picture lies beside a note', async () => {
    const photo = await photograph(page, { width: 640, height: 480 });
    await page.getByLabel('拍一张').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('region', { name: '大家的话' }).getByRole('img').first().waitFor();
    await leaveRoom(page);
  });

  await t.test('the agenda is moved and measured by taps', async () => {
    await room(page, '议程');
    await page.getByText('一共 80 分钟，大约 20:20 散会').waitFor();
    await page.getByRole('button', { name: '村民发言多 1 分钟' }).click();
    await page.getByText('一共 81 分钟').waitFor();
    await page.getByRole('button', { name: '专家点评往前' }).click();
    await page.getByText('专家排在村民前面了').waitFor();
    await page.getByRole('button', { name: '专家点评往后' }).click();
    await page.getByText('专家排在村民前面了').waitFor({ state: 'detached' });
    await leaveRoom(page);
  });

  await t.test('the day goes into the calendar as UTC, folded', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存进日历' }).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, /\r\nDTSTART:20261219T110000Z\r\nDTEND:20261219T122100Z\r\n/);
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    assert.match(text.replaceAll('\r\n ', ''), /DESCRIPTION:请您来坐板凳会：厨余桶放哪里\\n时间：12 月 19 日 周六 19:00/);
  });

  await t.test('on paper there is everybody with a line to sign on, and no menu', async () => {
    await room(page, '打印');
    await page.getByRole('row', { name: /吴国梁/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('navigation').isVisible(), false);
    assert.equal(await page.getByText('桶放在桥头').isVisible(), true);
    assert.equal(await page.getByRole('row', { name: /钱工/ }).count(), 0);
    await page.emulateMedia({ media: null });
    await leaveRoom(page);
  });

  await t.test('all is on this phone, and it is ready', async () => {
    await step(page, '都备好了');
    await page.getByText('离线包在这部手机上').waitFor();
    await page.getByText('待开', { exact: true }).and(page.locator('.tag')).waitFor();
  });

  await t.test('the secretary, who alone may, calls it off; its issue is free again', async () => {
    await recorder.online();
    const secretary = await here.member(SECRETARY);
    const theirs = await secretary.open(`/app/sessions/${id}`);
    await theirs.getByText('待开', { exact: true }).and(theirs.locator('.tag')).waitFor();
    await step(theirs, '取消', '台风要来');
    await theirs.getByText('台风要来').first().waitFor();
    const stage = async () => (await here.database.row`select fields->>'stage' as s from record where id = ${id}`).s;
    await until('it is off', async () => await stage() === 'cancelled');
    await page.getByText('台风要来').first().waitFor();
    const { standing, session: gone } = await here.database.row`
      select issue.fields->>'standing' as standing, issue.fields->>'session' as session
      from record issue join record session on session.fields->'issues' ? issue.id::text
      where issue.kind = 'issue' and session.id = ${id}`;
    assert.deepEqual([standing, gone], ['posted', null]);
    assert.deepEqual([recorder.troubles, secretary.troubles], [[], []]);
  });
});
