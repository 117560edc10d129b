// The people somebody has paid: found, called by a nickname, put first, taken off the list, put back, paid again.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel', apart: 'people' });

test('somebody is found, called by a nickname, and paid by their own name', async ({ page, words, person, codes }) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);
  const people = main.locator('.person');
  const search = async (typed: string) => {
    await main.getByRole('search').getByRole('textbox').fill(typed);
    await paying.press('people-search-button');
  };

  await page.goto('/pay');
  await main.getByRole('link', { name: words.say('people-title') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('people-title'));
  await expect(people).toHaveCount(3);
  await search('x'.repeat(61));
  await expectProblem(page, words, 'search-length', main.getByRole('search').getByRole('textbox'));
  await search('zzzz');
  await expect(main).toContainText(words.say('people-nobody', { wanted: 'zzzz' }));
  await main.getByRole('link', { name: words.say('people-everybody') }).click();
  await search('ｏｋａｆｏｒ');
  await expect(people).toHaveCount(1);
  await people.getByRole('link', { name: 'Maya Okafor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Okafor');
  await expect(main).toContainText(accounts.maya.everyday);

  // What somebody is called is the person's own business, and stands beside the name.
  const nickname = paying.field('person-nickname');
  await nickname.fill('小'.repeat(41));
  await paying.press('person-nickname-save');
  await expectProblem(page, words, 'nickname-length', nickname);
  await nickname.fill('小玛 Ｍｉａ');
  await paying.press('person-nickname-save');
  await expect(main).toContainText(words.say('person-saved', { name: 'Maya Okafor' }));
  await paying.press('person-favourite-add');
  await expect(main.getByRole('button', { name: words.say('person-favourite-end') })).toBeVisible();
  await main.getByRole('link', { name: words.say('people-title') }).click();
  await expect(people.first()).toContainText('Maya Okafor');
  await expect(people.first()).toContainText('小玛 Ｍｉａ');
  await expect(people.first()).toContainText(words.say('people-favourite'));
  await search('小 mia');
  await expect(people).toHaveCount(1);

  // Off the list, and back with one press.
  await people.getByRole('link', { name: 'Maya Okafor' }).click();
  await paying.press('person-off');
  await expect(main).toContainText(words.say('people-off', { name: 'Maya Okafor' }));
  await expect(people).toHaveCount(2);
  await paying.press('people-put-back');
  await expect(people).toHaveCount(3);
  await expect(people.first()).toContainText('Maya Okafor');

  // Chosen for a payment that is under way; who gets the money is said by the name that was checked, and no other.
  await paying.begin();
  await paying.amount('3.21', accounts.daniel.everyday);
  await paying.at('payee');
  await expect(main.locator('.known').getByRole('button').first()).toContainText('小玛 Ｍｉａ');
  await main.getByRole('link', { name: words.say('people-title') }).click();
  await people.first().getByRole('button').click();
  await paying.at('review');
  for (const shown of ['3.21', 'Maya Okafor', accounts.maya.everyday]) await expect(main).toContainText(shown);
  await expect(main).not.toContainText('小玛');
  await paying.goOn();
  await expect(main).not.toContainText('小玛');
  await paying.approve(person, codes);
  await paying.receipt();
  await expect(main).toContainText('Maya Okafor');
  await expect(main).not.toContainText('小玛');

  // Off the list, paid by name and number, and on it again.
  await page.goto('/pay/people');
  await people.getByRole('link', { name: 'Tom Whitfield' }).click();
  await paying.press('person-off');
  await expect(people).toHaveCount(2);
  await paying.begin();
  await paying.amount('1.50', accounts.daniel.everyday);
  await paying.somebody({ name: 'Tom Whitfield', number: accounts.whitfields.tom });
  await paying.goOn();
  await paying.approve(person, codes);
  await paying.receipt();
  await page.goto('/pay/people');
  await expect(people).toHaveCount(3);
});
