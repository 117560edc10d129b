// What cannot be paid is said where it can be put right, and nothing typed is lost.

import { expect, test } from '../support/test.ts';
import { expectProblem, expectSentence, Paying } from '../support/paying.ts';
import { accounts, mistyped } from '../support/people.ts';

const maya = { name: 'Maya Okafor', number: accounts.maya.everyday, reference: 'For the books' };

test.use({ who: 'daniel' });

test('an amount that cannot be read, or is none', async ({ page, words }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.press('continue');
  await expectProblem(page, words, 'amount-missing', paying.amountField());
  await expectProblem(page, words, 'from-account-missing', page.getByRole('radiogroup', { name: words.say('amount-from') }));
  for (const [typed, code] of [
    ['twenty', 'amount-unclear'],
    ['0', 'amount-not-positive'],
    ['12.505', 'amount-decimals'],
    ['1.234', 'amount-decimals'],
  ] as const) {
    await paying.amount(typed, accounts.daniel.everyday);
    await expectProblem(page, words, code, paying.amountField());
    await expect(paying.amountField()).toHaveValue(typed);
    await expect(page.getByRole('radio', { name: accounts.daniel.everyday })).toBeChecked();
  }
  // The summary leads to the field.
  await page.getByRole('alert').getByRole('link').first().click();
  await expect(page).toHaveURL(/#amount$/);
});

test('more than there is: at once, and again after everything else was said', async ({ page, words }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('400000', accounts.daniel.everyday);
  await expectSentence(page, words, words.part('amount-over-available'), paying.amountField());
  await expect(paying.amountField()).toHaveValue('400000');
  await paying.amount('40');
  await paying.at('payee');
  await paying.somebody(maya);
  await paying.at('review');

  await page.getByRole('link', { name: `${words.say('change')} ${words.say('fact-amount')}` }).click();
  await paying.amount('400000');
  await paying.at('amount');
  await expectSentence(page, words, words.part('amount-over-available'), paying.amountField());
  // Whom to pay had been said already: it is not asked again.
  await paying.amount('39');
  await paying.at('review');
  await expect(page.getByRole('main')).toContainText('39.00');
  await expect(page.getByRole('main')).toContainText(maya.name);
});

test('more than one payment may be', async ({ page, words }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('12000', accounts.daniel.savings);
  await expectSentence(page, words, words.part('amount-over-limit'), paying.amountField());
});

test('a wrong number, an unknown one, a wrong name, another currency, the same account', async ({ page, words }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('9.99', accounts.daniel.everyday);
  await paying.at('payee');

  await paying.somebody({ name: '', number: '' });
  await expectProblem(page, words, 'payee-name-missing', paying.field('payee-name'));
  await expectProblem(page, words, 'account-number-missing', paying.field('payee-number'));

  await paying.somebody({ ...maya, number: mistyped(maya.number) });
  await expectProblem(page, words, 'account-number-wrong', paying.field('payee-number'));
  await expect(paying.field('payee-name')).toHaveValue(maya.name);
  await expect(paying.field('payee-reference')).toHaveValue(maya.reference);

  await paying.somebody({ ...maya, number: '1234 5674' });
  await expectProblem(page, words, 'payee-unknown', paying.field('payee-number'));

  await paying.somebody({ ...maya, name: 'Oliver Stone' });
  await expectProblem(page, words, 'payee-name-differs', paying.field('payee-name'));
  // Whose account it is remains theirs to tell.
  await expect(page.getByRole('alert')).not.toContainText('Okafor');

  await paying.somebody({ name: '李志强', number: accounts.li.everyday });
  await expectProblem(page, words, 'currency-differs', paying.field('payee-number'));

  await paying.somebody({ name: 'Daniel Reyes', number: accounts.daniel.everyday });
  await expectProblem(page, words, 'same-account', paying.field('payee-number'));

  await paying.somebody(maya);
  await paying.at('review');
});

test('a name that is close: the payer is told and decides', async ({ page, words, look }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('3.07', accounts.daniel.everyday);
  await paying.somebody({ ...maya, name: 'M Okafor' });
  await paying.at('review');
  const caution = page.getByRole('main').getByText(words.say('review-close', { typed: 'M Okafor', holder: 'Maya Okafor' }));
  await expect(caution).toBeVisible();
  await look(page, 'close');
  await expect(page.getByRole('link', { name: words.say('review-go-on') })).toBeVisible();
  // Whoever stops here has paid nothing, and nothing is left half done.
  await page.getByRole('main').getByRole('button', { name: words.say('review-stop') }).click();
  await expect(page).toHaveURL(/\/pay$/);
  await expect(page.getByRole('main')).not.toContainText('3.07');
});

test('a wrong code pays nothing and can be put right', async ({ page, words, person, codes }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('2.02', accounts.daniel.everyday);
  await paying.somebody(maya);
  await paying.goOn();
  const code = paying.field('approve-code');
  for (const [typed, problem] of [
    ['', 'code-missing'],
    ['12', 'code-shape'],
    [codes.wrong(person.secret), 'code-refused'],
  ] as const) {
    await code.fill(typed);
    await paying.press('approve-pay');
    await expectProblem(page, words, problem, code);
    // A code is a secret: it is never shown again.
    await expect(code).toHaveValue('');
  }
  await paying.approve(person, codes);
  await paying.receipt();
});

test('a payment begun and left can be gone on with, or forgotten', async ({ page, words }) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('41.07', accounts.daniel.everyday);
  await paying.at('payee');
  await page.goto('/pay');
  const draft = page.getByRole('listitem').filter({ hasText: '41.07' });
  await draft.getByRole('link', { name: words.say('draft-go-on') }).click();
  await paying.at('payee');
  await page.goto('/pay');
  await draft.getByRole('link', { name: words.say('draft-forget') }).click();
  // It is asked once more: over the page with script, at its place on the page without.
  await draft.getByRole('button', { name: words.say('draft-forget') }).click();
  await expect(draft).toHaveCount(0);
});
