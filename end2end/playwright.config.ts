// Every page in both languages and both sizes of text, with scripts and without, and every journey with scripts, without
// them, and by the keyboard alone: each language at each size is met. What is left over is seen with BANYAN_EVERY_WAY, as by
// `make a11y`. Other languages are the same pages with other files: a sample of the journeys shows that they are whole.
//
//   npx playwright test -c end2end/playwright.config.ts                    all of it
//   npx playwright test -c end2end/playwright.config.ts --project=zh-large-scripts pay       some journeys
//   npx playwright test -c end2end/playwright.config.ts --project=pages-en-standard -g /cards    some pages

import { defineConfig } from '@playwright/test';
import { chromium, flags } from './support/browser.ts';
import { failures } from './support/places.ts';
import type { Options } from './support/test.ts';
import { locales } from './support/words.ts';

interface Reading extends Pick<Options, 'language' | 'size' | 'scripts'> {
  /** Whether it is left to `make a11y`: all that it is made of is met in others. */
  leftOver?: boolean;
}

/** The ways in which every page is looked at, with scripts and without in one visit. */
const PAGES: Reading[] = [
  { language: 'en', size: 'standard', scripts: true },
  { language: 'en', size: 'large', scripts: true },
  { language: 'zh', size: 'large', scripts: true },
  // What fits when it is large fits here, and its journeys pass most of it.
  { language: 'zh', size: 'standard', scripts: true, leftOver: true },
];
/** The ways in which all journeys are made with any device. In English at the standard size they are made by the keyboard. */
const JOURNEYS: Reading[] = [
  { language: 'zh', size: 'large', scripts: true },
  { language: 'zh', size: 'standard', scripts: false },
  { language: 'en', size: 'large', scripts: false, leftOver: true },
];

const everyWay = process.env['BANYAN_EVERY_WAY'] !== undefined;
const wanted = ({ leftOver }: Reading) => everyWay || leftOver !== true;

function project({ language, size, scripts }: Reading) {
  return {
    name: `${language}-${size}-${scripts ? 'scripts' : 'none'}`,
    use: { language, size, scripts, javaScriptEnabled: scripts, locale: locales[language] },
  };
}

export default defineConfig<object, Options>({
  testDir: '.',
  testMatch: ['every-page/*.spec.ts', 'journeys/*.spec.ts'],
  outputDir: failures,
  globalSetup: './support/set-up.ts',
  // A worker has a bank of its own, so tests may run in any order and in any number of workers: more than there are cores,
  // since a one-time code is good once, and whoever needs another waits for it.
  fullyParallel: true,
  workers: Number(process.env['BANYAN_TEST_WORKERS'] ?? 3),
  forbidOnly: process.env['CI'] !== undefined,
  // One more look where the machine may be shared; a test that needs it is named as flaky in the report.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Long enough for a machine that has other things to do.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./support/figures.ts'], ['./support/totals.ts']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium(), args: flags },
    viewport: { width: 1280, height: 900 },
    // Pages are answered by the tests where they want to; the journeys without a connection allow it.
    serviceWorkers: 'block',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
  },
  projects: [
    ...PAGES.filter(wanted).map((way) => ({
      ...project(way),
      name: `pages-${way.language}-${way.size}`,
      testMatch: 'every-page/*.spec.ts',
    })),
    ...JOURNEYS.filter(wanted).map((way) => ({ ...project(way), testMatch: 'journeys/*.spec.ts' })),
    { ...project({ language: 'es', size: 'standard', scripts: true }), testMatch: /(languages|reading)\.spec\.ts$/ },
    {
      name: 'keyboard',
      testIgnore: ['every-page/**'],
      use: { language: 'en', size: 'standard', scripts: true, keyboard: true, locale: locales.en },
    },
  ],
});
