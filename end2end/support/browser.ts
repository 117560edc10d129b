// The browser of the system: nothing is downloaded.

import { existsSync } from 'node:fs';

/** Where Chromium is: `BANYAN_CHROMIUM`, or where Debian and its neighbours put it. */
export function chromium(): string {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = process.env['BANYAN_CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error('No Chromium was found: apt-get install chromium, or say where it is in BANYAN_CHROMIUM.');
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
