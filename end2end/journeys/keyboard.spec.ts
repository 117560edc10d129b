// A payment with the keyboard alone, from the home page to the receipt.

import type { Locator, Page } from '@playwright/test';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'amelia' });

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('from home to receipt without a mouse', async ({ page, words, person, codes }) => {
  const paying = new Paying(page, words);
  const main = page.getByRole('main');
  await page.goto('/');
  await tabTo(page, main.getByRole('button', { name: words.say('pay-someone') }));
  await page.keyboard.press('Enter');
  await paying.at('amount');

  const business = page.getByRole('radio', { name: accounts.amelia.bakery });
  const all = page.getByRole('radio', { name: /\d{4} \d{4}/ });
  await tabTo(page, all.first());
  await page.keyboard.press('Space');
  while (!(await business.isChecked())) await page.keyboard.press('ArrowDown');
  await tabTo(page, paying.amountField());
  await page.keyboard.type('18.20');
  await page.keyboard.press('Enter');

  await paying.at('payee');
  await tabTo(page, paying.field('payee-name'));
  await page.keyboard.type('Daniel Reyes');
  await tabTo(page, paying.field('payee-number'));
  await page.keyboard.type(accounts.daniel.everyday.replace(' ', ''));
  await tabTo(page, main.getByRole('button', { name: words.say('continue') }));
  await page.keyboard.press('Space');

  await paying.at('review');
  await tabTo(page, main.getByRole('link', { name: words.say('review-go-on') }));
  await page.keyboard.press('Enter');
  await paying.at('approve');
  await tabTo(page, paying.field('approve-code'));
  await page.keyboard.type(await codes.next(person.secret));
  await page.keyboard.press('Enter');
  await paying.receipt();
  await expect(main).toContainText('18.20');
});
