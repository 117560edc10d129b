// How long it takes until what a designer saves is seen: a file is written again and again, and each time it is waited
// until every frame of the page that shows it has been painted with what the file says. Prints milliseconds, one a line.

import { readFileSync, writeFileSync } from 'node:fs';
import { browser } from '../../../../checker/browser.mjs';

const [address, file, times] = process.argv.slice(2);
const dense = readFileSync(file, 'utf8');
const roomy = dense.replaceAll('"dense"', '"roomy"');

/** Whether every frame shows it, and whole. It runs in the browser: it can use nothing outside itself. */
const shows = (wanted) => {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
  const whole = (page) => page?.readyState === 'complete' && page.querySelector('h1') !== null;
  return frames.length > 0 && frames.every((page) => whole(page) && (page.querySelector('[data-density="dense"]') !== null) === wanted);
};
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

const window = await browser();
try {
  const page = await window.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(shows, true);
  for (let nth = 0; nth < Number(times); nth += 1) {
    const isDense = nth % 2 === 1;
    // At any moment between two looks into the folder.
    await new Promise((on) => setTimeout(on, 300 + 37 * (nth % 9)));
    const begun = performance.now();
    writeFileSync(file, isDense ? dense : roomy);
    await page.waitForFunction(shows, isDense, { polling: 'raf', timeout: 20_000 });
    await page.evaluate(painted);
    console.log((performance.now() - begun).toFixed(1));
  }
} finally {
  await window.close();
}
