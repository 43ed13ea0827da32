// Who touched what is read by who watches over the village and by the office, and by nobody else. Everybody takes their
// own data along; the office takes a name out, and it goes from every phone and every page while the seal stands.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { RECORDER, REPRESENTATIVE, raise } from './acts.mjs';
import { dress } from './tour.mjs';
import { faults, fine, overflows, small, unmarked } from './village/measure.mjs';
import { holds } from './village/store.mjs';
import { until, village } from './village.mjs';

const SUPERVISOR = '吴国梁';
const OFFICE = '李远航';
const VILLAGER = '徐志强';

/** The lines on the screen, each with who, what and from where. */
const lines = (page) => page.locator('main .queue li').allInnerTexts();

test('who touched what is read by the supervisor, and a villager is told who may', async (t) => {
  const here = await village(t);
  const recorder = await here.member(RECORDER);
  await raise(recorder.page, '三盏路灯不亮');
  const watcher = await here.member(SUPERVISOR);
  const page = await watcher.open('/app/me');
  await page.getByRole('link', { name: '谁动过什么' }).click();
  await page.locator('main .queue li').first().waitFor();
  await until('the raise is there', async () => {
    const all = await lines(page);
    if (all.some((line) => line.includes(RECORDER) && line.includes('提了'))) return true;
    await page.reload();
    await page.locator('main .queue li').first().waitFor();
    return false;
  });
  assert.ok((await lines(page)).some((line) => line.includes(SUPERVISOR) && line.includes('登录了') && /Chrome/.test(line)));
  assert.ok(await page.getByText('留两年').isVisible());

  await page.getByLabel('看谁的').selectOption({ label: RECORDER });
  await until('only hers', async () => {
    const all = await lines(page);
    return all.length > 0 && all.every((line) => line.includes(RECORDER));
  });
  await page.getByRole('checkbox', { name: '只看没收下的' }).check();
  await page.getByText('没有这样的记录。').waitFor();
  await page.getByRole('checkbox', { name: '只看没收下的' }).uncheck();
  await page.getByLabel('看谁的').selectOption({ label: '所有人' });
  await page.getByRole('button', { name: '再往前看' }).waitFor();
  const before = (await lines(page)).length;
  await page.getByRole('button', { name: '再往前看' }).click();
  await until('older ones follow', async () => (await lines(page)).length > before);

  // without a signal it says so
  await watcher.offline();
  await page.getByRole('checkbox', { name: '只看没收下的' }).check();
  await page.getByText('要有信号才看得到').waitFor();

  const villager = await here.member(VILLAGER);
  const theirs = await villager.open('/app/me');
  assert.equal(await theirs.getByRole('link', { name: '谁动过什么' }).count(), 0);
  await villager.open('/app/kept/deeds');
  await theirs.getByText('这一页给政协办和本村村务监督看').waitFor();
  await villager.open('/app/kept/others');
  await theirs.getByText('这一页给政协办用').waitFor();
  assert.deepEqual([recorder.troubles, watcher.troubles, villager.troubles], [[], [], []]);
});

test('what a task costs is counted on the phone, and one’s own data are a file', async (t) => {
  const here = await village(t);
  const phone = await here.member(REPRESENTATIVE);
  await raise(phone.page, '渠边要一块板');
  const page = await phone.open('/app/me');
  await page.getByRole('link', { name: '我的资料' }).click();
  await page.getByText(/这个月板凳会占了您 \d+ 分钟，问了 6 格/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存一份我的资料' }).click(),
  ]);
  const told = JSON.parse(await readFile(await file.path(), 'utf8'));
  assert.equal(told.person.fields.name, REPRESENTATIVE);
  assert.ok(told.readme.includes('这是板凳会里和您有关的全部记录'));
  assert.ok(told.records.length > 3 && told.deeds.length > 0 && told.devices.some((one) => !one.revoked));
  // yesterday's sums go to the server, and only the sums
  const before = await here.database.rows`select * from burden`;
  assert.deepEqual(before, []);
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('bandeng.burden@'));
    const book = JSON.parse(localStorage.getItem(key));
    book.days[0].day -= 1;
    localStorage.setItem(key, JSON.stringify(book));
  });
  await phone.open('/app/');
  await raise(page, '路口要一面镜子');
  const [sum] = await until('the sums have come', async () => {
    const rows = await here.database.rows`select task, times, fields from burden`;
    return rows.length > 0 && rows;
  });
  assert.deepEqual(sum, { task: 'raise', times: 1, fields: 6 });
  assert.deepEqual(phone.troubles, []);
});

test('the office takes a name out of everything, and the seal stands', async (t) => {
  const here = await village(t);
  const [{ code }] = await here.database.rows`select code from seal`;
  const recorder = await here.member(RECORDER);
  const hers = recorder.page;
  await raise(hers, `${REPRESENTATIVE}家门口的灯不亮`);
  await recorder.open('/app/');
  await hers.getByText(`${REPRESENTATIVE}家门口的灯不亮`).first().waitFor();
  await until('it has arrived', async () => {
    const [{ n }] = await here.database.rows`select count(*)::int as n from record where fields::text like '%门口的灯不亮%'`;
    return n === 1;
  });
  assert.ok((await holds(hers, REPRESENTATIVE)).includes('rows'));
  const office = await here.member(OFFICE);
  const page = await office.open('/app/kept/others');
  await page.getByLabel('是谁').selectOption({ label: REPRESENTATIVE });
  await page.getByRole('button', { name: '去掉这个人的名字' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/“王彩娣”在 \d+ 条记录和 \d+ 处旧文字里/).waitFor();
  const box = dialog.getByLabel('请把“王彩娣”再写一遍');
  await box.fill('王彩');
  await dialog.getByRole('button', { name: '去掉名字' }).click();
  await dialog.getByText('写得不一样，没有去掉。').waitFor();
  await box.fill(REPRESENTATIVE);
  await dialog.getByRole('button', { name: '去掉名字' }).click();
  await page.getByText(/已去掉，一共 \d+ 处/).waitFor();

  // the other phone, which held the name, lets go of it
  await until('the name is gone from the other phone', async () => (
    await hers.getByText(REPRESENTATIVE).count() === 0 && await hers.getByText('门口的灯不亮').count() > 0
  ));
  // what a phone itself wrote it keeps for thirty days, to offer it again should the server come back from a backup
  await until('it is in no record of that phone', async () => !(await holds(hers, REPRESENTATIVE)).includes('rows'));
  const [{ n }] = await here.database.rows`select count(*)::int as n from record where fields::text like '%王彩娣%'`;
  assert.equal(n, 0);
  for (const path of [`/s/${code}`, `/verify/${code}`]) {
    const told = await (await fetch(`${office.origin}${path}`)).text();
    assert.ok(!told.includes(REPRESENTATIVE), path);
    assert.ok(path.startsWith('/s/') || told.includes('对得上'), told);
  }
  await office.open('/app/kept/deeds');
  await until('it is noted', async () => (await lines(page)).some((line) => line.includes('去掉了一个人的名字')));
  assert.deepEqual([recorder.troubles, office.troubles], [[], []]);
});

test('axe finds nothing on these screens, in any look', async (t) => {
  const here = await village(t);
  const office = await here.member(OFFICE);
  const screens = {
    deeds: async () => {
      const page = await office.open('/app/kept/deeds');
      await page.locator('main .queue li').first().waitFor();
      return page;
    },
    data: async () => {
      const page = await office.open('/app/kept/data');
      await page.locator('#month').waitFor();
      return page;
    },
    others: async () => {
      const page = await office.open('/app/kept/others');
      await page.locator('main select').selectOption({ label: VILLAGER });
      await page.locator('.refuse').click();
      await page.locator('dialog form').waitFor();
      return page;
    },
  };
  const found = [];
  for (const look of ['light', 'evening', 'elder', 'en']) {
    await dress(office, look);
    for (const [name, go] of Object.entries(screens)) {
      const page = await go();
      const told = (what, all) => all.forEach((one) => found.push(`${look} ${name} ${what}: ${one}`));
      told('fault', await faults(page));
      told('small', await small(page, look === 'elder' ? 60 : 44));
      if (look === 'elder') told('fine', await fine(page, 18));
      if (look === 'en') told('unmarked', await unmarked(page));
      if (await overflows(page)) found.push(`${look} ${name} is wider than the phone`);
    }
  }
  assert.deepEqual(found, []);
  assert.deepEqual(office.troubles, []);
});
