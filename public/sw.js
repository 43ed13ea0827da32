// Opens the app without a signal. The bundle writes the first line: BUILD, with the address and the
// SHA-256 of every file of this build.
//
// Promises: a build is kept whole or not at all; nothing is kept that is not exactly what was built
// (a hotel's sign-in page also answers 200); the app never waits for the network to open; /api and the
// public pages are none of its business; a new build waits until somebody says so.
'use strict';

const PREFIX = 'bandeng-';
const HERE = PREFIX + BUILD.id;
// In the cache of every build that has ever been in charge.
const SERVED = '/app/.served';

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clear()));
addEventListener('message', (event) => {
  if (event.data && event.data.type === 'SKIP_WAITING') skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (!url.pathname.startsWith('/app/')) return;
  event.respondWith(request.mode === 'navigate' ? shell(request) : asset(request, url.pathname));
});

// What arrived stays when something else does not: the next attempt, perhaps at the next signal, goes on
// from there. Only the install as a whole fails, and the build before it stays in charge.
async function install() {
  const here = await caches.open(HERE);
  const older = await Promise.all((await others()).map((name) => caches.open(name)));
  const kept = BUILD.files.map((file) => keep(file, here, older));
  await Promise.all(kept);
}

async function keep(file, here, older) {
  if (await exact(await here.match(file.url), file)) return;
  for (const cache of older) {
    const had = await cache.match(file.url);
    if (await exact(had, file)) return here.put(file.url, had);
  }
  // A name with a hash never changes its content, so what the first visit has just downloaded is taken
  // from the browser's own cache and not paid for twice. If it is not right, it is asked for anew.
  const ways = file.url.startsWith('/app/pkg/') ? ['default', 'reload'] : ['reload'];
  for (const cache of ways) {
    const response = await fetch(file.url, { cache, credentials: 'same-origin' });
    if (await exact(response, file)) return here.put(file.url, response);
  }
  throw new Error(`${file.url} is not what was built`);
}

async function exact(response, file) {
  if (!response || !response.ok || response.redirected) return false;
  const body = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const told = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return told === file.sha256;
}

// Oldest first: caches are listed in the order they were made.
async function others() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== HERE);
}

// The build that was in charge until now is kept for the pages it has opened; all others go.
async function clear() {
  const here = await caches.open(HERE);
  await here.put(SERVED, new Response(''));
  const old = await others();
  const served = await Promise.all(
    old.map(async (name) => (await caches.open(name)).match(SERVED)),
  );
  const previous = old.filter((_, at) => served[at]).pop();
  await Promise.all(old.filter((name) => name !== previous).map((name) => caches.delete(name)));
}

async function kept(path) {
  // a phone that is full or broken may fail here; the network may still have it
  try {
    for (const name of [HERE, ...(await others()).reverse()]) {
      const found = await (await caches.open(name)).match(path);
      if (found) return found;
    }
  } catch (error) {
    return undefined;
  }
  return undefined;
}

async function shell(request) {
  const found = await kept(BUILD.shell);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    return new Response(EMPTIED, {
      status: 503,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  }
}

// A missing file is a 404, whatever a captive portal says: a page in the place of a script breaks the app.
async function asset(request, path) {
  const found = await kept(path);
  if (found) return found;
  const response = await fetch(request).catch(() => new Response('', { status: 504 }));
  const page = /html/.test(response.headers.get('content-type') || '');
  return page ? new Response('', { status: 404 }) : response;
}

// The browser has thrown the files of the app away to make room; what people wrote is stored elsewhere.
const EMPTIED = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>板凳会</title>
<h1>手机把板凳会的程序清掉了</h1>
<p>多半是手机满了。找个有信号的地方，再打开一次就好。</p>
<p><a href="/app/">再试一次</a></p>
<h2 lang="en">The phone has cleared the app away</h2>
<p lang="en">It was probably full. Open this page once more where there is a signal.</p>
<p lang="en"><a href="/app/">Try again</a></p>`;
