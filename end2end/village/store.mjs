// Looks into the store of a phone, and damages it, past the app: for what no screen shows.

/** Works on the database of whoever is signed in: `work` gets the open stores and what was given. */
function within(page, stores, mode, work, given) {
  const body = `async (given) => {
    const work = ${work};
    const told = (request) => new Promise((well, badly) => {
      request.onsuccess = () => well(request.result);
      request.onerror = () => badly(request.error);
    });
    const all = await indexedDB.databases();
    const { name } = all.find(({ name }) => /^bandeng-[0-9a-f]{8}-/.test(name));
    const database = await told(indexedDB.open(name));
    const step = database.transaction(${JSON.stringify(stores)}, '${mode}');
    const over = new Promise((well, badly) => Object.assign(step, { oncomplete: well, onabort: badly }));
    const found = await work(step, told, given);
    await over;
    database.close();
    return found;
  }`;
  return page.evaluate(`(${body})(${JSON.stringify(given)})`);
}

/** The records in it, each as `id revision`, in the order of their ids, and how many changes wait. */
export function copy(page) {
  return within(page, ['rows', 'outbox'], 'readonly', async (step, told) => {
    const rows = (await told(step.objectStore('rows').getAll())).map((text) => JSON.parse(text));
    const waiting = await told(step.objectStore('outbox').count());
    return { rows: rows.map(({ id, rev }) => `${id} ${rev}`).sort(), waiting };
  });
}

/** How many records are in it. */
export function held(page) {
  return within(page, ['rows'], 'readonly', (step, told) => told(step.objectStore('rows').count()));
}

/** The scopes of the records in it. */
export function scopes(page) {
  return within(page, ['rows'], 'readonly', async (step, told) => {
    const rows = (await told(step.objectStore('rows').getAll())).map((text) => JSON.parse(text));
    return [...new Set(rows.map(({ scope }) => scope))];
  });
}

/** Takes records out of it behind the app's back, as a bad disk would; gives how many that were. */
export function lose(page, ids) {
  return within(page, ['rows'], 'readwrite', async (step, told, gone) => {
    const rows = step.objectStore('rows');
    const before = await told(rows.count());
    gone.forEach((id) => rows.delete(id));
    return before - (await told(rows.count()));
  }, ids);
}

/** Puts a change among those that wait, as another version of the app would. */
export function wait(page, change) {
  return within(page, ['outbox'], 'readwrite', (step, told, text) => told(step.objectStore('outbox').add(text)), JSON.stringify(change));
}

/** The stores in which these words stand, whatever of the app is in them. */
export function holds(page, words) {
  const stores = ['rows', 'outbox', 'journal', 'attention', 'blob'];
  return within(page, stores, 'readonly', async (step, told, [names, wanted]) => {
    const found = [];
    for (const name of names) {
      const all = await told(step.objectStore(name).getAll());
      if (all.some((one) => (typeof one === 'string' ? one : JSON.stringify(one)).includes(wanted))) found.push(name);
    }
    return found;
  }, [stores, words]);
}
