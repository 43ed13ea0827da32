// What an eye, a finger and a screen reader meet on a page, measured over the document.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, one line each; a contrast it cannot decide counts. */
export async function faults(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations, incomplete } = await globalThis.axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
    return [...violations, ...undecided].flatMap(({ id, nodes }) => nodes.map(({ target, any }) => (
      `${id}: ${target.join(' ')} ${any.map(({ message }) => message).join('; ')}`
    )));
  });
}

/** Controls that are smaller than `least` pixels either way, by their words. A link inside a sentence is part of
 * the text; a box inside its label is as large as the label. */
export function small(page, least) {
  return page.evaluate((side) => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]';
    const shown = (box) => box.width > 1 && box.height > 1;
    const inText = (element) => {
      const text = element.closest('p, dd, small, figcaption');
      return element.matches('a') && text && text.innerText.trim() !== element.innerText.trim();
    };
    const reach = (element) => {
      const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
      return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) };
    };
    return [...document.querySelectorAll(controls)]
      .filter((element) => !element.closest('.skip') && element.checkVisibility() && !inText(element))
      .map((element) => [element, reach(element)])
      .filter(([, box]) => shown(box) && (box.width < side - 0.5 || box.height < side - 0.5))
      .map(([element, box]) => {
        const name = element.getAttribute('aria-label') ?? (element.innerText || element.labels?.[0]?.innerText || element.tagName);
        return `${name.trim().replaceAll('\n', ' ')}: ${Math.round(box.width)} × ${Math.round(box.height)}`;
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
