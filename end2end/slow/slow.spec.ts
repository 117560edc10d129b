// 400 kbit/s, 400 ms there and back, and a processor six times slower: a page can be read, and then comes to life.

import type { CDPSession, Page } from '@playwright/test';
import { say } from '../support/figures.ts';
import { expect, test } from '../support/test.ts';
import { busiest } from './pages.ts';

test.use({ who: 'daniel' });

const KBIT = 1000 / 8;

/** Makes the line and the processor slow, and forgets what the browser has kept. */
async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400 * KBIT,
    uploadThroughput: 400 * KBIT,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

/** Milliseconds until all that can be seen at first is there, and until the islands are alive. */
async function times(page: Page, address: string): Promise<{ readable: number; hydrated: number }> {
  await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 });
  return page.evaluate(async () => {
    const largest = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });
    const [navigation] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
    const readable = Math.max(largest, navigation.domContentLoadedEventEnd);
    const islands = document.querySelector('leptos-island') !== null;
    return { readable, hydrated: islands ? performance.getEntriesByName('banyan-alive')[0]!.startTime : readable };
  });
}

test('readable and alive on a slow line', async ({ page, words }) => {
  const addresses = await busiest(page, words);
  const session = await page.context().newCDPSession(page);
  const worst = { readable: 0, hydrated: 0 };
  for (const [name, address] of Object.entries(addresses)) {
    await slowDown(session);
    const { readable, hydrated } = await times(page, address);
    console.log(`${name}: readable ${readable.toFixed(0)} ms, hydrated ${hydrated.toFixed(0)} ms`);
    worst.readable = Math.max(worst.readable, readable);
    worst.hydrated = Math.max(worst.hydrated, hydrated);
  }
  expect(worst.readable).toBeGreaterThan(0);
  say({ name: 'slow.readable_s', value: rounded(worst.readable), unit: 's', goal: '<= 2.5' });
  say({ name: 'slow.hydrated_s', value: rounded(worst.hydrated), unit: 's', goal: '<= 6' });
});

const rounded = (ms: number) => Math.round(ms / 10) / 100;
