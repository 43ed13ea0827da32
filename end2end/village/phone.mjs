// A phone: a browser with a profile of its own, that can lose its signal, be killed and be opened again.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { until } from './chores.mjs';
import { Line } from './line.mjs';

const CHROMIUM = process.env.BANDENG_CHROMIUM ?? '/usr/bin/chromium';
const ARGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update'];
/** How long a story waits, in milliseconds: longer than a phone that was turned away ever waits before it tries again,
 * so that a busy machine changes how long a story takes and not how it ends. */
const PATIENCE = 150_000;

/** One person's phone. `page` is the tab in front. */
export class Phone {
  constructor(village, person, settings) {
    Object.assign(this, { village, person, settings, unplugged: false, troubles: [] });
    this.profile = mkdtempSync(join(tmpdir(), 'bandeng-phone-'));
  }

  /** A phone that is switched on, with a browser and no tab but an empty one. */
  static async on(village, person, settings = {}) {
    const phone = new Phone(village, person, settings);
    phone.line = await Line.to(village.server.port);
    await phone.#start();
    return phone;
  }

  /** Where this phone finds the village. */
  get origin() {
    return this.line.origin;
  }

  async #start() {
    const { init, ...settings } = this.settings;
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: CHROMIUM,
      args: ARGS,
      chromiumSandbox: process.getuid?.() !== 0,
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      offline: this.unplugged,
      ...settings,
    });
    this.context.setDefaultTimeout(PATIENCE);
    if (init) await this.context.addInitScript(init);
    this.context.on('weberror', (error) => this.troubles.push(String(error.error())));
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    // asked for now, so that nothing stands between the wish to kill it and its end
    this.process = await this.#browser();
  }

  /** The process that the browser is. */
  async #browser() {
    const session = await this.context.browser().newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.find(({ type }) => type === 'browser').id;
  }

  /** With BANDENG_EYES set, leaves a picture of every tab and its words behind, to see where a story stopped. */
  async #look() {
    if (!process.env.BANDENG_EYES) return;
    const folder = join(import.meta.dirname, '../test-results');
    mkdirSync(folder, { recursive: true });
    for (const [at, page] of this.context.pages().entries()) {
      const name = join(folder, `${this.person}-${this.line.port}-${at}`);
      await page.screenshot({ path: `${name}.png` }).catch(() => {});
    }
  }

  /** Opens an address of the village: a path such as `/app/`. */
  async open(path = '/app/') {
    await this.page.goto(path.startsWith('/') ? this.origin + path : path);
    return this.page;
  }

  /** Another tab, in front. */
  async tab(path = '/app/') {
    const tab = await this.context.newPage();
    await tab.goto(this.origin + path);
    return tab;
  }

  /** Opens a fresh invite, sits down, and waits until the village is on the board. */
  async enter() {
    const code = await this.village.server.invite(this.person);
    await this.open(`/app/welcome#${code}`);
    await this.page.getByRole('button', { name: '坐下来' }).click();
    await this.page.getByRole('heading', { level: 3 }).first().waitFor();
    return this;
  }

  /** Waits until all that the app needs without a signal is on this phone. */
  async kept() {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    return this;
  }

  /** No signal. */
  async offline() {
    this.unplugged = true;
    this.line.cut();
    await this.context.setOffline(true);
  }

  /** The signal is back. */
  async online() {
    this.unplugged = false;
    this.line.mend();
    await this.context.setOffline(false);
  }

  /** The battery falls out: the browser is killed in the middle of whatever it does. */
  async kill() {
    process.kill(this.process, 'SIGKILL');
    await until('the browser is gone', () => !alive(this.process));
    await this.context.close().catch(() => {});
  }

  /** Some time goes by: the browser is closed as people close it, and opened again. A browser writes cookies and
   * small storage to the disk only half a minute later, so a phone that is killed has been signed in for longer. */
  async overnight() {
    await this.context.close();
    await this.reopen();
    return this;
  }

  /** Takes the phone up again, with or without a signal as it was. */
  async reopen(path = '/app/') {
    await this.#start();
    return this.open(path);
  }

  /** A session of the browser's own protocol on the tab in front. */
  tools(page = this.page) {
    return this.context.newCDPSession(page);
  }

  async close() {
    await this.#look();
    await this.context.close().catch(() => {});
    await this.line.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

function alive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
