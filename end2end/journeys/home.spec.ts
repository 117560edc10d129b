// Home: what is there, what is coming, what was last.

import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.describe('Daniel', () => {
  test.use({ who: 'daniel' });

  test('accounts, what is coming, the latest lines', async ({ page, words, size }) => {
    await page.goto('/');
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Daniel');
    // In Large what is not needed every day is one press away.
    if (size === 'large') await main.getByText(words.say('home-more'), { exact: true }).click();
    for (const number of Object.values(accounts.daniel)) await expect(main).toContainText(number);
    await expect(main.getByRole('heading', { name: words.say('coming-title') })).toBeVisible();
    const latest = main.locator('a[href*="/transactions/"]');
    // With several accounts a line says which one it is of.
    const names = await main.locator('.accounts li b:not(.balance)').allInnerTexts();
    const about = await latest.first().locator('small').innerText();
    expect(names.some((name) => about.startsWith(name))).toBe(true);
    if (size === 'large') await expect(latest).toHaveCount(5);
    else expect(await latest.count()).toBeGreaterThan(5);
    await latest.first().click();
    await expect(page).toHaveURL(/\/transactions\/\d+$/);
  });

  test('the places are the same everywhere, and the page can be skipped to', async ({ page, words }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: words.say('skip') });
    await expect(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    const places = page.getByRole('navigation', { name: words.say('places') });
    for (const [key, address] of [
      ['place-pay', /\/pay$/],
      ['place-help', /\/help$/],
      ['place-you', /\/you$/],
      ['place-accounts', /\/$/],
    ] as const) {
      await places.getByRole('link', { name: words.say(key) }).click();
      await expect(page).toHaveURL(address);
      await expect(places.getByRole('link', { name: words.say(key) })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('contentinfo')).toContainText(words.say('help-phone'));
    }
  });
});

test.describe('陈阿姨', () => {
  test.use({ who: 'chen' });

  test('yuan, and names in Chinese', async ({ page, words }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('陈阿姨');
    await expect(page.getByRole('main')).toContainText('日常账户');
    await expect(page.getByRole('main')).toContainText(words.language === 'zh' ? '¥' : 'CN¥');
  });
});
