// Much money to somebody new: what it is for, and the warning that goes with that.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel', apart: 'purpose' });

const somebody = { name: personOf('anna').name, number: accounts.whitfields.anna };

test('each kind of payment has its own warning, and one kind is not made', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const choice = (purpose: string) => page.getByRole('radio', { name: words.say(`purpose-${purpose}`) });
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('250', accounts.daniel.everyday);
  await paying.somebody(somebody);
  await paying.at('purpose');

  await paying.press('continue');
  await expectProblem(page, words, 'purpose-missing', page.getByRole('radiogroup'));
  await choice('safety').check();
  await paying.press('continue');
  await paying.at('review');
  await expect(main).toContainText(words.say('beware-safety'));
  await expect(main.getByRole('link', { name: words.say('review-go-on') })).toHaveCount(0);
  await page.goto(page.url().replace('review', 'approve'));
  await paying.at('review');

  await main.getByRole('link', { name: words.say('back'), exact: true }).click();
  await paying.at('purpose');
  await expect(choice('safety')).toBeChecked();
  await choice('family').check();
  await paying.press('continue');
  await expect(main).toContainText(words.say('beware-family'));
  await expect(main).toContainText(words.say('purpose-family'));
  // Whoever was told to pay was told what to answer as well: there is a day in which it can be called off.
  await expect(main).toContainText(words.say('waiting-why-safety'));
  await paying.goOn();
  await expect(main).toContainText(words.say('purpose-family'));
  await paying.approve(person, codes, 'planned');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('waiting-title'));
});
