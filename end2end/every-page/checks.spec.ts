// The checks see what they are for: a page that is wrong in every way is found wrong in every way.

import { faults, type Check } from '../support/faults.ts';
import { expect, test } from '../support/test.ts';

const WRONG = `<!DOCTYPE html><html lang="en"><head><title>Wrong</title><style>
  :focus { outline: none }
  .pale:focus { outline: 3px solid #eee }
  .cut { width: 60px; height: 20px; overflow: hidden; white-space: nowrap }
  .wide { width: 700px }
  .large { width: 70rem }
  .lid { position: fixed; inset: 0 0 auto 0; height: 90px; background: #fff }
  button { position: relative; top: 100px; min-width: 60px; min-height: 60px }
</style></head><body><main><h1>Wrong</h1>
  <button class="unseen">Not shown</button><button class="pale">Shown faintly</button>
  <button style="min-width: 20px; min-height: 20px; width: 20px; height: 20px">s</button>
  <button style="position: fixed; top: 10px; z-index: -1">Covered</button><div class="lid"></div>
  <button tabindex="3">Out of order</button>
  <p style="color: #bbb">Pale words</p><p class="cut">Words that fit</p>
  <div class="wide">Wide</div><div class="large">Large</div><input>
  <form></form><form></form>
</main></body></html>`;

const FOUND: [Check, RegExp][] = [
  ['axe', /color-contrast/],
  ['axe', /label: /],
  ['equal_access', /input_label_exists/],
  ['small_targets', /is 20 × 20/],
  ['clipped', /"Words that fit" is cut off/],
  ['overflow', /at 320 px: the page is \d+ wide/],
  ['overflow', /with text at 200 %: the page is \d+ wide/],
  ['focus_faults', /does not show on <button> "Not shown"/],
  ['focus_faults', /on <button> "Shown faintly" shows at 1\.\d:1/],
  ['focus_faults', /is covered on <button> "Covered"/],
  // Whoever begins at the top comes to it after everything else, if at all.
  ['focus_faults', /Tab never reaches <button> "Out of order"/],
];

test('what is wrong is found', async ({ page, language, size }) => {
  test.skip(language !== 'en' || size !== 'standard', 'once is enough');
  await page.setContent(WRONG);
  const found = await faults(page, { size: 'standard', closely: true, own: true });
  for (const [check, said] of FOUND) {
    const of = found.filter((fault) => fault.check === check).map((fault) => fault.said);
    expect.soft(of.some((sentence) => said.test(sentence)), `${check} ${said} in ${JSON.stringify(of)}`).toBe(true);
  }
});
