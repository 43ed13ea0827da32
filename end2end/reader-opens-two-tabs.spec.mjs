// Two tabs over one store: either shows what the other wrote, and whichever is left goes on sending.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, raise, RECORDER } from './acts.mjs';
import { until, village } from './village.mjs';

const sent = (database, words) => async () =>
  (await database.row`select 1 from record where fields->>'words' = ${words}`) !== undefined;

test('what is written in one tab shows in the other, and the other goes on sending when the first is closed', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const first = recorder.page;
  const second = await recorder.tab();
  await second.getByRole('heading', { name: '议题板' }).waitFor();

  await raise(second, '南山路口少一面镜子。');
  await card(first, '南山路口少一面镜子').getByText('已送达').waitFor();
  await until('the first tab sent it', sent(database, '南山路口少一面镜子。'));

  await raise(first, '祠堂门口的灯不亮。');
  await second.getByRole('link', { name: '回议题板' }).click();
  await card(second, '祠堂门口的灯不亮').getByText('已送达').waitFor();

  await first.close();
  await raise(second, '桥头的栏杆松了。');
  await until('the tab that is left sends', sent(database, '桥头的栏杆松了。'));
});

test('two tabs that write without a signal send everything once it is back', async (t) => {
  const { database, member } = await village(t);
  const recorder = await member(RECORDER);
  const second = await recorder.tab();
  await second.getByRole('heading', { name: '议题板' }).waitFor();
  await recorder.offline();
  const words = ['头一件，在左边写的。', '第二件，在右边写的。', '第三件，又在左边写的。'];
  await raise(recorder.page, words[0]);
  await raise(second, words[1]);
  await recorder.page.getByRole('link', { name: '回议题板' }).click();
  await raise(recorder.page, words[2]);
  await recorder.online();
  for (const one of words) await until(`${one} arrived`, sent(database, one));
});

for (const [when, answer] of [['before the server has it', false], ['after the server took it', true]]) {
  test(`a tab that dies while it sends, ${when}, is followed by the one behind it, and nothing goes twice`, async (t) => {
    const { database, member } = await village(t);
    const recorder = await member(RECORDER);
    const first = recorder.page;
    // a tab that nobody looks at sends only when it has to
    const second = await recorder.context.newPage();
    await second.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
    await second.goto(`${recorder.origin}/app/`);
    await second.getByRole('heading', { name: '议题板' }).waitFor();

    const words = '牌坊下的石阶松了。';
    const caught = recorder.line.stop('POST /api/v1/push', { answer });
    await raise(first, words);
    await caught;
    if (answer) await until('the server took it', sent(database, words));
    else await card(second, '牌坊下的石阶松了').getByText('存在本机').waitFor();
    const crashed = first.waitForEvent('crash');
    const tools = await recorder.tools(first);
    // it dies before it can answer
    tools.send('Page.crash').catch(() => {});
    await crashed;

    await card(second, '牌坊下的石阶松了').getByText('已送达').waitFor();
    const { changes } = await database.row`select count(*)::int as changes from change where act->>'words' = ${words}`;
    assert.equal(changes, 1);
  });
}
