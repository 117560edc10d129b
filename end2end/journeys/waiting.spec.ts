// A payment that waits: chosen beforehand, approved, seen where one looks for it, and called off in time.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'tom', apart: 'waiting' });

const somebody = { name: 'Maya Okafor', number: accounts.maya.everyday };

test('a payment to somebody new waits as long as its payer wants, and is called off', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const paying = new Paying(page, words);
  const choose = async (wait: string) => {
    await page.getByRole('radio', { name: words.say(`wait-${wait}`), exact: true }).check();
    await paying.press('wait-save');
  };

  await page.goto('/you/limits');
  await main.getByRole('link', { name: words.say('wait-title') }).click();
  await expect(heading).toHaveText(words.say('wait-title'));
  await choose('four-hours');
  await expect(main).toContainText(words.say('wait-saved'));
  await choose('none');
  await expect(main).toContainText(words.say('wait-shorter-title'));
  await expect(page.getByRole('radio', { name: words.say('wait-four-hours') })).toBeChecked();
  await choose('four-hours');
  await expect(main).not.toContainText(words.say('wait-shorter-title'));

  await paying.begin();
  await paying.amount('12.34', accounts.whitfields.tom);
  await paying.somebody(somebody);
  await paying.at('review');
  await expect(main).toContainText(words.say('review-waits-title'));
  await expect(main).toContainText(words.say('waiting-why-own'));
  await paying.goOn();
  await paying.field('approve-code').fill(codes.wrong(personOf('tom').secret));
  await paying.press('approve-planned');
  await expectProblem(page, words, 'code-refused', paying.field('approve-code'));
  await paying.approve(person, codes, 'planned');
  await expect(page).toHaveURL(/\/payments\/[^/]+$/);
  await expect(heading).toHaveText(words.say('waiting-title'));
  await expect(main).toContainText(words.part('waiting-hours', { count: 4 }));

  await page.goto('/');
  await main.getByRole('link', { name: somebody.name }).first().click();
  await expect(heading).toHaveText(words.say('waiting-title'));
  await paying.press('waiting-call-off');
  await expect(heading).toHaveText(words.say('called-off-title'));
  await page.goto('/pay');
  await expect(main).not.toContainText(words.say('waiting-list'));
  await page.goto('/you/security');
  await expect(main).toContainText(words.say('event-own-wait-set'));
});
