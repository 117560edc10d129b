// The way back in: what was lost, a day of waiting, the link, and what is new afterwards.

import { expectProblem } from '../support/paying.ts';
import { person as personOf } from '../support/people.ts';
import { linkOf } from '../support/recovery.ts';
import { typeCode, typePassword } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';

test.use({ apart: 'recovery' });

const NEW = 'seven slow snails sing';

test('whoever forgot a password begins with a code, and whoever did not ask stops it', async ({
  page, words, codes, bank, turnTo, elsewhere,
}) => {
  const inside = await elsewhere('daniel');
  await turnTo(page);
  await page.getByRole('link', { name: words.say('recover-link') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-title'));
  await page.getByRole('link', { name: words.part('recover-password') }).click();
  const code = page.getByRole('textbox', { name: words.say('recover-code') });
  await page.getByRole('textbox', { name: words.say('sign-in-username') }).fill('daniel');
  await code.fill('12');
  await page.getByRole('button', { name: words.say('recover-begin') }).click();
  await expectProblem(page, words, 'any-code-shape', code);
  await expect(page.getByRole('textbox', { name: words.say('sign-in-username') })).toHaveValue('daniel');

  // Right or wrong: the answer is the same.
  await code.fill(codes.wrong(personOf('daniel').secret));
  await page.getByRole('button', { name: words.say('recover-begin') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-sent-title'));
  await inside.goto('/');
  await expect(inside.getByRole('main')).not.toContainText(words.say('recover-notice-title'));
  await page.getByRole('link', { name: words.say('recover-again') }).click();
  await page.getByRole('link', { name: words.part('recover-password') }).click();
  await page.getByRole('textbox', { name: words.say('sign-in-username') }).fill('daniel');
  await code.fill(await codes.next(personOf('daniel').secret));
  await page.getByRole('button', { name: words.say('recover-begin') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-sent-title'));

  await page.goto(linkOf(bank));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-waiting-title'));
  await expect(page.getByRole('button', { name: words.say('continue') })).toHaveCount(0);

  await inside.goto('/');
  await expect(inside.getByRole('main')).toContainText(words.say('recover-notice-title'));
  await inside.getByRole('button', { name: words.say('recover-stop') }).click();
  await expect(inside).toHaveURL(/\/you\/security$/);
  await expect(inside.getByRole('main')).toContainText(words.say('event-recovery-cancelled'));
  await expect(inside.getByRole('main')).not.toContainText(words.say('recover-notice-title'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-cancelled-title'));
});

test('whoever did not ask stops it with the link, without signing in', async ({ page, words, bank, turnTo }) => {
  bank.command('demo', 'lost', 'amelia');
  await turnTo(page);
  await page.goto(linkOf(bank));
  await page.getByRole('button', { name: words.say('recover-stop') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-cancelled-title'));
});

test('a day later a password is another', async ({ page, words, codes, bank, turnTo, scripts }) => {
  const maya = personOf('maya');
  bank.command('demo', 'lost', 'maya', 'password');
  await turnTo(page);
  await page.goto(linkOf(bank));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  const code = page.getByRole('textbox', { name: words.say('recover-code') });
  await code.fill(codes.wrong(maya.secret));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  await expectProblem(page, words, 'recovery-refused', code);
  await code.fill(await codes.next(maya.secret));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();

  const password = page.getByLabel(words.say('password-new'), { exact: true });
  if (scripts) {
    await password.fill(NEW);
    await expect(page.getByRole('status')).toHaveText(words.say('password-strong'));
  }
  await password.fill('passwordpassword');
  await page.getByLabel(words.say('password-again'), { exact: true }).fill('passwordpassword');
  await page.getByRole('button', { name: words.say('recover-save') }).click();
  await expectProblem(page, words, 'password-guessable', password);
  await password.fill(NEW);
  await page.getByLabel(words.say('password-again'), { exact: true }).fill(NEW);
  await page.getByRole('button', { name: words.say('recover-save') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-done-title'));

  await page.getByRole('link', { name: words.say('sign-in-title'), exact: true }).click();
  await typePassword(page, words, maya.username, NEW);
  await typeCode(page, words, await codes.next(maya.secret));
  await expect(page).toHaveURL(/\/$/);
});

test('a day later an app is another, and there are new codes on paper', async ({ page, words, codes, bank, turnTo }) => {
  const tom = personOf('tom');
  bank.command('demo', 'lost', 'tom');
  await turnTo(page);
  await page.goto(linkOf(bank));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  const password = page.getByLabel(words.say('sign-in-password'), { exact: true });
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  await expectProblem(page, words, 'password-missing', password);
  await password.fill(tom.password);
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  const secret = (await page.locator('code.code-text').innerText()).replaceAll(' ', '');
  const code = page.getByRole('textbox', { name: words.say('app-code') });
  await code.fill(codes.wrong(secret));
  await page.getByRole('button', { name: words.say('recover-save') }).click();
  await expectProblem(page, words, 'code-refused', code);
  await code.fill(await codes.next(secret));
  await page.getByRole('button', { name: words.say('recover-save') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-done-title'));
  await expect(page.locator('ol.codes').getByRole('listitem')).toHaveCount(10);

  await page.getByRole('link', { name: words.say('sign-in-title'), exact: true }).click();
  await typePassword(page, words, tom.username, tom.password);
  await typeCode(page, words, codes.wrong(secret));
  await expectProblem(page, words, 'sign-in-refused');
  await typeCode(page, words, await codes.next(secret));
  await expect(page).toHaveURL(/\/$/);
});
