// A department answers what was advised, without a signal; the secretary hands it over once every piece has its answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER, SECRETARY } from './acts.mjs';
import { press, slip as card } from './follow.mjs';
import { sealed } from './village/advice.mjs';
import { fresh, Scribe } from './village/scribe.mjs';
import { until, village } from './village.mjs';

const DEPARTMENT = '沈科';
const EXPERT = '方其正';
const [CANAL, LAMP, CANTEEN, ROAD] = ['北渠村里出钱买管子', '灯杆别立在我家秧田边', '食堂五块钱一餐太贵', '不同意先修老街'];
const [PROMISE, LETTER] = ['北渠清淤列入今年冬修', '转弯处二十五米一根'];

/** Chooses one of the five answers on a card. */
async function choose(page, words, verdict) {
  const slip = card(page, words);
  await slip.getByRole('radio', { name: verdict, exact: true }).check();
  return slip;
}

/** Answers with a reason, and waits until the counter says so. */
async function answer(page, words, verdict, why, told) {
  const slip = await choose(page, words, verdict);
  await slip.getByRole('textbox', { name: /为什么/ }).fill(why);
  await press(slip, '答复好了');
  await page.getByText(told).first().waitFor();
}

/** An expert who could not come was asked, and has answered. */
async function ask({ scribe, seats, lies }) {
  const brief = fresh();
  const act = (step, more) => ['brief', brief, lies, { do: 'session', step, ...more }];
  await scribe.push([act('brief', { seat: seats['方其正'], question: '灯杆多远一根？', key: 'b'.repeat(64) }),
    act('reply', { words: '转弯处二十五米一根，直路三十米。' })]);
}

/** An expert remarks on a piece of advice. */
async function remark({ server }, { advice, lies }) {
  const expert = await Scribe.of(server, EXPERT);
  await expert.push([['note', fresh(), lies, { do: 'session', step: 'note', about: advice[1], words: '转弯头照得到两边，还要一块反光镜。' }]]);
}

/** An expert's remark stands under the villager's words, labelled; one more is written without a signal. */
async function readRemarks(page) {
  const slip = card(page, LAMP);
  const [voice, remark] = [slip.getByText(LAMP), slip.getByRole('list', { name: '点评' }).getByRole('listitem').first()];
  await remark.getByText('专家', { exact: true }).waitFor();
  const [above, below] = [await voice.boundingBox(), await remark.boundingBox()];
  assert.ok(above.y + above.height <= below.y, 'the expert stands above the villager');
  await slip.getByText('写一句点评').click();
  await slip.getByRole('textbox', { name: '点评' }).fill('反光镜我们仓库里有。');
  await press(slip, '存下');
  await slip.getByText('反光镜我们仓库里有。').waitFor();
}

/** The recorder takes a statement and an expert's letter by a tap each, adds a slip of paper, and puts the slip beside
 * what says the same. */
async function gather(page) {
  await page.getByText('会上说的，还有 1 句没列').click();
  await page.getByRole('button', { name: /^列为建议.*北渠清淤列入/ }).click();
  await page.getByText('还差 5 条没有答复').waitFor();
  await page.getByText('专家书面答的，还有 1 条没列').click();
  await page.getByRole('button', { name: /^列为建议.*转弯处二十五米/ }).click();
  await card(page, LETTER).getByText('规划专家 · 专家书面').waitFor();
  await page.getByText('纸条、电话、公开页上来的').click();
  await page.getByRole('textbox', { name: '建议什么' }).fill('食堂能不能三块一餐。');
  await press(page, '列为建议');
  await page.getByText('写谁提的；不愿署名，就勾下面').waitFor();
  await page.getByRole('textbox', { name: '谁提的' }).fill('吴阿菊');
  await page.getByRole('combobox', { name: '哪个组' }).selectOption({ label: '一组' });
  await press(page, '列为建议');
  await page.getByText('还差 7 条没有答复').waitFor();
  const slip = card(page, '食堂能不能三块一餐');
  await slip.getByText('吴阿菊').waitFor();
  await slip.getByText('和另一条说的是一回事').click();
  await slip.getByRole('combobox', { name: '归到哪一条' }).selectOption({ label: '施阿根 · 食堂五块钱一餐太贵，我自己烧两块。' });
  await press(slip, '归到一起');
  await page.getByText('还差 6 条没有答复').waitFor();
  await card(page, CANTEEN).getByText('一起说的还有 1 位').waitFor();
  // it can be taken out, and put there again
  await card(page, CANTEEN).getByRole('button', { name: /^拿出来/ }).click();
  await page.getByText('还差 7 条没有答复').waitFor();
  const out = card(page, '食堂能不能三块一餐');
  await out.getByText('和另一条说的是一回事').click();
  await out.getByRole('combobox', { name: '归到哪一条' }).selectOption({ label: '施阿根 · 食堂五块钱一餐太贵，我自己烧两块。' });
  await press(out, '归到一起');
  await page.getByText('还差 6 条没有答复').waitFor();
}

/** The first answer: refused for want of a reason, then with it, an action and a line of the blueprint. */
async function adopt(page) {
  const slip = await choose(page, CANAL, '部分采纳');
  await slip.getByRole('checkbox', { name: '办理事项' }).check();
  await slip.getByRole('checkbox', { name: '写入蓝图' }).check();
  await press(slip, '答复好了');
  const why = slip.getByRole('textbox', { name: '采纳哪些，哪些先不采纳，为什么' });
  await slip.getByText('没采纳的那部分，要写明理由').waitFor();
  assert.equal(await why.getAttribute('aria-invalid'), 'true');
  await until('the box without a reason has the focus', () => why.evaluate((box) => box === document.activeElement));
  await page.getByText('还差 6 条没有答复').waitFor();
  await why.fill('上游 430 米今年冬修，下游等水库放水。');
  await slip.getByRole('textbox', { name: '办什么' }).fill('北渠上游 430 米清淤');
  await press(slip, '我来办');
  await slip.getByLabel('哪天前办好').fill('2027-03-01');
  await slip.getByRole('textbox', { name: '怎样算办成' }).fill('水能流到四组最末一块田');
  await slip.getByRole('radio', { name: '人居' }).check();
  await slip.getByRole('textbox', { name: '写成一句话' }).fill('北渠每年冬修清淤一次。');
  await press(slip, '答复好了');
  await page.getByText('答复好了，还差 5 条').waitFor();
  const done = card(page.getByRole('region', { name: '答复过的' }), CANAL);
  await done.getByRole('link', { name: '北渠上游 430 米清淤' }).waitFor();
  await done.getByText('写入蓝图 · 人居：').waitFor();
  await page.getByText('存在本机').first().waitFor();
}

/** All others; two are refused first. */
async function answerTheRest(page) {
  const lamp = await choose(page, LAMP, '采纳');
  await press(lamp, '答复好了');
  await lamp.getByText('采纳了，就点一个下一步').waitFor();
  await lamp.getByRole('checkbox', { name: '到此为止' }).check();
  await press(lamp, '答复好了');
  await page.getByText('答复好了，还差 4 条').waitFor();
  const canteen = await choose(page, CANTEEN, '不采纳');
  await press(canteen, '答复好了');
  await canteen.getByText('不采纳，要写明理由').waitFor();
  await answer(page, CANTEEN, '不采纳', '五块已经贴了三块，账在公示栏。', '答复好了，还差 3 条');
  const both = card(page.getByRole('region', { name: '答复过的' }), CANTEEN);
  await both.getByText('食堂能不能三块一餐').waitFor();
  // what is half written is there when the page is opened again
  const half = await choose(page, ROAD, '暂缓');
  await half.getByRole('textbox', { name: /为什么/ }).fill('五组路的管子明年才到。');
  await page.reload();
  await card(page, ROAD).getByRole('textbox', { name: '为什么暂缓，等到什么时候' }).waitFor();
  assert.equal(await card(page, ROAD).getByRole('textbox', { name: /为什么/ }).inputValue(), '五组路的管子明年才到。');
  await press(card(page, ROAD), '答复好了');
  await page.getByText('答复好了，还差 2 条').waitFor();
  await answer(page, LETTER, '留作参考', '明年换灯杆时照这个来。', '答复好了，还差 1 条');
  await answer(page, PROMISE, '留作参考', '已经是一件要办的事了。', '条条都有答复了');
}

test('a department answers without a signal, and the secretary hands over once nothing is left', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  const known = await sealed(here, recorder);
  const address = `/app/sessions/${known.session}/advice`;
  await recorder.page.getByRole('link', { name: '下一步：条条给答复' }).click();
  await recorder.page.getByText('还差 4 条没有答复').waitFor();
  // who keeps the papers puts advice together and does not answer it
  await recorder.page.getByText('答复由村书记、政协办、部门来写，您可以看。').waitFor();
  await ask(known);
  await remark(here, known);
  await gather(recorder.page);

  const [department, secretary] = [await here.member(DEPARTMENT), await here.member(SECRETARY)];
  const [page, boss] = [await department.open(address), await secretary.open(address)];
  await card(page, CANTEEN).getByText('一起说的还有 1 位').waitFor();
  await department.offline();
  await readRemarks(page);
  await adopt(page);
  await page.reload();
  await page.getByText('还差 5 条没有答复').waitFor();
  await answerTheRest(page);
  await page.getByText(/条条有答复，可以交办了。这一步由村书记、政协办来做。/).waitFor();
  assert.equal(await page.getByRole('button', { name: '交办' }).getAttribute('aria-disabled'), 'true');

  // the secretary knows of none of it yet, and is told why nothing can be handed over
  await boss.getByText('还差 6 条没有答复').waitFor();
  await boss.getByText('每条都有答复，才能交办。').waitFor();
  assert.equal(await boss.getByRole('button', { name: '交办' }).getAttribute('aria-disabled'), 'true');

  await department.online();
  await boss.getByText('条条都有答复了').waitFor();
  await card(boss.getByRole('region', { name: '答复过的' }), CANAL).getByText(/^沈科 .*答复$/).waitFor();
  await secretary.offline();
  await press(boss, '交办');
  await boss.getByText('已经交办。有人接手，就开始办。').waitFor();
  await secretary.online();
  await arrived(here.database, known);

  // a second phone sees it, begins, and takes one that comes late
  const late = await recorder.open(address);
  await late.getByText('已经交办。有人接手，就开始办。').waitFor();
  await press(late, '开始办');
  await late.getByText('已经在办了。').waitFor();
  await late.getByText('纸条、电话、公开页上来的').click();
  await late.getByRole('textbox', { name: '建议什么' }).fill('清淤的泥堆到晒谷场边上去。');
  await late.getByRole('checkbox', { name: '不愿署名' }).check();
  await late.getByRole('radio', { name: '电话里说的' }).check();
  await press(late, '列为建议');
  await late.getByText('还差 1 条没有答复').waitFor();
  await card(boss, '清淤的泥堆到晒谷场边上去').getByText('不愿署名 · 电话里说的').waitFor();
  await answer(boss, '清淤的泥堆到晒谷场边上去', '不采纳', '晒谷场秋天要用。', '条条都有答复了');

  // an answer may be given anew: the one before stays readable
  const again = card(boss.getByRole('region', { name: '答复过的' }), ROAD);
  await again.getByRole('button', { name: /^改答复/ }).click();
  await again.getByRole('textbox', { name: /为什么/ }).fill('管子提前到了，明年二月修。');
  await press(again, '答复好了');
  await again.getByText('先前的答复（1 次）').click();
  await again.getByText('五组路的管子明年才到。').waitFor();
  await paper(boss);
  assert.deepEqual([recorder, department, secretary].map((phone) => phone.troubles), [[], [], []]);
});

/** The session is handed over in PostgreSQL, with all that was advised, and with what comes of it. */
async function arrived(database, { session, village: home, advice }) {
  await until('the session is handed over', async () => (
    (await database.row`select fields->>'stage' as stage from record where id = ${session}`).stage === 'handed_over'));
  const lies = await database.rows`
    select distinct scope from record where kind = 'advice' and fields->>'session' = ${session}`;
  assert.deepEqual(lies, [{ scope: `v:${home}` }]);
  const [first] = advice;
  const action = await database.row`
    select fields from record where kind = 'action' and fields->>'advice' = ${first}`;
  const { what, owner, criterion, session: from, tell } = action.fields;
  assert.deepEqual({ what, owner, criterion, from, tell: tell.map(({ name }) => name) }, {
    what: '北渠上游 430 米清淤', owner: '区水利局 沈科', criterion: '水能流到四组最末一块田', from: session, tell: ['施国富'],
  });
  const { fields: line } = await database.row`
    select fields from record where kind = 'blueprint_line' and fields->>'words' = '北渠每年冬修清淤一次。'`;
  assert.deepEqual(line.trail[0].cites, [first, session]);
  assert.equal(line.section, 'living');
}

/** The paper for whoever does it says who, what, why and by when. */
async function paper(page) {
  await page.getByText('看全文，发给承办的人').click();
  const text = await page.getByRole('textbox', { name: '交办单' }).inputValue();
  assert.match(text, /1\. 施国富（四组）：“北渠村里出钱买管子.*”\n {3}答复：部分采纳\n {3}为什么：上游 430 米/);
  assert.match(text, /同样说的：吴阿菊（一组 · 纸条）：“食堂能不能三块一餐。”/);
  assert.match(text, /北渠上游 430 米清淤：区水利局 沈科，2027 年 3 月 1 日前\n {3}怎样算办成：水能流到四组最末一块田/);
  await page.getByRole('link', { name: /交办单 PDF/ }).waitFor();
}
