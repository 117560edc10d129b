// Signing in and out.

import { person as personOf } from '../support/people.ts';
import { expectProblem } from '../support/paying.ts';
import { typeCode, typePassword } from '../support/signing-in.ts';
import { turnTo as turn } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('a wrong password, a wrong code, then both right; and out again', async ({ page, words, codes, size, turnTo }) => {
  const amelia = personOf('amelia');
  await turnTo(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('sign-in-title'));

  await typePassword(page, words, '', '');
  await expectProblem(page, words, 'username-missing', page.getByRole('textbox', { name: words.say('sign-in-username') }));
  await expectProblem(page, words, 'password-missing');

  // Neither half says whether it was right: the code is asked for all the same.
  await typePassword(page, words, amelia.username, 'amelia-sleeps-in-late');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('sign-in-code-title'));
  const code = page.getByRole('textbox', { name: words.say('sign-in-code') });
  await typeCode(page, words, await codes.next(amelia.secret));
  await expectProblem(page, words, 'sign-in-refused', code);
  await page.getByRole('link', { name: words.say('sign-in-back') }).click();
  const username = page.getByRole('textbox', { name: words.say('sign-in-username') });
  await expect(username).toHaveValue(amelia.username);
  await expect(page.getByLabel(words.say('sign-in-password'), { exact: true })).toHaveValue('');

  await typePassword(page, words, amelia.username, amelia.password);
  await typeCode(page, words, '12 34');
  await expectProblem(page, words, 'code-shape', code);
  // A slip of the finger costs another code, and nothing else.
  await typeCode(page, words, codes.wrong(amelia.secret));
  await expectProblem(page, words, 'sign-in-refused', code);
  await typeCode(page, words, await codes.next(amelia.secret));
  await expect(page).toHaveURL(/\/$/);
  await turn(page, words, size);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Amelia');

  await page.getByRole('banner').getByRole('button', { name: words.say('sign-out') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('sign-in-left-title'));
  await page.goto('/accounts');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('whoever was going somewhere arrives there', async ({ page, words, codes, turnTo }) => {
  const li = personOf('li');
  await turnTo(page);
  await page.goto('/you/security');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByRole('main')).toContainText(words.say('sign-in-again-title'));
  await typePassword(page, words, ` ${li.username.toUpperCase()} `, li.password);
  await typeCode(page, words, await codes.next(li.secret));
  await expect(page).toHaveURL(/\/you\/security$/);
});

test('the demonstration says who there is to be', async ({ page, words, turnTo, look }) => {
  await turnTo(page);
  await page.getByText(words.say('demo-people')).click();
  for (const who of ['maya', 'chen'] as const) {
    const { username, password, name } = personOf(who);
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText(username);
    await expect(row).toContainText(password);
  }
  await look(page, 'people');
});

test('five failures close the way in for a while', async ({ page, words, codes, turnTo }) => {
  const tom = personOf('tom');
  await turnTo(page);
  await typePassword(page, words, 'nobody-by-that-name', 'not their password');
  for (let tries = 0; tries < 5; tries += 1) {
    await typeCode(page, words, codes.wrong(tom.secret));
    await expectProblem(page, words, 'sign-in-refused');
  }
  await typeCode(page, words, codes.wrong(tom.secret));
  await expectProblem(page, words, 'sign-in-locked');
  await typePassword(page, words, 'nobody-by-that-name', 'not their password');
  await expectProblem(page, words, 'sign-in-locked');
});
