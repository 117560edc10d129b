// Paying somebody at another bank: their IBAN, what their bank says of the name, and how far the money has come.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, elsewhere } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel' });

test('money arrives at another bank, or is back', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const paying = new Paying(page, words);
  const until = async (title: string) => {
    await expect(async () => {
      await page.reload();
      await expect(heading).toHaveText(words.say(title), { timeout: 500 });
    }).toPass();
  };

  await paying.elsewhere('5.10', accounts.daniel.everyday, { ...elsewhere.takes, iban: 'GB82 WEST 1234 5698 7654 23' });
  await expectProblem(page, words, 'iban-wrong', paying.field('payee-iban'));
  await paying.field('payee-iban').fill(elsewhere.takes.iban);
  await paying.field('payee-name').fill('Tom Whitfield');
  await paying.press('continue');
  await paying.at('review');
  await expect(main).toContainText(words.say('review-differs-title'));
  await main.getByRole('link', { name: words.say('review-change-payee') }).click();
  await paying.at('payee');
  await paying.field('payee-name').fill(elsewhere.takes.name);
  await paying.press('continue');
  await paying.at('review');
  await expect(main).not.toContainText(words.say('review-differs-title'));
  for (const shown of [elsewhere.takes.iban, words.say('elsewhere-instant')]) await expect(main).toContainText(shown);
  await paying.goOn();
  await expect(main).toContainText(words.say('elsewhere-instant'));
  await paying.approve(person, codes);
  await expect(page).toHaveURL(/\/payments\/[^/]+$/);
  await until('receipt-title');
  await expect(main).toContainText(words.say('sending-arrived-at'));

  await paying.elsewhere('5.20', accounts.daniel.everyday, elsewhere.refuses);
  await paying.goOn();
  await paying.approve(person, codes);
  await until('sending-refused-title');
  for (const shown of ['sending-back', 'back-closed', 'fact-came-back']) await expect(main).toContainText(words.say(shown));
});
