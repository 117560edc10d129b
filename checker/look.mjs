// Looks at one page in a real browser, in every way in which customers read it, and says what is wrong with it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The ways in which a page is looked at. First as most people read it: every language, size of text and width. Then in
 * other ways, so few that no two things meet that have met already: whichever two of all there is to choose are chosen
 * (a test sees to it), they are chosen together in at least one view.
 */
const LANGUAGES = ['en', 'es', 'zh'];
const TEXTS = ['standard', 'large'];
/** The narrowest that pages are made for (WCAG 2.2 criterion 1.4.10), and a desk. */
const WIDTHS = [320, 1280];
/** What is asked of the browser for more contrast, and for the colours of its system alone. */
const CONTRASTS = { usual: {}, more: { contrast: 'more' }, forced: { forcedColors: 'active' } };
const usual = { scheme: 'light', contrast: 'usual', scripts: 'on', begun: 'no' };

/** @typedef {{ language: string, text: string, width: number, scheme: string, contrast: string, scripts: string, begun: string }} View */

/** @type {View[]} */
export const VIEWS = [
  ...LANGUAGES.flatMap((language) => TEXTS.flatMap((text) => WIDTHS.map((width) => ({ language, text, width, ...usual })))),
  { language: 'en', text: 'standard', width: 320, scheme: 'dark', contrast: 'forced', scripts: 'off', begun: 'no' },
  { language: 'en', text: 'standard', width: 320, scheme: 'light', contrast: 'more', scripts: 'off', begun: 'yes' },
  { language: 'es', text: 'standard', width: 1280, scheme: 'dark', contrast: 'more', scripts: 'on', begun: 'no' },
  { language: 'es', text: 'large', width: 1280, scheme: 'dark', contrast: 'usual', scripts: 'off', begun: 'yes' },
  { language: 'es', text: 'large', width: 1280, scheme: 'light', contrast: 'forced', scripts: 'on', begun: 'yes' },
  { language: 'zh', text: 'large', width: 1280, scheme: 'dark', contrast: 'more', scripts: 'off', begun: 'yes' },
  { language: 'zh', text: 'large', width: 1280, scheme: 'light', contrast: 'forced', scripts: 'off', begun: 'yes' },
];
const HEIGHT = 800;
/** How far down the first amount may be: on the first screen of a desk, and on the first two where large text is read. */
const REACH = { 320: 2 * HEIGHT, 1280: HEIGHT };
/** The smallest that a finger finds (WCAG 2.2 criterion 2.5.8), in CSS pixels. */
const FINGER = 24;

/** What is wrong with a page beyond what axe knows. It runs in the browser: it can use nothing outside itself. */
function wrong({ finger, reach, money, forced }) {
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

  // Whoever has chosen colours for everything they see gets them everywhere.
  if (forced) {
    for (const element of document.body.querySelectorAll('*')) {
      const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (speaks && seen(element) && getComputedStyle(element).forcedColorAdjust === 'none') {
        tell('forced-colors', `"${words(element).slice(0, 60)}" keeps colours of its own`);
      }
    }
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

/** What axe finds, each in a sentence. In the colours of the system it takes for the ground what the style sheet says. */
async function asked(page, forced) {
  // Put in by the browser's own hand, which the page's policy does not bind; it asks nothing of the network.
  await page.evaluate(engine);
  const violations = await page.evaluate(
    async (rules) => (await globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false, rules })).violations,
    { 'color-contrast': { enabled: !forced } },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => ({ rule: id, what: `${help}: ${html.slice(0, 160)}` })),
  );
}

/** The views that a picture is taken of, how small it is made, and what it is called. */
const PICTURED = { 320: { name: 'narrow', scale: 0.5 }, 1280: { name: 'wide', scale: 0.25 } };
const asMostReadIt = (view) => view.language === 'en' && view.text === 'standard' && Object.entries(usual).every(([name, value]) => view[name] === value);

/** A small picture of the page from where its own part begins, below what says that it is a preview. */
async function pictured(tab, session, width) {
  const { name, scale } = PICTURED[width];
  const y = await tab.evaluate(() => (document.querySelector('main')?.getBoundingClientRect().top ?? 0) + scrollY);
  const clip = { x: 0, y, width, height: HEIGHT, scale };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60, clip, captureBeyondViewport: true });
  return [{ window: name, image: data }];
}

/** Everything that is not as usual about a view, in words: what somebody has to choose to see the same. */
function placed({ language, text, width, scheme, contrast, scripts, begun }) {
  const others = [
    scheme === 'dark' && 'dark',
    contrast !== 'usual' && `${contrast} ${contrast === 'more' ? 'contrast' : 'colours'}`,
    scripts === 'off' && 'no scripts',
    begun === 'yes' && 'begun',
  ];
  return [language, text, width, ...others].filter(Boolean).join(', ');
}

/** One view of the page at `address`: which layout it was, a picture where one is taken, and what `look` finds. */
async function seen(browser, address, view, look) {
  const { width, scheme: colorScheme, contrast } = view;
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, colorScheme, ...CONTRASTS[contrast] });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    // Nothing of the page runs: what it has for that case stands there. axe runs afterwards.
    const scripts = (value) => session.send('Emulation.setScriptExecutionDisabled', { value });
    if (view.scripts === 'off') await scripts(true);
    const query = new URLSearchParams({ language: view.language, text: view.text, begun: view.begun });
    const answer = await tab.goto(`${address}?${query}`, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`the page answered ${answer?.status()}`);
    if (view.scripts === 'off') await scripts(false);
    const findings = await look(tab);
    // Afterwards, and never in the way: a page is not wrong because there is no picture of it.
    const pictures = asMostReadIt(view) ? await pictured(tab, session, width).catch(() => []) : [];
    return { sha256: answer.headers()['x-layout-sha256'] ?? '', pictures, findings };
  } finally {
    await context.close();
  }
}

/** What is wrong with the page in `tab`, which is a view of `page`. */
const finding = (page, { width, contrast }) => async (tab) => {
  // Where a payment starts there is nothing to read of money yet, nor where somebody has asked nothing.
  const money = !['pay-start', 'chat'].includes(page);
  const forced = contrast === 'forced';
  const ours = await tab.evaluate(wrong, { finger: FINGER, reach: REACH[width], money, forced });
  return [...(await asked(tab, forced)), ...ours];
};

/** Those of `views` of the page at `address`, and what `find` makes of each. An address that does not answer is no view. */
async function all(browser, address, views, find) {
  const [pictures, findings] = [[], []];
  let sha256 = '';
  for (const view of views) {
    const here = await seen(browser, address, view, find(view));
    // What was looked at is one thing, which the bank names in every answer.
    if (!here.sha256 || (sha256 && here.sha256 !== sha256)) throw new Error('the page does not say that it is one and the same');
    sha256 = here.sha256;
    const place = placed(view);
    pictures.push(...here.pictures);
    findings.push(...here.findings.map((finding) => ({ ...finding, place })));
  }
  return { sha256, pictures, findings };
}

/** Every view of the page at `address`, and what was found; `page` is the word for which page it is. */
export async function look(browser, address, page) {
  return { views: VIEWS.length, ...(await all(browser, address, VIEWS, (view) => finding(page, view))) };
}

/** Pictures of the page at `address`. Nobody looks whether it is right. */
export async function picture(browser, address) {
  const { sha256, pictures } = await all(browser, address, VIEWS.filter(asMostReadIt), () => async () => []);
  return { sha256, pictures };
}
