// A session that is left alone: said in time, kept with one press.

import { Codes } from '../support/codes.ts';
import { person as personOf } from '../support/people.ts';
import { signIn } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'without a script what is typed is kept over signing in again');

/** How long a session of this bank may be left alone, in seconds: the warning comes eight before. */
const IDLE_S = 40;

test('before it ends it says so, and one press keeps it', async ({ page, words, size, anotherBank }) => {
  const bank = await anotherBank({ BANYAN_SESSION_IDLE_S: String(IDLE_S) });
  await page.goto(`${bank.address}/sign-in`);
  await signIn(page, { person: personOf('tom'), words, size, codes: new Codes() });
  await page.goto(`${bank.address}/pay`);
  const warning = page.getByRole('alert');
  await expect(warning).toBeHidden();
  await expect(warning).toBeVisible({ timeout: IDLE_S * 1000 });
  await expect(warning).toContainText(words.say('session-warning-left'));
  await warning.getByRole('button', { name: words.say('session-warning-stay') }).click();
  await expect(warning).toBeHidden();

  // Left alone for good, it says that it is over, and the next page asks who is there.
  await expect(warning).toContainText(words.say('session-warning-ended'), { timeout: (IDLE_S + 10) * 1000 });
  await expect(warning.getByRole('button')).toBeHidden();
  await page.goto(`${bank.address}/pay`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
