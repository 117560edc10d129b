// Looks at one page in a real browser, in every way in which customers read it, and says what is wrong with it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The languages, sizes of text and widths in which a page is looked at. */
const LANGUAGES = ['en', 'es', 'zh'];
const TEXTS = ['standard', 'large'];
/** The narrowest that pages are made for (WCAG 2.2 criterion 1.4.10), and a desk. */
const WIDTHS = [320, 1280];
const HEIGHT = 800;
/** How far down the first amount may be: on the first screen of a desk, and on the first two where large text is read. */
const REACH = { 320: 2 * HEIGHT, 1280: HEIGHT };
/** The smallest that a finger finds (WCAG 2.2 criterion 2.5.8), in CSS pixels. */
const FINGER = 24;

/** What is wrong with a page beyond what axe knows. It runs in the browser: it can use nothing outside itself. */
function wrong({ finger, reach, money }) {
  const found = [];
  const tell = (rule, what) => found.push({ rule, what: what.slice(0, 200) });
  const words = (element) => (element.textContent || element.getAttribute('name') || '').trim().replace(/\s+/g, ' ');
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
  };

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    tell('overflow', `the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
  }
  const heads = [...document.querySelectorAll('h1')].filter(seen);
  if (heads.length !== 1) tell('one-heading', `there are ${heads.length} first headings, not one`);

  // Money is the first thing that people look for. What holds an amount, and nothing else that does.
  if (money) {
    const amount = /[£€¥$]\s?\d|\d\s?[£€¥$]/;
    const amounts = [...document.querySelectorAll('main *')].filter(
      (element) => amount.test(element.textContent ?? '') && ![...element.children].some((child) => amount.test(child.textContent ?? '')),
    );
    const first = amounts.find(seen);
    if (!first) tell('balance-hidden', 'no amount is to be seen');
    else if (first.getBoundingClientRect().top + scrollY > reach) tell('balance-hidden', `no amount is to be seen in the first ${reach} pixels`);
  }

  const main = [...document.querySelectorAll('main :is(button, a.button, a[class], summary)')].filter(seen);
  if (main.length === 0) tell('no-action', 'there is nothing to press');

  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    // A link in a sentence is as high as its line.
    if (!seen(element) || (element.tagName === 'A' && getComputedStyle(element).display === 'inline')) continue;
    const box = element.getBoundingClientRect();
    if (box.right <= 0 || box.bottom <= 0) continue;
    if (box.width < finger - 0.5 || box.height < finger - 0.5) {
      tell('target-size', `"${words(element).slice(0, 60)}" is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
    }
  }
  return found;
}

/** What axe finds, each in a sentence. */
async function asked(page) {
  // Put in by the browser's own hand, which the page's policy does not bind; it asks nothing of the network.
  await page.evaluate(engine);
  const violations = await page.evaluate(
    async () => (await globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false })).violations,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => ({ rule: id, what: `${help}: ${html.slice(0, 160)}` })),
  );
}

/**
 * Every view of the page at `address`, and what was found; `page` is the word for which page it is. An address that
 * does not answer with a page is no view.
 */
export async function look(browser, address, page) {
  const findings = [];
  let [views, sha256] = [0, ''];
  for (const language of LANGUAGES) {
    for (const text of TEXTS) {
      for (const width of WIDTHS) {
        const place = `${language}, ${text}, ${width}`;
        const context = await browser.newContext({ viewport: { width, height: HEIGHT } });
        try {
          const tab = await context.newPage();
          const answer = await tab.goto(`${address}?language=${language}&text=${text}`, { waitUntil: 'load' });
          if (!answer?.ok()) throw new Error(`the page answered ${answer?.status()}`);
          // What was looked at is one thing, which the bank names in every answer.
          const shown = answer.headers()['x-layout-sha256'] ?? '';
          if (!shown || (sha256 && shown !== sha256)) throw new Error('the page does not say that it is one and the same');
          sha256 = shown;
          const here = [
            ...(await asked(tab)),
            // Where a payment starts there is nothing to read of money yet.
            ...(await tab.evaluate(wrong, { finger: FINGER, reach: REACH[width], money: page !== 'pay-start' })),
          ];
          findings.push(...here.map((finding) => ({ ...finding, place })));
          views += 1;
        } finally {
          await context.close();
        }
      }
    }
  }
  return { views, sha256, findings };
}
