// Somebody lets somebody else look: invited, accepted, looked at, seen to have looked, and ended.

import { expectProblem, expectSentence, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'maya', apart: 'looking' });

test('a friend may look at one account, and no more after that is ended', async ({ page, words, codes, elsewhere }) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);
  await page.goto('/you/security');
  await main.getByRole('link', { name: words.say('look-open') }).click();
  await main.getByRole('link', { name: words.say('look-invite') }).click();
  await paying.field('look-name').fill('Tom Whitfield');
  await paying.field('look-number').fill(accounts.whitfields.tom);
  await paying.press('continue');
  await expectSentence(page, words, words.part('error-mandate-accounts'));
  await expect(paying.field('look-name')).toHaveValue('Tom Whitfield');
  await page.getByRole('checkbox', { name: accounts.maya.everyday }).check();
  await paying.press('continue');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('look-check-title'));
  await expect(main).toContainText(accounts.whitfields.tom);
  const code = page.getByRole('textbox', { name: words.say('approve-code') });
  await code.fill(codes.wrong(personOf('maya').secret));
  await paying.press('look-approve');
  await expectProblem(page, words, 'code-refused', code);
  await code.fill(await codes.next(personOf('maya').secret));
  await paying.press('look-approve');
  await expect(main).toContainText(words.say('look-log-none'));

  // Whoever is invited finds it beside their accounts, and sees nothing before they accept.
  const other = await elsewhere('tom');
  const theirs = other.getByRole('main');
  await other.goto('/accounts');
  await theirs.getByRole('link', { name: words.say('looking-open') }).click();
  await expect(theirs).toContainText('Maya Okafor');
  await expect(theirs.getByRole('listitem')).toHaveCount(0);
  await new Paying(other, words).press('looking-accept');
  await theirs.getByRole('listitem').getByRole('link').click();
  await expect(theirs).toContainText(words.say('line-balance'));
  await expect(theirs).not.toContainText(accounts.maya.everyday);
  // Nothing on the page leads on, but to older lines of the same.
  for (const link of await theirs.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^\/looking/);
  }
  await expect(theirs.getByRole('button')).toHaveCount(0);

  await page.reload();
  await expect(main).not.toContainText(words.say('look-log-none'));
  await main.getByRole('link', { name: words.say('look-end') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.say('look-end') }).click();
  await expect(main).toContainText(words.say('look-stands-ended'));
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('looking-over-title'));
});
