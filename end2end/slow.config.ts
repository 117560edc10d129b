// How long somebody waits: on a slow line with an old phone, and on a fast line. Measured one after the other, on a
// machine that does nothing else.
//
//   npx playwright test -c end2end/slow.config.ts

import { defineConfig } from '@playwright/test';
import { chromium, flags } from './support/browser.ts';
import { failures } from './support/places.ts';
import type { Options } from './support/test.ts';

export default defineConfig<object, Options>({
  testDir: './slow',
  outputDir: failures,
  globalSetup: './support/set-up.ts',
  workers: 1,
  timeout: 600_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium(), args: flags },
    viewport: { width: 412, height: 823 },
    // A worker keeps the style sheet, and its requests take the fast line: this is a first visit.
    serviceWorkers: 'block',
    timezoneId: 'Europe/London',
    locale: 'en-GB',
  },
});
