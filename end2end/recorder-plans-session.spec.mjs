// From a ripe issue to people who know the day, without a signal: planned, seated, announced, moved, taken over by the
// district; and a member's phone, which hears of it once the signal is back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goTo, RECORDER } from './acts.mjs';
import { ask, askTyped, charge, enterRoom, leaveRoom, MEMBER, plan, seatOf, SESSIONS, step, tell } from './gather.mjs';
import { until, village } from './village.mjs';

const QUESTION = '水费怎么收，管子谁来管？';

test('a recorder in airplane mode plans a session, and a member hears that the day has moved', async (t) => {
  const { database, member } = await village(t);
  const [recorder, other] = await Promise.all([member(RECORDER), member(MEMBER)]);
  await recorder.overnight();
  await recorder.offline();
  const { page } = recorder;

  await t.test('from the issue to the plan, the topic is there already', async () => {
    await page.getByRole('link', { name: '集中供水经常断' }).click();
    await page.getByRole('link', { name: '定一场板凳会' }).click();
    assert.equal(await page.getByRole('textbox', { name: '题目' }).inputValue(), QUESTION);
    await plan(page, {});
    await page.getByRole('heading', { name: QUESTION }).waitFor();
  });

  await t.test('what is lacking is told in words, and leads to where it is mended', async () => {
    const lacks = page.locator('#lacks');
    assert.deepEqual((await lacks.getByRole('listitem').allInnerTexts()).map((text) => text.trim()),
      ['还没定哪天', '还没定在哪里', '还没摆凳子，至少请两个人', '还没定谁主持']);
    const announce = page.getByRole('button', { name: '通知大家' });
    assert.equal(await announce.getAttribute('aria-disabled'), 'true');
    await lacks.getByRole('button', { name: '还没定哪天' }).click();
    await page.getByLabel('哪天').fill('2026-12-18');
    await page.getByRole('textbox', { name: '在哪里' }).fill('文化礼堂');
    await page.getByRole('button', { name: '存下', exact: true }).click();
    await lacks.getByText('还没定哪天').waitFor({ state: 'detached' });
    await lacks.getByRole('link', { name: '还没摆凳子' }).click();
  });

  await t.test('five seats: three of the directory, two typed', async () => {
    await ask(page, '吴国梁', RECORDER, MEMBER);
    await askTyped(page, '吴阿菊', '村民');
    await askTyped(page, '钱工', '专家', { far: true });
    await page.getByText('5 张凳子，其中 1 人电话里参加').waitFor();
    await charge(page, '吴国梁', '主持');
    await tell(page, '吴阿菊', '当面');
    await tell(page, MEMBER, '电话');
    await leaveRoom(page);
  });

  await t.test('it is announced, moved, and those who must be told again are named', async () => {
    await page.getByText('到“已通知”要的都齐了').waitFor();
    await step(page, '通知大家');
    await page.getByRole('button', { name: '改期' }).click();
    await page.getByLabel('哪天').fill('2026-12-19');
    await page.getByRole('button', { name: '存下', exact: true }).click();
    await page.getByText('请写一句为什么').waitFor();
    await page.getByRole('textbox', { name: '为什么改' }).fill('十八号镇里开会');
    await page.getByRole('button', { name: '存下', exact: true }).click();
    const again = page.getByText('只知道旧日子，要再告诉一遍').locator('..');
    await again.waitFor();
    assert.match(await again.innerText(), /胡尚云、吴阿菊/);
  });

  await t.test('the village asks the district to host, and the thread goes on', async () => {
    await step(page, '请区里来搭台', '管子跨两个村，水利局要到场');
    await page.getByText('政协搭台、各方参与').waitFor();
    await page.getByText('谈这几件').waitFor();
    assert.deepEqual(await stages(database), []);
  });

  await t.test('the signal is back: the member sees the new day on top, and says so', async () => {
    await recorder.online();
    await until('the session is in PostgreSQL', async () => (await stages(database)).length > 0);
    await goTo(other.page, SESSIONS);
    const news = other.page.getByRole('region', { name: '改期了，请您知道' });
    await news.waitFor();
    assert.match(await news.innerText(), /12 月 19 日 周六 19:00[^]*原来是 12 月 18 日[^]*十八号镇里开会/);
    await news.getByRole('button', { name: '知道了' }).click();
    await news.waitFor({ state: 'detached' });
    // and the recorder's phone hears of it by itself
    await page.getByRole('link', { name: '去记：告诉了谁' }).click();
    await seatOf(page, MEMBER).getByText('本人手机告诉的').waitFor();
  });

  await t.test('the issue knows its session and has its day', async () => {
    const { standing, on, place, session } = await database.row`
      select fields->>'standing' as standing, (fields->>'scheduled_on')::bigint as on,
        fields->>'scheduled_where' as place, fields->>'session' as session
      from record where kind = 'issue' and fields->>'question' = ${QUESTION}`;
    assert.deepEqual([standing, on, place], ['scheduled', Date.parse('2026-12-19T19:00+08:00'), '文化礼堂']);
    await leaveRoom(page);
    await page.getByRole('link', { name: QUESTION }).click();
    await enterRoom(page, new RegExp(QUESTION));
    assert.equal(new URL(page.url()).pathname, `/app/sessions/${session}`);
  });
  assert.deepEqual([recorder.troubles, other.troubles], [[], []]);
});

/** Where this story's session stands in the village; the sample village has others. */
function stages(database) {
  return database.rows`select fields->>'stage' as stage from record where kind = 'session' and fields->>'title' = ${QUESTION}`;
}
