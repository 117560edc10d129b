// What each language does in its own way: amounts, and the way to the others.

import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { languages, Words } from '../support/words.ts';

test('every other language is one press away, in its own name', async ({ page, words, turnTo }) => {
  await page.goto('/sign-in');
  await turnTo(page);
  const tools = page.getByRole('banner');
  for (const other of languages.filter((language) => language !== words.language)) {
    const name = new Words(other).say('language-name');
    await expect(tools.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await expect(tools.getByRole('button', { name: words.say('language-name'), exact: true })).toHaveCount(0);
});

test.describe('paying', () => {
  test.use({ who: 'daniel' });

  test('an amount is understood as the language writes it', async ({ page, words }) => {
    const amount = words.language === 'es' ? '18,20' : '18.20';
    const paying = new Paying(page, words);
    await paying.begin();
    await paying.amount(amount, accounts.daniel.everyday);
    await paying.at('payee');
    await paying.somebody({ name: 'Maya Okafor', number: accounts.maya.everyday });
    await paying.at('review');
    await expect(page.getByRole('main')).toContainText(amount);
  });
});
