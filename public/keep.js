// Keeps the app on the phone: without a signal, up to date, and on the home screen.
//
// What the app may ask is window.bandeng = { installable, install, updateWaiting, applyUpdate,
// offlineReady }; what it is told are the events bandeng-installable, bandeng-update and
// bandeng-offline-ready. A new version never comes in by itself: somebody may be in the middle of a word.
(function () {
  'use strict';

  const HOUR = 3600000;
  let offer = null;
  let registration = null;
  let ready = false;
  let replaced = false;
  let applying = false;
  let asked = Date.now();

  function send(name) {
    window.dispatchEvent(new CustomEvent(name));
  }

  // -- the home screen

  window.addEventListener('beforeinstallprompt', function (event) {
    event.preventDefault();
    offer = event;
    send('bandeng-installable');
  });
  window.addEventListener('appinstalled', function () {
    offer = null;
    send('bandeng-installable');
  });

  // An offer can be made once; the browser decides when there is another.
  function install() {
    if (!offer) return Promise.resolve('unavailable');
    const made = offer;
    offer = null;
    made.prompt();
    return made.userChoice.then(function (choice) { return choice.outcome; });
  }

  // -- new versions

  function updateWaiting() {
    return replaced || Boolean(registration && registration.waiting && registration.active);
  }

  function watch(worker) {
    worker.addEventListener('statechange', function () {
      if (worker.state === 'installed' && applying) return letIn(worker);
      if (worker.state === 'redundant') return reload();
      if (worker.state === 'installed' && updateWaiting()) send('bandeng-update');
      // A page that came by the network has no controller, and would never hear of a change of it.
      if (worker.state === 'activated' && applying) reload();
    });
  }

  function applyUpdate() {
    applying = true;
    const waiting = registration && registration.waiting;
    if (waiting) {
      watch(waiting);
      return letIn(waiting);
    }
    // the server may ask for a build that nobody has looked for yet
    if (!registration || replaced) return reload();
    registration.update().then(function () {
      if (registration.waiting) letIn(registration.waiting);
      else if (!registration.installing) reload();
    }, reload);
  }

  function letIn(worker) {
    worker.postMessage({ type: 'SKIP_WAITING' });
  }

  function reload() {
    if (!applying) return;
    applying = false;
    location.reload();
  }

  function look() {
    if (!registration || document.visibilityState !== 'visible' || Date.now() - asked < 60000) return;
    asked = Date.now();
    registration.update().catch(function () { /* no signal: the next look will do */ });
  }

  function register() {
    const workers = navigator.serviceWorker;
    const controlled = Boolean(workers.controller);
    // Another tab may have let the new version in. This one goes on with its own until it is asked.
    workers.addEventListener('controllerchange', function () {
      if (applying) return reload();
      if (!controlled) return;
      replaced = true;
      send('bandeng-update');
    });
    workers.register('/app/sw.js', { scope: '/app/', updateViaCache: 'none' }).then(function (made) {
      registration = made;
      if (made.installing) watch(made.installing);
      made.addEventListener('updatefound', function () { watch(made.installing); });
      if (updateWaiting()) send('bandeng-update');
      document.addEventListener('visibilitychange', look);
      setInterval(look, 6 * HOUR);
    }).catch(function (error) {
      // A chat app's own browser, often: everything works, but only with a signal.
      console.warn('the app could not be kept on this phone', error);
    });
    workers.ready.then(function () {
      ready = true;
      send('bandeng-offline-ready');
    });
  }

  window.bandeng = {
    installable: function () { return Boolean(offer); },
    install: install,
    updateWaiting: updateWaiting,
    applyUpdate: applyUpdate,
    offlineReady: function () { return ready; },
  };

  if ('serviceWorker' in navigator) {
    if (document.readyState === 'complete') register();
    else window.addEventListener('load', register);
  }
})();
