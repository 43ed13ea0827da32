// A piece of what is said, beside the words it belongs to: recorded without a signal, kept, heard again. A phone without
// a microphone says so, and everything else works.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORDER } from './acts.mjs';
import { evening } from './evening.mjs';
import { until, village } from './village.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function bench(here, settings) {
  const { session } = await evening(here, { stages: ['noticed', 'ready', 'in_session'] });
  const phone = await here.member(RECORDER, settings);
  await phone.open(`/app/sessions/${session}/bench`);
  await button(phone.page, '点好了').click();
  await phone.offline();
  return { phone, session };
}

test('what is held down is recorded beside what was taken down of the speech', async (t) => {
  const here = await village(t);
  const { phone, session } = await bench(here, {
    args: ['--disable-gpu', '--no-first-run', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    permissions: ['microphone'],
  });
  const { page } = phone;
  await page.getByRole('listitem').getByRole('button', { name: /^施国富/ }).click();
  await page.getByText('施国富 开始说').waitFor();
  const hold = page.getByRole('button', { name: /^按住录/ });
  const box = await hold.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.getByText('在录，松手就存').waitFor();
  await page.waitForFunction(() => /0:0[1-9]/.test(document.querySelector('.cap').innerText));
  await page.mouse.up();
  // nothing was taken down yet: it is an opinion
  await page.getByText(/记下了：施国富 意见，录音 0:0\d/).waitFor();

  // by key: once to begin, once more to end; beside the same opinion
  await hold.focus();
  await page.keyboard.press('Enter');
  await page.getByText('在录，再按一下就存').waitFor();
  await page.waitForFunction(() => /0:0[1-9]/.test(document.querySelector('.cap').innerText));
  await page.keyboard.press('Enter');
  await button(page, '今晚记下 2 条').click();
  const plays = page.getByRole('dialog').getByRole('button', { name: /听录音/ });
  await until('both lie beside it', async () => (await plays.count()) === 2);
  await plays.first().click();
  await page.waitForFunction(() => document.querySelector('dialog audio')?.readyState > 0);

  await phone.online();
  const voices = await until('their words arrived', async () => {
    const found = await here.database.rows`
      select fields from record where kind = 'voice' and scope like ${`%${session}`} and not gone`;
    return found.length === 2 && found;
  });
  for (const { fields } of voices) {
    assert.match(fields.mime, /^audio\/(webm|mp4|ogg)$/);
    assert.ok(fields.bytes > 100 && fields.bytes < 50_000, `${fields.bytes} bytes`);
    assert.ok(fields.lasts >= 1000 && fields.lasts < 60_000, `${fields.lasts} ms`);
  }
  // and their bytes, whole: the server has looked at each, and says what it is
  await until('their bytes arrived', async () => {
    const whole = await here.database.rows`
      select photo.mime, sum(octet_length(photo_piece.bytes))::int as there, (record.fields->>'bytes')::int as told
      from photo join record using (id) join photo_piece on photo = photo.id
      where record.kind = 'voice' group by record.id, photo.id`;
    return whole.length === 2 && whole.every(({ mime, there, told }) => mime?.startsWith('audio/') && there === told);
  });
  assert.deepEqual(phone.troubles, []);
});

test('a phone without a microphone says so, and takes down all the same', async (t) => {
  const { phone } = await bench(await village(t), { permissions: ['microphone'] });
  const { page } = phone;
  await page.getByRole('listitem').getByRole('button', { name: /^施国富/ }).click();
  await page.getByRole('button', { name: /^按住录/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('这部手机没有话筒，别的都照常用').waitFor();
  await button(page, '意见').click();
  await page.getByText('记下了：施国富 意见').waitFor();
  assert.deepEqual(phone.troubles, []);
});
