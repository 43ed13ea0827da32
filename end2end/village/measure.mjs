// What an eye, a finger and a screen reader meet on a page, measured over the document.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, one line each; a contrast it cannot decide counts. The page is unrolled first: what
 * lies under the menu at the bottom has no colour behind it that could be told. What is moved
 * sideways under its own edge on a phone is looked at on a wide screen. */
export async function faults(page) {
  const { width, height } = page.viewportSize();
  await unroll(page, width, height);
  await page.evaluate(AXE);
  const found = await page.evaluate(async (exclude) => {
    // one character is a word here; the rest is what axe takes when it is told nothing
    const ratio = { normal: { expected: 4.5 }, large: { expected: 3 } };
    const print = { boldValue: 700, boldTextPt: 14, largeTextPt: 18, contrastRatio: ratio, pseudoSizeThreshold: 0.25 };
    const options = { ...print, ignoreUnicode: true, ignoreLength: true, ignorePseudo: false };
    globalThis.axe.configure({ checks: [{ id: 'color-contrast', options }] });
    const { violations, incomplete } = await globalThis.axe.run({ include: [['html']], exclude }, { resultTypes: ['violations', 'incomplete'] });
    const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
    return [...violations, ...undecided].flatMap(({ id, nodes }) => nodes.map(({ target, any }) => (
      `${id}: ${target.join(' ')} ${any.map(({ message }) => message).join('; ')}`
    )));
  }, width < 600 ? [['.scroll']] : []);
  await page.setViewportSize({ width, height });
  return found;
}

/** Makes the window as long as the page and a phone. A longer window brings more of the page to light, and what
 * comes to light is not as long as it was thought to be: done when nothing has moved for a few frames. */
async function unroll(page, width, height) {
  for (let long = 0, still = 0, rounds = 0; still < 5; rounds += 1) {
    if (rounds > 60) throw new Error(`${page.url()} grows with the window and has no end`);
    const now = await page.evaluate(() => new Promise((told) => {
      const main = document.querySelector('main');
      // whatever comes last may be a sheet: closed, it is nowhere; open, it hangs on the window and not on the page
      const lies = (one) => getComputedStyle(one).position !== 'fixed';
      const all = [...main.children].filter(lies);
      const ends = () => (all.length > 0 ? all : [main]).map((one) => one.getBoundingClientRect().bottom);
      const tell = () => told(Math.ceil(Math.max(0, ...ends()) + scrollY));
      requestAnimationFrame(() => requestAnimationFrame(tell));
    }));
    still = now === long ? still + 1 : 0;
    long = now;
    await page.setViewportSize({ width, height: long + height });
  }
}

/** Controls that a finger can miss, by their words: smaller than `least` pixels either way. What a tap beside the
 * words still reaches counts, as with a card that is a link as a whole. A link inside a sentence is part of it. */
export function small(page, least) {
  return page.evaluate((side) => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]';
    const scene = document.querySelector('dialog[open]') ?? document;
    const inText = (element) => {
      const text = element.closest('p, dd, small, figcaption');
      return element.matches('a') && text && text.innerText.trim() !== element.innerText.trim();
    };
    const own = (element, found) => element.contains(found) || [...(element.labels ?? [])].some((label) => label.contains(found));
    const reach = (element) => {
      const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
      const box = boxes.reduce((one, other) => (one.width * one.height > other.width * other.height ? one : other));
      if (box.width >= side - 0.5 && box.height >= side - 0.5) return null;
      const [x, y, half] = [box.left + box.width / 2, box.top + box.height / 2, side / 2 - 1];
      const around = [[0, -half], [0, half], [-half, 0], [half, 0]];
      const hit = around.every(([right, down]) => own(element, document.elementFromPoint(x + right, y + down)));
      return hit ? null : `${Math.round(box.width)} × ${Math.round(box.height)}`;
    };
    return [...scene.querySelectorAll(controls)]
      .filter((element) => !element.closest('.skip') && element.checkVisibility() && !inText(element))
      .filter((element) => element.getBoundingClientRect().width > 1)
      .flatMap((element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const missed = reach(element);
        const name = element.getAttribute('aria-label') ?? (element.innerText || element.labels?.[0]?.innerText || element.localName);
        return missed ? [`${name.trim().replaceAll('\n', ' ')}: ${missed}`] : [];
      });
  }, least);
}

/** Text in the main part that is smaller than `least` pixels. */
export function fine(page, least) {
  return texts(page, (element, size) => parseFloat(getComputedStyle(element).fontSize) < size, least);
}

/** Chinese letters that a page shows without saying that they are Chinese. */
export function unmarked(page) {
  return texts(page, (element) => !element.closest('[lang]').lang.startsWith('zh'), 0, '\\p{Script=Han}');
}

/** Whether the page is wider than the phone. */
export function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

function texts(page, wanted, given, letters = '\\S') {
  const body = `(given, letters) => {
    const wanted = ${wanted};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement: element, data } = walker.currentNode;
      const shown = element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg, .sr, script, style, .skip');
      if (shown && new RegExp(letters, 'u').test(data) && wanted(element, given)) found.push(data.trim());
    }
    return found;
  }`;
  return page.evaluate(`(${body})(${given}, ${JSON.stringify(letters)})`);
}
