// RxDB's HTTP replication as its documentation shapes it: memory storage, an Express server that holds the rows in
// memory and takes for a conflict what was made from another moment of the row. One line of JSON a figure.
const { createRxDatabase } = require('rxdb');
const { getRxStorageMemory } = require('rxdb/plugins/storage-memory');
const { replicateRxCollection } = require('rxdb/plugins/replication');
const express = require('express');
const { gzipSync } = require('node:zlib');
const proxy = require('./proxy');
const { gen } = require('./gen');

const text = ['village_id', 'kind', 'issue_id', 'author_id', 'body', 'status', 'created_at', 'updated_at'];
const schema = { version: 0, primaryKey: 'id', type: 'object', required: ['id'], properties: {
  id: { type: 'string', maxLength: 40 }, priority: { type: 'number' },
  ...Object.fromEntries(text.map((name) => [name, { type: 'string' }])) } };

function serve() {
  const rows = new Map();
  let seq = 0;
  const app = express();
  app.use(express.json({ limit: '50mb' }));
  app.get('/pull', ({ query }, answer) => {
    const from = Number(query.seq);
    const fresh = [...rows.values()].filter((held) => held.seq > from).sort((a, b) => a.seq - b.seq);
    const told = fresh.slice(0, Number(query.limit));
    const documents = told.map(({ row }) => row);
    const body = JSON.stringify({ documents, checkpoint: { seq: told.at(-1)?.seq ?? from } });
    answer.setHeader('content-encoding', 'gzip').type('json').end(gzipSync(body));
  });
  app.post('/push', ({ body }, answer) => {
    const conflicts = [];
    for (const { newDocumentState: row, assumedMasterState: assumed } of body) {
      const held = rows.get(row.id)?.row;
      if (held && held.updated_at !== assumed?.updated_at) conflicts.push(held);
      else rows.set(row.id, { row, seq: (seq += 1) });
    }
    answer.json(conflicts);
  });
  return app.listen(16984, '127.0.0.1');
}

async function main() {
  serve();
  const { c: count } = await proxy(16985, 16984);
  const far = 'http://127.0.0.1:16985';
  const open = async (name) => {
    const base = await createRxDatabase({ name, storage: getRxStorageMemory(), multiInstance: false });
    await base.addCollections({ c: { schema } });
    return base.c;
  };
  const [one, other] = [await open('one'), await open('other')];
  const rows = gen(Number(process.argv[2]));
  await one.bulkInsert(rows);
  const replicate = async (collection, ways) => {
    const state = replicateRxCollection({ collection, replicationIdentifier: collection.database.name, live: false,
      waitForLeadership: false, deletedField: '_deleted', ...ways });
    state.error$.subscribe((error) => { throw error; });
    await state.awaitInitialReplication();
    await state.cancel();
  };
  const push = () => replicate(one, { push: { batchSize: 500, handler: async (sent) => (await fetch(`${far}/push`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) })).json() } });
  const pull = () => replicate(other, { pull: { batchSize: 500, handler: async (from, limit) =>
    (await fetch(`${far}/pull?seq=${from?.seq ?? 0}&limit=${limit}`)).json() } });
  const figure = async (name, act) => {
    count.reset();
    const begun = Date.now();
    await act();
    console.log(JSON.stringify({ name, ms: Date.now() - begun, up: count.up, down: count.down }));
  };
  await figure('push of all records', push);
  await figure('pull of all records', pull);
  const held = (await other.find().exec()).length;
  if (held !== rows.length) throw new Error(`only ${held} records have come`);
  const edit = async (id, status) => (await one.findOne(id).exec()).patch({ status, updated_at: new Date().toISOString() });
  await edit(rows[7].id, 'done');
  await figure('one field edit, up and down', async () => { await push(); await pull(); });
  if ((await other.findOne(rows[7].id).exec()).status !== 'done') throw new Error('the edit has not come');
  await figure('an idle round', pull);
  for (let at = 0; at < rows.length; at += 20) await edit(rows[at].id, 'changed');
  await push();
  await figure('30 days away, 5 % changed', pull);
  if ((await other.findOne(rows[20].id).exec()).status !== 'changed') throw new Error('the changes have not come');
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
