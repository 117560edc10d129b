// Paying: the way through, to somebody else and between one's own accounts.

import { expect, test } from '../support/test.ts';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';

/** The number of a transaction, as pages write it. */
const NUMBER = /^\s*[0-9a-z]{4} [0-9a-z]{4} [0-9a-z]{4} [0-9a-z]\s*$/;

test.describe('somebody else', () => {
  test.use({ who: 'anna' });

  test('amount, payee, check, code, receipt', async ({ page, words, person, codes, look, scripts }) => {
    const paying = new Paying(page, words);
    await paying.begin();
    if (scripts) {
      // What is typed is said back as it was understood, before anything is sent.
      const understood = page.getByText(words.say('amount-understood').replace('%', '£1,234.50'));
      await page.getByRole('radio', { name: accounts.whitfields.household }).check();
      await expect(async () => {
        await paying.amountField().fill('1,234.5');
        await expect(understood).toBeVisible({ timeout: 500 });
      }).toPass();
      await look(page, 'understood');
    }
    await paying.amount('12.34', accounts.whitfields.household);
    await paying.at('payee');
    await paying.somebody({ name: 'Maya Okafor', number: accounts.maya.everyday, reference: 'Concert ticket' });

    await paying.at('review');
    const main = page.getByRole('main');
    for (const shown of ['12.34', 'Maya Okafor', accounts.maya.everyday, 'Concert ticket']) {
      await expect(main).toContainText(shown);
    }
    await paying.goOn();
    await expect(main).toContainText('Maya Okafor');
    await paying.approve(person, codes);

    const receipt = await paying.receipt();
    const household = accounts.whitfields.household;
    for (const shown of ['12.34', 'Maya Okafor', accounts.maya.everyday, 'Anna Whitfield', household, 'Concert ticket']) {
      await expect(main).toContainText(shown);
    }
    const number = await main.getByRole('definition').filter({ hasText: NUMBER }).innerText();
    await page.reload();
    await expect(page).toHaveURL(receipt);

    // It stands in the account, and leads back to its receipt.
    await page.goto('/accounts');
    await main.getByRole('link', { name: accounts.whitfields.household }).click();
    await main.getByRole('link', { name: 'Concert ticket' }).click();
    await expect(main.getByRole('definition').filter({ hasText: NUMBER })).toHaveText(number);
    await page.getByRole('link', { name: words.say('fact-receipt-link') }).click();
    await expect(page).toHaveURL(receipt);
  });

  test('a receipt prints: itself and nothing around it', async ({ page, words, person, codes, scripts }) => {
    const paying = new Paying(page, words);
    await paying.begin();
    await paying.amount('7', accounts.whitfields.household);
    await paying.somebody({ name: 'Hart and Daughter Bakery', number: accounts.amelia.bakery });
    await paying.goOn();
    await paying.approve(person, codes);
    await paying.receipt();

    const print = page.getByRole('button', { name: words.say('receipt-print') });
    if (scripts) {
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
      });
      await expect(async () => {
        await print.click();
        await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes', { timeout: 500 });
      }).toPass();
    } else {
      // A button that could do nothing is not shown.
      await expect(print).toBeHidden();
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('main')).toContainText('Hart & Daughter Bakery');
    await expect(page.getByText(words.say('receipt-next-title'))).toBeHidden();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test.describe('between own accounts', () => {
  test.use({ who: 'maya' });

  test('the money moves and stays', async ({ page, words, person, codes }) => {
    const paying = new Paying(page, words);
    await paying.begin('own');
    await paying.amount('5', accounts.maya.everyday);
    await paying.at('payee');
    // Where the money goes has been said, and there is one account that it can go to.
    await expect(page.getByRole('radio')).toHaveCount(1);
    await expect(page.getByRole('radio', { name: accounts.maya.savings })).toBeChecked();
    await paying.press('continue');
    await paying.at('review');
    const main = page.getByRole('main');
    await expect(main).toContainText(accounts.maya.savings);
    await expect(main).toContainText(words.say('fact-to-own'));
    await expect(main).not.toContainText(words.say('review-scam'));
    await paying.goOn();
    await paying.approve(person, codes, 'own');
    await paying.receipt('own');
    await expect(main).toContainText(words.say('fact-to-own'));
    await page.goto('/accounts');
    await main.getByRole('link', { name: accounts.maya.savings }).click();
    const line = main.getByRole('link', { name: '5.00' }).first();
    await expect(line).toContainText(words.say('line-in'));
    await expect(line).toContainText(words.say('own-kind'));
    await line.click();
    await expect(main).not.toContainText(person.name);
  });

  test('who changes their mind pays somebody else', async ({ page, words }) => {
    const paying = new Paying(page, words);
    await paying.begin('own');
    await paying.amount('5', accounts.maya.everyday);
    await page.getByRole('link', { name: words.say('payee-other-instead') }).click();
    await paying.somebody({ name: 'Anna Whitfield', number: accounts.whitfields.anna });
    await paying.at('review');
    await expect(page.getByRole('main')).toContainText(words.say('review-scam'));
  });
});
