// What people do on their phones, by the words they see: each act as a person would tell it.

/** The people of the sample village who appear in stories. */
export const RECORDER = '陈素琴';
export const SECRETARY = '施建林';
export const REPRESENTATIVE = '王彩娣';

/** Writes an issue down, for somebody else if `said` is given, and saves it; the page that says so is shown then. */
export async function raise(page, words, said) {
  await page.getByRole('link', { name: '提一件事' }).click();
  await fillIn(page, words, said);
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('heading', { name: '存好了' }).waitFor();
}

/** Fills the form in, and leaves it open. */
export async function fillIn(page, words, said) {
  await page.getByRole('radio', { name: said ? '替人代录' : '我自己提' }).check();
  await page.getByRole('textbox', { name: '什么事' }).fill(words);
  if (!said) return;
  await page.getByRole('textbox', { name: '谁说的' }).fill(said.name);
  await page.getByRole('combobox', { name: '哪个组' }).selectOption({ label: said.group });
  await page.getByRole('radio', { name: said.confirmed }).check();
}

/** The card of an issue on the board, by its heading. */
export function card(page, heading) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: heading }) });
}

/** Goes to a part of the app by the menu. */
export async function goTo(page, part) {
  const menu = (name) => page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click();
  if (part !== '本机') return menu(part);
  // what is on this phone is one step behind "me"
  await menu('我的');
  return page.getByRole('link', { name: part, exact: true }).click();
}

/** Opens an issue from the board. */
export async function openIssue(page, heading) {
  await page.getByRole('link', { name: heading }).click();
  await page.getByRole('link', { name: '返回' }).waitFor();
}

/** Writes a field of the issue that is open anew. */
export async function mend(page, field, value) {
  await page.getByRole('button', { name: field }).click();
  await page.getByLabel(field).fill(value);
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByLabel(field).waitFor({ state: 'detached' });
}

/** A field of the issue that is open, as it says itself. */
export function field(page, name) {
  return page.getByRole('button', { name });
}
