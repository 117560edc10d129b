// Language, size and colours: before signing in by the switches, after it for good.

import type { Locator, Page } from '@playwright/test';
import { turnTo as turn } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';
import { Words } from '../support/words.ts';

test('the switches on every page', async ({ page, words, size }) => {
  const html = page.locator('html');
  const other = new Words(words.language === 'en' ? 'zh' : 'en');
  const otherSize = size === 'large' ? 'standard' : 'large';
  await page.goto('/sign-in');
  await turn(page, other, otherSize);
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.say('sign-in-title'));
  // It holds for the next page too, and for one that is not there.
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.say('trouble-not-found-title'));
  await expect(html).toHaveAttribute('data-text', otherSize);
  await page.goto('/sign-in');
  await turn(page, words, size);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('sign-in-title'));
  await expect(html).toHaveAttribute('data-text', size);
});

test.describe('signed in', () => {
  test.use({ who: 'maya' });

  test('choosing how to read', async ({ page, words, size, elsewhere }) => {
    const html = page.locator('html');
    const save = () => page.getByRole('main').getByRole('button', { name: words.say('preferences-save') }).click();
    await page.goto('/you');
    await page.getByRole('link', { name: words.say('preferences-open') }).click();
    await expect(choice(page, words, 'preferences-device')).toBeChecked();
    await choice(page, words, 'preferences-dark').check();
    await save();
    await expect(page.getByRole('main')).toContainText(words.say('preferences-saved'));
    await expect(html).toHaveAttribute('data-theme', 'dark');

    // It goes with the person, not with the browser.
    const second = await elsewhere('maya');
    await second.goto('/');
    await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(second.locator('html')).toHaveAttribute('data-text', size);

    await choice(page, words, 'preferences-device').check();
    await save();
    await expect(html).toHaveAttribute('data-theme', 'device');
  });

  test('the switches keep the page one is on, and its question', async ({ page, words, size }) => {
    const other = new Words(words.language === 'en' ? 'zh' : 'en');
    await page.goto('/accounts?from=nowhere');
    await turn(page, other, size);
    await expect(page).toHaveURL(/\/accounts\?from=nowhere$/);
    await turn(page, words, size);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('accounts-title'));
  });
});

/** One of the cards to choose from: its name begins with these words, and goes on with its hint. */
function choice(page: Page, words: Words, key: string): Locator {
  return page.getByRole('radio', { name: new RegExp(`^${words.say(key)}`) });
}
