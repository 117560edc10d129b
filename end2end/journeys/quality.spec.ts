// How well people are served: sums for a time, told apart in different ways, and of few people none.

import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
test.use({ apart: 'quality' });

test('sums are told for a time and told apart, and of few people nothing', async ({ page, words, bank, turnTo }) => {
  await turnTo(page);
  await atWork(page, { words, bank }, 'ruth');
  await page.getByRole('navigation', { name: words.say('staff-places') }).getByRole('link', { name: words.say('quality-place') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('quality-title'));

  const table = page.getByRole('table', { name: words.say('quality-conversations') });
  await expect(table.getByRole('row').filter({ hasText: words.say('quality-all') })).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: 'Español' })).toBeVisible();
  await expect(page.locator('figure.beside').first()).toBeVisible();
  // Two of the demonstration's customers have written.
  await expect(page.getByText(words.say('quality-none'))).toHaveCount(1);

  // A week has too few in each language, and enough of all.
  const days = page.getByRole('navigation', { name: words.say('quality-days') });
  await days.getByRole('link').first().click();
  await expect(page).toHaveURL(/days=7&by=language$/);
  await expect(table.getByRole('row').filter({ hasText: words.say('quality-all') })).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: 'Español' })).toHaveCount(0);

  await days.getByRole('link').last().click();
  await page.getByRole('navigation', { name: words.say('quality-by') }).getByRole('link', { name: words.say('quality-by-about') }).click();
  await expect(page).toHaveURL(/days=90&by=about$/);
  await expect(table.getByRole('row').filter({ hasText: words.say('quality-unsure') })).toBeVisible();
});
