// PouchDB ⇄ express-pouchdb, LevelDB on both sides, through a counting proxy. One line of JSON a figure.
const { fork } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const proxy = require('./proxy');
const { gen } = require('./gen');

const folder = mkdtempSync(join(tmpdir(), 'pouch-'));
process.env.PEER_DIR = folder;
mkdirSync(join(folder, 'srv'));
const server = fork(join(__dirname, 'pouch-srv.js'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
const heard = () => new Promise((told) => server.once('message', told));

async function main() {
  await heard();
  const { c: count } = await proxy(15985, 15984);
  const PouchDB = require('pouchdb');
  const [one, other] = ['one', 'other'].map((name) => new PouchDB(join(folder, name)));
  const far = 'http://127.0.0.1:15985/issues';
  const rows = gen(Number(process.argv[2])).map((row) => ({ _id: row.id, ...row }));
  const settings = { batch_size: 500 };
  const figure = async (name, act) => {
    count.reset();
    const begun = Date.now();
    await act();
    console.log(JSON.stringify({ name, ms: Date.now() - begun, up: count.up, down: count.down }));
  };
  const push = () => one.replicate.to(far, settings);
  const pull = () => other.replicate.from(far, settings);
  const edit = async (row, status) => one.put({ ...await one.get(row._id), status });
  await one.bulkDocs(rows);
  await figure('push of all records', push);
  await figure('pull of all records', pull);
  await edit(rows[7], 'done');
  await figure('one field edit, up and down', async () => { await push(); await pull(); });
  await figure('an idle round', pull);
  for (let at = 0; at < rows.length; at += 20) await edit(rows[at], 'changed');
  await push();
  await figure('30 days away, 5 % changed', pull);
  server.send('rss');
  console.log(JSON.stringify({ name: 'server, most memory', kb: Math.round((await heard()) / 1024) }));
}

main().then(() => 0, (error) => { console.error(error); return 1; }).then((code) => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
});
