// Money that is asked for: a link is made, somebody else opens it and pays, and whoever asked sees it.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel', apart: 'requests' });

test('a share is asked for by a link, paid by somebody else, and seen as paid', async ({ page, words, codes, elsewhere }) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);

  await page.goto('/pay');
  await main.getByRole('link', { name: words.say('requests-open') }).click();
  await expect(main).toContainText(words.say('requests-none'));
  await main.getByRole('link', { name: words.say('requests-new') }).click();
  await page.getByRole('radio', { name: accounts.daniel.everyday }).check();
  await paying.amountField().fill('30');
  await paying.field('ask-reference').fill('Dinner');
  await paying.field('ask-people').fill('1');
  await paying.press('ask-make');
  await expectProblem(page, words, 'share-count', paying.field('ask-people'));
  await expect(paying.field('ask-reference')).toHaveValue('Dinner');
  await paying.field('ask-people').fill('2');
  await paying.press('ask-make');
  await expect(main).toContainText('15.00');
  const request = page.url();
  const link = new URL(await main.locator('code').innerText()).pathname;

  // Whoever asks does not pay it.
  await page.goto(link);
  await expect(main).toContainText(words.say('asked-own'));

  const other = await elsewhere('maya');
  await other.goto(new URL(link, page.url()).href);
  const theirs = new Paying(other, words);
  await expect(other.getByRole('main')).toContainText(words.say('asked-scam'));
  await theirs.press('asked-pay');
  await theirs.at('review');
  await expect(other.getByRole('main')).toContainText('15.00');
  await theirs.goOn();
  await theirs.approve(personOf('maya'), codes);
  await theirs.receipt();

  await page.goto(request);
  await expect(main).toContainText(words.say('request-paid'));
  await expect(main).toContainText('Maya Okafor');
});
