// Somebody lets others find them by e-mail, is found by half of their name, paid, and found no more.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel', apart: 'found' });

test('a friend is found by an address, paid as an account, and hidden again', async ({ page, words, codes, elsewhere }) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);
  const begin = async () => {
    await paying.begin();
    await paying.amount('3.10', accounts.daniel.everyday);
    await main.getByRole('link', { name: words.say('payee-find-instead') }).click();
  };
  const wanted = paying.field('payee-find-alias');
  const look = async (typed: string) => {
    await wanted.fill(typed);
    await paying.press('payee-find');
  };

  // Maya has not chosen to be found, and nobody can tell that from being no customer.
  await begin();
  for (const typed of ['maya@example.org', 'nobody@example.org']) {
    await look(typed);
    await expectProblem(page, words, 'alias-nobody', wanted);
    await expect(wanted).toHaveValue(typed);
  }

  const other = await elsewhere('maya');
  const hers = other.getByRole('main');
  await other.goto('/you');
  await hers.getByRole('link', { name: words.say('found-open') }).click();
  await expect(hers).toContainText('Maya O.');
  await other.getByRole('checkbox', { name: 'maya@example.org' }).check();
  await new Paying(other, words).press('found-save');
  await expect(hers).toContainText(words.say('found-is-on'));

  await look('MAYA@example.org');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('payee-found-title'));
  for (const shown of ['Maya O.', accounts.maya.everyday]) await expect(main).toContainText(shown);
  await expect(main).not.toContainText('Okafor');
  expect(page.url()).not.toContain('example');
  await paying.press('payee-found-yes');
  await expect(main).toContainText('Maya O.');
  await paying.goOn();
  await paying.approve(personOf('daniel'), codes);
  await expect(page).toHaveURL(/\/payments\/[^/]+$/);
  await expect(main).toContainText('Maya O.');
  await expect(main).not.toContainText('Okafor');

  await other.getByRole('checkbox', { name: 'maya@example.org' }).uncheck();
  await new Paying(other, words).press('found-save');
  await expect(hers).toContainText(words.say('found-is-off'));
  await begin();
  await look('maya@example.org');
  await expectProblem(page, words, 'alias-nobody', wanted);
});
