// On a fast line: how soon the page is there, whether it stays where it is, and how soon it answers a touch
// (https://web.dev/articles/vitals).

import type { Page } from '@playwright/test';
import { say } from '../support/figures.ts';
import { expect, test } from '../support/test.ts';
import { busiest } from './pages.ts';

test.use({ who: 'daniel' });

/** What a page came to while somebody used it. */
interface Vitals {
  lcp: number;
  cls: number;
  inp: number;
}

/** Begins to note, in every page from its first moment. It runs in the page. */
function note(): void {
  const noted: Vitals = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(globalThis, { noted });
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => (noted.lcp = entry.startTime));
  watch('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) noted.cls += shift.value;
  });
  const touch = (entry: PerformanceEntry) => {
    if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0) noted.inp = Math.max(noted.inp, entry.duration);
  };
  watch('event', touch, { durationThreshold: 16 });
}

/** Touches everything on the page that leads nowhere else: unfolds, chooses, types. */
async function use(page: Page): Promise<void> {
  for (const summary of await page.locator('main summary').all()) await summary.click();
  for (const radio of await page.getByRole('main').getByRole('radio').all()) await radio.check();
  const fields = page.locator('main input[type=text]:visible');
  for (const field of await fields.all()) await field.pressSequentially('1234.5');
  await page.keyboard.press('Tab');
}

test('there at once, still, and quick to answer', async ({ page, words }) => {
  const addresses = await busiest(page, words);
  await page.addInitScript(note);
  const worst: Vitals = { lcp: 0, cls: 0, inp: 0 };
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await use(page);
    // The last of the events is told after the frame that it caused.
    await page.waitForTimeout(300);
    const noted = await page.evaluate(() => (globalThis as unknown as { noted: Vitals }).noted);
    console.log(`${name}: LCP ${noted.lcp.toFixed(0)} ms, CLS ${noted.cls.toFixed(4)}, INP ${noted.inp.toFixed(0)} ms`);
    for (const key of ['lcp', 'cls', 'inp'] as const) worst[key] = Math.max(worst[key], noted[key]);
  }
  expect(worst.lcp).toBeGreaterThan(0);
  say({ name: 'web.lcp_ms', value: Math.round(worst.lcp), unit: 'ms', goal: '<= 1000' });
  say({ name: 'web.cls', value: Math.round(worst.cls * 10_000) / 10_000, unit: '', goal: '<= 0.02' });
  say({ name: 'web.inp_ms', value: Math.round(worst.inp), unit: 'ms', goal: '<= 100' });
});
