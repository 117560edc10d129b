// Limits: lowered at once, raised after a wait that one press ends, and told of beside the amount.

import { expectProblem, expectSentence, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'anna', apart: 'limits' });

const somebody = { name: 'Maya Okafor', number: accounts.maya.everyday };

test('a limit is lowered, in the way of a payment, and raised after a wait', async ({ page, words, codes }) => {
  const main = page.getByRole('main');
  const amount = page.locator('input[name=amount]');
  const paying = new Paying(page, words);
  const choose = async (limit: string, typed: string) => {
    await page.goto('/you/limits');
    await main.getByRole('link', { name: accounts.whitfields.anna }).click();
    await main.getByRole('link', { name: `${words.say('change')} ${words.say(limit)}`, exact: true }).click();
    await amount.fill(typed);
    await paying.press('continue');
  };

  await choose('limit-new-payee', 'plenty');
  await expectProblem(page, words, 'amount-unclear', amount);
  await expect(amount).toHaveValue('plenty');
  await amount.fill('40');
  await paying.press('continue');
  await expect(main).toContainText(words.say('limits-lowered'));
  await expect(main).toContainText('40.00');

  // Somebody who was never paid before gets no more than that, and the way to the limits stands beside it.
  await paying.begin();
  await paying.amount('41', accounts.whitfields.anna);
  await paying.somebody(somebody);
  await paying.at('amount');
  await expectSentence(page, words, words.part('amount-over-new-payee'), paying.amountField());
  await main.getByRole('link', { name: words.say('amount-limits') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('limits-title'));

  await choose('limit-new-payee', '1000000');
  await expectProblem(page, words, 'limit-too-high', amount);
  await amount.fill('400');
  await paying.press('continue');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('limit-raise-title'));
  await expect(main).toContainText('400.00');
  const code = page.getByRole('textbox', { name: words.say('approve-code') });
  await code.fill(codes.wrong(personOf('anna').secret));
  await paying.press('limit-raise');
  await expectProblem(page, words, 'code-refused', code);
  await code.fill(await codes.next(personOf('anna').secret));
  await paying.press('limit-raise');
  await expect(main).toContainText(words.say('limit-waits-new'));
  await page.goto('/you/security');
  await expect(main).toContainText(words.say('event-limit-raise-asked'));

  // It is still the lower one, and somebody new waits with it.
  await paying.begin();
  await paying.amount('39', accounts.whitfields.anna);
  await paying.somebody(somebody);
  await paying.at('review');
  await expect(main).toContainText(words.say('review-held-title'));

  await page.goto('/you/limits');
  await main.getByRole('link', { name: accounts.whitfields.anna }).click();
  await paying.press('limit-call-off');
  await expect(main).not.toContainText(words.say('limit-waits-new'));
  await paying.begin();
  await paying.amount('39', accounts.whitfields.anna);
  await paying.somebody(somebody);
  await paying.at('review');
  await expect(main).not.toContainText(words.say('review-held-title'));
});
