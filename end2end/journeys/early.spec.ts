// Before the page has come to life: what is pressed is sent, and what is typed stays.

import type { Page } from '@playwright/test';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'tom' });
test.skip(({ scripts }) => !scripts, 'without scripts nothing ever comes to life');

/** Holds the WebAssembly back until what is returned is called. */
async function holdBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await released;
    // A page that has been left no longer waits for it.
    await route.continue().catch(() => {});
  });
  return release;
}

test('a payment from the first press to the receipt, with nothing alive yet', async ({ page, words, person, codes }) => {
  const release = await holdBack(page);
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('12.34', accounts.whitfields.tom);
  await paying.at('payee');
  await paying.somebody({ name: 'Anna Whitfield', number: accounts.whitfields.anna, reference: 'Early' });
  await paying.at('review');
  await paying.goOn();
  await paying.approve(person, codes);
  await paying.receipt();
  // What could not work yet is not there yet.
  const print = page.getByRole('button', { name: words.say('receipt-print') });
  await expect(print).toBeHidden();
  release();
  await expect(print).toBeVisible();
});

test('what is typed before the page comes to life is there after it', async ({ page, words }) => {
  const release = await holdBack(page);
  const paying = new Paying(page, words);
  await paying.begin();
  await page.getByRole('radio', { name: accounts.whitfields.household }).check();
  await paying.amountField().fill('20');
  release();
  // Alive is what says back what was typed.
  await expect(async () => {
    await paying.amountField().press('End');
    await paying.amountField().pressSequentially('0');
    await paying.amountField().press('Backspace');
    await expect(page.getByRole('status').filter({ hasText: '20.00' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(paying.amountField()).toHaveValue('20');
  await expect(page.getByRole('radio', { name: accounts.whitfields.household })).toBeChecked();
  await paying.press('continue');
  await paying.at('payee');
});

test('a form is sent once, though it was pressed before and after', async ({ page, words }) => {
  const release = await holdBack(page);
  const paying = new Paying(page, words);
  await paying.begin();
  await page.getByRole('radio', { name: accounts.whitfields.tom }).check();
  await paying.amountField().fill('7');
  let sent = 0;
  page.on('request', (request) => (sent += Number(request.url().endsWith('/do/pay/amount'))));
  await page.route('**/do/pay/amount', async (route) => {
    release();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue().catch(() => {});
  });
  await paying.press('continue');
  await paying.at('payee');
  expect(sent).toBe(1);
});
