// A payment for days to come: planned, seen among what is coming, left out once, paused, and stopped.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'maya', apart: 'scheduled' });

const somebody = { name: personOf('anna').name, number: accounts.whitfields.anna };

/** A day so many days from now, as the field takes it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a monthly payment is planned, and its owner stays in charge of it', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const paying = new Paying(page, words);

  await page.goto('/pay');
  await main.getByRole('link', { name: words.say('scheduled-open') }).click();
  await expect(main).toContainText(words.say('scheduled-none'));
  await paying.press('scheduled-start');
  await paying.at('when');
  await paying.days('month', inDays(0));
  await expectProblem(page, words, 'day-passed', page.getByLabel(words.say('when-day')));
  await expect(page.getByRole('radio', { name: words.say('when-month') })).toBeChecked();
  await paying.days('month', inDays(9));
  await paying.amount('12.34', accounts.maya.everyday);
  await paying.somebody(somebody);
  await paying.at('review');
  await expect(main).toContainText(words.say('review-planned'));

  // Once and on another day instead; and back.
  await main.getByRole('link', { name: `${words.say('change')} ${words.say('fact-when')}`, exact: true }).click();
  await paying.days('once', inDays(10));
  await paying.at('review');
  await main.getByRole('link', { name: `${words.say('change')} ${words.say('fact-when')}`, exact: true }).click();
  await paying.days('month', inDays(9));
  await paying.goOn();
  const approve = page.url();
  await paying.approve(person, codes, 'planned');
  await expect(page).toHaveURL(/\/pay\/scheduled\/[^/]+$/);
  await expect(main).toContainText(words.say('schedule-made'));
  await page.goto(approve);
  await expect(page).toHaveURL(/\/pay\/scheduled\/[^/]+$/);
  const planned = page.url();

  await page.goto('/');
  await expect(main).toContainText(somebody.name);
  await page.goto(planned);
  await paying.press('schedule-skip');
  await expect(main).toContainText(words.say('schedule-skipped-title'));
  await paying.press('schedule-take-back');
  await expect(main).not.toContainText(words.say('schedule-skipped-title'));

  // More to somebody who was never paid is planned anew; less is approved.
  await main.getByRole('link', { name: words.say('schedule-amount') }).click();
  await paying.amount('20');
  await expectProblem(page, words, 'raise-to-somebody-new', paying.amountField());
  await expect(paying.amountField()).toHaveValue('20');
  await paying.amount('10.50');
  await expect(page).toHaveURL(/\/pay\/scheduled\/[^/]+\/approve$/);
  await expect(heading).toHaveText(words.say('plan-amount-check'));
  await expect(main).toContainText('12.34');
  await paying.field('approve-code').fill(await codes.next(person.secret));
  await paying.press('plan-amount-approve');
  await expect(page).toHaveURL(planned);
  await expect(main).toContainText('10.50');

  await paying.press('schedule-pause');
  await expect(main).toContainText(words.say('scheduled-paused'));
  await paying.press('schedule-resume');
  await expect(main).not.toContainText(words.say('scheduled-paused'));

  await main.getByRole('link', { name: words.say('schedule-stop') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.say('schedule-stop') }).click();
  await expect(main).toContainText(words.say('scheduled-ended'));
  await main.getByRole('link', { name: words.say('schedule-back') }).click();
  await expect(heading).toHaveText(words.say('scheduled-title'));
  await expect(main).toContainText(words.say('scheduled-none'));
});
