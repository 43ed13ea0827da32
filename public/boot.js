// Before the app: dresses the page, starts the program, and when that fails says so in words.
//
// A plain script in the syntax of 2015, because the phones it has to excuse itself to cannot read more.
(function () {
  'use strict';

  const root = document.documentElement;
  const host = document.getElementById('app');
  const look = remembered();
  const english = !/^zh/i.test(look.lang || navigator.language || 'zh');
  let started = false;
  let failed = false;

  // [Chinese, English]
  const SAY = {
    safe: ['以前存在这部手机里的都还在，一个字没丢。', 'What was saved on this phone before is still here. Nothing is lost.'],
    again: ['再试一次', 'Try again'],
    copy: ['复制网址', 'Copy the address'],
    copied: ['网址复制好了', 'Address copied'],
    board: ['先看公开栏', 'Read the public board'],
    elsewhere: ['在别的浏览器里打开这个网址也行：', 'Or open this address in another browser:'],
    left: ['正在把板凳会搬到这部手机，还剩 ', 'Moving the app onto this phone. Still to come: '],
    slow: ['信号弱，还在搬。可以先放着，也可以先看公开栏。', 'The signal is weak; still moving. You can wait, or read the public board first.'],
    old: ['这个浏览器太旧，打不开记录功能', 'This browser is too old for the app',
      '把浏览器更新一下，或者换 Chrome、Edge、手机自带的新浏览器打开。', 'Update it, or use a recent Chrome, Edge, Safari or Firefox.'],
    store: ['这个窗口不让存东西', 'This window does not let anything be stored',
      '多半是无痕窗口，写了也留不住，所以先不打开。请换普通窗口。', 'It is probably a private window. What you write here could not be kept, so the app stays closed. Please use an ordinary window.'],
    away: ['没搬完：信号断了，或者村里的服务器没开', 'Not all of it arrived: no signal, or the server is down',
      '到有信号的地方再试一次。搬完一次，以后没信号也能打开。', 'Try again where there is a signal. Once it is all here, the app opens without one.'],
    portal: ['这个 Wi-Fi 要先登录', 'This Wi-Fi wants you to sign in first',
      '收到的不是板凳会，是 Wi-Fi 的登录页。先登录，或者关掉 Wi-Fi 用流量，再试一次。', 'What came back was its sign-in page. Sign in, or switch Wi-Fi off, then try again.'],
    stopped: ['板凳会停住了', 'The app has stopped',
      '是程序出了错，不是您按错了。重新打开，接着写。', 'The program made a mistake, not you. Open it again and go on.'],
  };
  const say = function (key, at) { return SAY[key][(at || 0) * 2 + (english ? 1 : 0)]; };

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem('bandeng.look')) || {};
    } catch (error) {
      return {};
    }
  }

  // -- the look, before the first paint

  function dress() {
    const night = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches;
    root.lang = english ? 'en' : 'zh-CN';
    if (look.theme === 'evening' || (look.theme !== 'light' && night)) root.dataset.theme = 'evening';
    if (look.elder) root.dataset.elder = '';
    if (look.size) root.dataset.size = look.size;
    colour();
    new MutationObserver(colour).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  }

  // The bar of the phone takes the colour of the paper, also when the app changes it later.
  function colour() {
    const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
    const meta = document.querySelector('meta[name=theme-color]');
    if (paper && meta) meta.content = paper;
  }

  // -- the program

  function begin() {
    const glue = document.getElementById('glue').href;
    const wasm = document.getElementById('wasm');
    const able = window.WebAssembly && window.fetch && 'noModule' in HTMLScriptElement.prototype;
    if (!able) return give('old');
    const store = storable();
    const program = download(wasm.href, Number(wasm.dataset.bytes));
    // Whichever fails first says so, whether or not the glue ever comes to ask for it.
    store.catch(excuse);
    program.catch(excuse);
    window.addEventListener('bandeng-glue', function (event) {
      store
        .then(function () { return program; })
        .then(function (response) { return event.detail({ module_or_path: response }); })
        .then(function () { started = true; }, excuse);
    }, { once: true });
    const script = document.createElement('script');
    script.type = 'module';
    script.src = glue;
    script.onerror = function () { excuse(new TypeError('the glue did not arrive')); };
    document.head.appendChild(script);
    setTimeout(function () { if (!started && !failed) tell(say('slow')); }, 12000);
  }

  // Some private windows have the name of IndexedDB but refuse to open one.
  function storable() {
    return new Promise(function (resolve, reject) {
      const refuse = function () { reject('store'); };
      try {
        const probe = indexedDB.open('bandeng-probe');
        probe.onerror = refuse;
        probe.onsuccess = function () {
          probe.result.close();
          indexedDB.deleteDatabase('bandeng-probe');
          resolve();
        };
      } catch (error) {
        refuse();
      }
    });
  }

  function download(url, bytes) {
    return fetch(url).then(function (response) {
      const page = /html/.test(response.headers.get('content-type') || '');
      if (!response.ok || page) throw new TypeError('the program did not arrive');
      // Counting spoils the browser's cache of compiled code, so only the first visit is counted.
      const kept = navigator.serviceWorker && navigator.serviceWorker.controller;
      if (!kept && response.body && bytes) count(response.clone(), bytes);
      return response;
    });
  }

  // What arrives is counted unpacked, what is left is told as it travels.
  function count(response, bytes) {
    const reader = response.body.getReader();
    const whole = Number(response.headers.get('content-length')) || bytes;
    const next = function (had) {
      reader.read().then(function (part) {
        if (part.done || started || failed) return;
        const now = had + part.value.length;
        const left = Math.ceil(Math.max(0, 1 - now / bytes) * whole / 1024);
        tell(say('left') + left + ' KB');
        next(now);
      }, function () {});
    };
    next(0);
  }

  // -- when it fails

  function excuse(error) {
    if (error === 'store') return give('store');
    if (error instanceof WebAssembly.CompileError) return give('old');
    if (error instanceof WebAssembly.RuntimeError) return give('stopped');
    reachable().then(give);
  }

  // Whoever answers a question to the server with a page is not the server.
  function reachable() {
    return fetch('/api/v1/ping', { cache: 'no-store' }).then(function (response) {
      const page = /html/.test(response.headers.get('content-type') || '');
      return response.ok && page ? 'portal' : 'away';
    }, function () { return 'away'; });
  }

  function tell(words) {
    const place = document.getElementById('boot-says');
    if (place) place.textContent = words;
  }

  function make(tag, name, words) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (words) made.textContent = words;
    return made;
  }

  function button(words, act) {
    const made = make('button', 'btn', words);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  // One screen for all that can go wrong: what is so, what is safe, what can be done.
  function give(why) {
    if (failed) return;
    failed = true;
    const state = make('div', 'state');
    state.setAttribute('role', 'alert');
    state.appendChild(make('h1', '', say(why)));
    state.appendChild(make('p', '', say(why, 1)));
    if (why !== 'store') state.appendChild(make('p', '', say('safe')));
    const ways = make('div', 'btns');
    const again = button(say('again'), repair);
    again.className = 'btn do';
    ways.appendChild(again);
    const board = make('a', 'btn', say('board'));
    board.href = '/';
    ways.appendChild(board);
    state.appendChild(ways);
    state.appendChild(make('p', '', say('elsewhere')));
    state.appendChild(make('p', 'xs', location.href));
    if (navigator.clipboard) state.appendChild(copier());
    const main = make('main', 'main');
    main.id = 'main';
    main.appendChild(state);
    const app = make('div', 'app');
    app.appendChild(main);
    host.textContent = '';
    host.appendChild(app);
  }

  function copier() {
    const copy = button(say('copy'), function () {
      navigator.clipboard.writeText(location.href).then(function () { copy.textContent = say('copied'); });
    });
    return copy;
  }

  // With the server in reach, a worker whose files are damaged is let go; without it, it is all there is.
  function repair() {
    const anew = function () { location.reload(); };
    if (!navigator.serviceWorker) return anew();
    fetch('/api/v1/ping', { cache: 'no-store' })
      .then(function (response) {
        if (!response.ok || /html/.test(response.headers.get('content-type') || '')) return null;
        return navigator.serviceWorker.getRegistration('/app/').then(function (registration) {
          return registration && registration.unregister();
        });
      })
      .then(anew, anew);
  }

  // A program that has trapped answers no tap any more; what was saved is saved.
  function trapped(error) {
    if (!started || failed || !window.WebAssembly || !(error instanceof WebAssembly.RuntimeError)) return;
    failed = true;
    const shelf = make('div', 'toasts');
    const bar = make('p', 'toast', say('stopped') + (english ? '. ' : '。') + say('safe'));
    bar.setAttribute('role', 'alert');
    bar.appendChild(button(say('again'), function () {
      // a build that trapped may trap again: the one that waits, or the server's, is the better try
      if (window.bandeng && window.bandeng.updateWaiting()) window.bandeng.applyUpdate();
      else repair();
    }));
    shelf.appendChild(bar);
    document.body.appendChild(shelf);
  }

  window.addEventListener('error', function (event) { trapped(event.error); });
  window.addEventListener('unhandledrejection', function (event) { trapped(event.reason); });
  dress();
  begin();
})();
