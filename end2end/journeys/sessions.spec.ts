// Where somebody is signed in, and ending that.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

test.use({ who: 'li' });

/** Expects a page of the bank to be out of reach until somebody signs in. */
async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/accounts');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccounts$/);
}

test('each is listed, and ending one takes effect at once', async ({ page, words, elsewhere }) => {
  const other = await elsewhere('li');
  await other.goto('/accounts');
  await expect(other).toHaveURL(/\/accounts$/);

  await page.goto('/you');
  await page.getByRole('link', { name: words.say('security-open') }).click();
  const main = page.getByRole('main');
  await expect(main.getByText(words.say('security-here'))).toHaveCount(1);
  const ends = main.getByRole('button', { name: new RegExp(`^${words.say('security-end')} .+ · `) });
  const before = await ends.count();
  expect(before).toBeGreaterThan(0);
  // The one used last stands first.
  await ends.first().click();
  await expect(ends).toHaveCount(before - 1);
  await expectSignedOut(other);
  await page.goto('/accounts');
  await expect(page).toHaveURL(/\/accounts$/);
});

test('all others at once', async ({ page, words, elsewhere }) => {
  const others = [await elsewhere('li'), await elsewhere('li')];
  await page.goto('/you/security');
  await page.getByRole('button', { name: words.say('security-end-others') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('security-alone'));
  for (const other of others) await expectSignedOut(other);
});
