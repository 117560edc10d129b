// The way of the focus: the whole page by the Tab key, as somebody without a mouse goes through it.

import type { Page } from '@playwright/test';
import { expected, startBefore, stop, type Stop } from './focus-in-page.ts';

/** More stops than any page should have. */
const MOST = 400;

/**
 * What is wrong with the way: something to press that is never reached, an order that is not that of reading, and at
 * each stop a focus that is hidden, covered, not shown, or shown too faintly (WCAG 2.2: 2.1.1, 2.4.3, 2.4.7, 2.4.11,
 * 2.4.13). The page is at its top again afterwards.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  await page.evaluate(startBefore);
  const wanted = await page.evaluate(expected);
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(stop);
    // A field for a date has several stops of its own.
    if (here !== null && here.at === stops.at(-1)?.at) continue;
    if (here === null || stops.some(({ at }) => at === here.at)) break;
    stops.push(here);
  }
  const faults = stops.flatMap(({ faults }) => faults);
  const reached = new Set(stops.flatMap(({ group }) => group));
  faults.push(...wanted.filter(({ at }) => !reached.has(at)).map(({ name }) => `Tab never reaches ${name}`));
  stops.forEach(({ at, name }, index) => {
    const before = stops[index - 1];
    if (before !== undefined && at < before.at) faults.push(`the focus goes back from ${before.name} to ${name}`);
  });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  return [...new Set(faults)];
}
