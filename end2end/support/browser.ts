// The browser of the system: nothing is downloaded.

import { existsSync } from 'node:fs';

/**
 * Chromium without a window: the same pages for less than half of the processor time. Where only the whole browser is
 * there it does as well.
 */
export function chromium(): string {
  const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env['BANYAN_CHROMIUM'] ?? firstOf(['/usr/bin/chromium-headless-shell', ...whole]);
}

function firstOf(places: string[]): string {
  const found = places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error('No Chromium was found: apt-get install chromium-headless-shell, or say where it is in BANYAN_CHROMIUM.');
  }
  return found;
}

/** A browser that talks to our server and to nobody else, and starts for root too. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
