// The browser that looks.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function browser() {
  const executablePath = process.env['BANYAN_CHROMIUM'] ?? KNOWN.find((path) => existsSync(path));
  // Whoever tells the checker to stop stops it: a browser without its checker stops by itself.
  const signals = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false };
  return chromium.launch({ executablePath, args: ['--no-sandbox'], ...signals });
}
