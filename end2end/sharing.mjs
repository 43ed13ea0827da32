// What people do with a phone that they share: sit down beside somebody, press their digits, hand it on.

/** The heading of the page that asks whose turn it is. */
export const turn = (page) => page.getByRole('heading', { name: '这会儿谁来用？' });

/** The tile of somebody who shares this phone. */
export const tile = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}`) });

/** Fills in four new digits, twice. */
export async function choose(page, digits) {
  await page.getByRole('textbox', { name: /^设四位数字/ }).fill(digits);
  await page.getByRole('textbox', { name: '再按一遍' }).fill(digits);
}

/** Presses digits on the keys of the screen. */
export async function press(page, digits) {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** Taps a name, and presses that person's digits. */
export async function takeTurn(page, name, digits) {
  await tile(page, name).click();
  await page.getByRole('heading', { name: `${name} 的四位数` }).waitFor();
  await press(page, digits);
}

/** Hands the phone on, from the page of this phone. */
export async function handOn(page) {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '我的' }).click();
  await page.getByRole('link', { name: '本机', exact: true }).click();
  await page.getByRole('button', { name: /^换人用这部手机/ }).click();
}

/** Sits down by the invite that is open, with new digits. */
export async function sitDown(page, digits) {
  await page.getByRole('button', { name: '坐下来' }).waitFor();
  await choose(page, digits);
  await page.getByRole('button', { name: '坐下来' }).click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
}

/** Somebody opens an invite on a phone that another had alone, who chooses digits first; both sit there then. */
export async function join(phone, code, [before, digits]) {
  const page = await phone.open(`/app/welcome#${code}`);
  await page.getByText(/^这部手机现在是 .* 在用/).waitFor();
  await choose(page, before);
  await page.getByRole('button', { name: /^交给/ }).click();
  await sitDown(page, digits);
}

/** A phone that a recorder and a representative share; the representative is at work. */
export async function shared({ server, member }, [first, second], digits) {
  const phone = await member(first);
  await join(phone, await server.invite(second), digits);
  return phone;
}
