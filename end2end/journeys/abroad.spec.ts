// Paying somebody in another currency: what leaves, what arrives and what it costs, before and after.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, elsewhere } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel' });

test('money arrives in another currency as it was shown', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const paying = new Paying(page, words);
  const link = (key: string) => main.getByRole('link', { name: words.say(key) });

  await page.goto('/pay');
  await paying.press('pay-elsewhere');
  await paying.amount('20', accounts.daniel.everyday);
  // Whoever types the code of a bank for an IBAN is told what it is and where it goes.
  await paying.field('payee-name').fill(elsewhere.china.name);
  await paying.field('payee-iban').fill(elsewhere.china.bank);
  await paying.press('continue');
  await expectProblem(page, words, 'iban-is-cnaps', paying.field('payee-iban'));
  await link('abroad-instead').click();
  await link('abroad-by-cnaps').click();
  await paying.field('payee-name').fill(elsewhere.china.name);
  await paying.field('abroad-cnaps').fill(elsewhere.china.bank.replace('9996', '9969'));
  await paying.field('payee-number').fill(elsewhere.china.number);
  await paying.press('continue');
  await expectProblem(page, words, 'cnaps-wrong', paying.field('abroad-cnaps'));
  await paying.field('abroad-cnaps').fill(elsewhere.china.bank);
  await paying.field('abroad-arrives-ask').fill('88.00');
  await paying.press('continue');
  await paying.at('review');
  for (const key of ['review-unchecked-title', 'abroad-if-refused', 'abroad-if-returned', 'abroad-shared']) {
    await expect(main).toContainText(words.say(key));
  }
  const shown = [/88\.00/, /9\.294295/];
  for (const figure of shown) await expect(main).toContainText(figure);
  await paying.goOn();
  for (const figure of shown) await expect(main).toContainText(figure);
  await paying.approve(person, codes);
  await expect(page).toHaveURL(/\/payments\/[^/]+$/);
  await expect(async () => {
    await page.reload();
    await expect(heading).toHaveText(words.say('receipt-title'), { timeout: 500 });
  }).toPass();
  for (const figure of shown) await expect(main).toContainText(figure);
});
