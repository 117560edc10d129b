// Cards: locked by one press, less at once and more with a code, blocked, replaced, and a PIN that is shown once.

import { expectProblem, Paying } from '../support/paying.ts';
import { person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'tom', apart: 'cards' });

test('a card is locked, limited, blocked and replaced, and its PIN is seen', async ({ page, words, codes }) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);
  const code = page.getByRole('textbox', { name: words.say('approve-code') });
  const approve = async (button: string) => {
    await code.fill(await codes.next(personOf('tom').secret));
    await paying.press(button);
  };

  // Lost? The help leads to the cards.
  await page.goto('/help');
  await main.getByRole('link', { name: words.say('cards-lost') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('cards-title'));
  await main.getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/cards\/[^/]+$/);
  const card = page.url();

  await paying.press('card-lock');
  await expect(main).toContainText(words.say('card-locked-title'));
  await main.getByRole('link', { name: words.say('card-unlock') }).click();
  await code.fill(codes.wrong(personOf('tom').secret));
  await paying.press('card-unlock');
  await expectProblem(page, words, 'code-refused', code);
  await approve('card-unlock');
  await expect(main).toContainText(words.say('card-state-active'));

  const amount = page.locator('input[name=amount]');
  const choose = async (typed: string) => {
    await page.goto(card);
    await main.getByRole('link', { name: `${words.say('change')} ${words.say('card-use-online')}`, exact: true }).click();
    await amount.fill(typed);
    await paying.press('continue');
  };
  await choose('plenty');
  await expectProblem(page, words, 'amount-unclear', amount);
  await choose('40');
  await expect(main).toContainText('40.00');
  await choose('400');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('card-raise-title'));
  await approve('card-raise');
  await expect(main).toContainText(words.say('card-waits-you'));
  await expect(main).toContainText('40.00');
  await paying.press('card-call-off');
  await expect(main).not.toContainText(words.say('card-waits-you'));

  await main.getByRole('link', { name: words.say('card-block-gambling') }).click();
  await paying.press('card-block');
  await expect(main).toContainText(words.say('card-block-is-closed'));
  await paying.press('card-unblock');
  await expect(main).toContainText(words.say('card-cooling-title'));
  await paying.press('card-keep-block');
  await expect(main).toContainText(words.say('card-block-is-closed'));

  await page.goto(`${card}/pin`);
  await approve('card-pin-show');
  await main.getByText(words.say('card-pin-open'), { exact: true }).click();
  await expect(main.getByText(/^\d{4}$/).first()).toBeVisible();
  // Once: it is asked for again.
  await page.goto(`${card}/pin`);
  await expect(code).toBeVisible();

  await page.goto(`${card}/lost`);
  await paying.press('card-lost-send');
  await expectProblem(page, words, 'trouble-missing', page.getByRole('radiogroup'));
  await page.getByRole('radio', { name: words.say('card-trouble-stolen') }).check();
  await paying.press('card-lost-send');
  await expect(main).toContainText(words.say('card-coming-title'));
  await main.getByRole('link', { name: words.say('card-arrived'), exact: true }).click();
  await approve('card-arrived-send');
  await expect(main).toContainText(words.say('card-state-active'));
  await page.goto(card);
  await expect(main).toContainText(words.say('card-over-title'));
  await page.goto('/you/security');
  await expect(main).toContainText(words.say('event-card-lost'));
});
