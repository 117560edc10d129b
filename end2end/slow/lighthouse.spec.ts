// Lighthouse, as a telephone: what it says of the pages that people open most.

import { chromium as playwright } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '../support/bank.ts';
import { chromium, flags } from '../support/browser.ts';
import { say } from '../support/figures.ts';
import { expect, test } from '../support/test.ts';
import { busiest } from './pages.ts';

test.use({ who: 'daniel' });

const CATEGORIES = ['accessibility', 'performance'] as const;

test('Lighthouse', async ({ page, words, bank }) => {
  const addresses = await busiest(page, words);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: chromium(),
    args: [...flags, `--remote-debugging-port=${port}`],
  });
  const worst = { accessibility: 100, performance: 100 };
  for (const [name, address] of Object.entries(addresses)) {
    const result = await lighthouse(bank.address + address, {
      port,
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      extraHeaders: { cookie },
    });
    if (result === undefined || result.lhr.runtimeError) throw new Error(`${name}: ${result?.lhr.runtimeError?.message}`);
    expect(new URL(result.lhr.finalDisplayedUrl).pathname, 'the cookie lets it in').toBe(address);
    for (const category of CATEGORIES) {
      const score = Math.round(100 * (result.lhr.categories[category]?.score ?? 0));
      worst[category] = Math.min(worst[category], score);
      const refs = result.lhr.categories[category]?.auditRefs ?? [];
      const lost = refs
        .filter(({ id, weight }) => weight > 0 && (result.lhr.audits[id]?.score ?? 1) < 0.995)
        .map(({ id }) => `${id} ${result.lhr.audits[id]?.displayValue ?? ''}`);
      console.log(`${name}: ${category} ${score} ${lost.join(', ')}`);
    }
  }
  await browser.close();
  say({ name: 'web.lighthouse_a11y', value: worst.accessibility, unit: 'points', goal: '>= 100' });
  say({ name: 'web.lighthouse_perf', value: worst.performance, unit: 'points', goal: '>= 98' });
});
