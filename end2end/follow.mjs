// What people do on an action's page, by the words they see.

/** Presses a button. */
export const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

/** Takes a step: opens its form, fills what it asks for, saves it. */
export async function step(page, name, fill = async () => {}) {
  await press(page, name);
  const form = page.getByRole('form', { name });
  await fill(form);
  await press(form, '存下');
  await form.waitFor({ state: 'detached' });
}

/** Holds it against its criterion, and finds it done. */
export const checks = (page) => step(page, '核一核', (form) => form.getByRole('radio', { name: '办成了' }).check());

/** Says how it was done. */
export async function rate(page, result, { heard, words } = {}) {
  const box = page.getByRole('group', { name: '这件事办得怎么样？' });
  await box.getByRole('button', { name: result, exact: true }).click();
  if (heard) await box.getByRole('radio', { name: heard, exact: true }).check();
  if (words) await box.getByRole('textbox').fill(words);
  await press(box, '就这样评');
}

/** The card of a piece of advice, by its words; they may also be in a list to choose from on another card. */
export const slip = (within, words) => {
  const says = (within.page?.() ?? within).getByRole('paragraph').filter({ hasText: words });
  return within.getByRole('listitem').filter({ has: says }).first();
};
