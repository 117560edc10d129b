// A session that ends while somebody is typing: they sign in again, and everything is there.

import { Codes } from '../support/codes.ts';
import { touched } from '../support/gallery.ts';
import { Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { signIn, typeCode, typePassword } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';

/** How long a session of this bank may be left alone, in seconds. */
const IDLE_S = 10;

test('nothing typed is lost', async ({ page, words, size, anotherBank, lookAt }) => {
  const bank = await anotherBank({ BANYAN_SESSION_IDLE_S: String(IDLE_S) });
  const codes = new Codes();
  const tom = personOf('tom');
  const paying = new Paying(page, words);
  await page.goto(`${bank.address}/sign-in`);
  await signIn(page, { person: tom, words, size, codes });
  const signedIn = Date.now();
  await paying.begin('other', bank);
  await paying.amount('64.20', accounts.whitfields.household);
  await paying.at('payee');
  const typed = { name: 'Amelia Hart', number: accounts.amelia.everyday, reference: 'Cake for Ivy' };

  await page.waitForTimeout(signedIn + (IDLE_S + 1) * 1000 - Date.now());
  await paying.somebody(typed);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByRole('main')).toContainText(words.say('sign-in-again-text'));
  const lapsed = await touched(page);
  await typePassword(page, words, tom.username, tom.password);
  await typeCode(page, words, await codes.next(tom.secret));

  await paying.at('payee');
  await expect(paying.field('payee-name')).toHaveValue(typed.name);
  await expect(paying.field('payee-number')).toHaveValue(typed.number);
  await expect(paying.field('payee-reference')).toHaveValue(typed.reference);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await paying.press('continue');
  await paying.at('review');
  await expect(page.getByRole('main')).toContainText('64.20');
  // Not before: looking takes as long as this bank waits.
  await lookAt(lapsed, 'expired');
});
