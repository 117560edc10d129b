// Keys that lead to a place: only for who wants them, never while something is typed, and never a trap.

import { expect, test } from '../support/test.ts';

test.describe('with a keyboard', () => {
  test.use({ who: 'daniel' });

  test('off until they are turned on, and silent in a field', async ({ page, words, scripts }) => {
    await page.goto('/accounts');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/\/accounts$/);

    await page.goto('/help/shortcuts');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: words.say('shortcuts-are-off') })).toBeVisible();
    await main.getByRole('button', { name: words.say('shortcuts-turn-on') }).click();
    await expect(main.getByRole('heading', { name: words.say('shortcuts-are-on') })).toBeVisible();
    if (scripts) {
      for (const [key, address] of [
        ['p', /\/pay$/],
        ['y', /\/you$/],
        ['h', /\/help$/],
        ['t', /\/help\/person\?from=%2Fhelp$/],
        ['a', /\/$/],
      ] as const) {
        await page.waitForLoadState();
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        await expect(page).toHaveURL(address);
      }
      await page.waitForLoadState();
      await page.keyboard.press('?');
      await expect(page).toHaveURL(/\/help\/shortcuts$/);

      await page.goto('/help/person');
      const phone = page.getByRole('textbox', { name: words.say('call-phone') });
      await phone.focus();
      await page.keyboard.type('gp?');
      await expect(phone).toHaveValue('gp?');
      // Held with another key it is the browser's, and Escape leads nowhere.
      await phone.blur();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('Control+p');
      await expect(page).toHaveURL(/\/help\/person$/);
    }

    await page.goto('/help/shortcuts');
    await main.getByRole('button', { name: words.say('shortcuts-turn-off') }).click();
    await expect(main.getByRole('heading', { name: words.say('shortcuts-are-off') })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/\/help\/shortcuts$/);
  });
});

test('choosing how to read before signing in, with what each choice looks like', async ({ page, words, turnTo }) => {
  await turnTo(page);
  await page.goto('/you/preferences');
  const main = page.getByRole('main');
  await expect(main).toContainText(words.say('preferences-here'));
  await expect(main.locator('.sample[data-size]')).toHaveCount(3);
  await page.getByRole('radio', { name: new RegExp(`^${words.say('preferences-dark')}`) }).check();
  await page.getByRole('radio', { name: new RegExp(`^${words.say('preferences-data-less')}`) }).check();
  await main.getByRole('button', { name: words.say('preferences-save') }).click();
  await expect(main).toContainText(words.say('preferences-saved'));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
