// Another password, another app, and codes on paper.

import { expectProblem } from '../support/paying.ts';
import { person as personOf } from '../support/people.ts';
import { signIn, typeCode, typePassword } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';
import type { Page } from '@playwright/test';
import type { Codes } from '../support/codes.ts';
import type { Words } from '../support/words.ts';

test.use({ apart: 'factors' });

/** From the page about security to a change, with a code of the app. */
async function change(page: Page, words: Words, codes: Codes, secret: string, label: string): Promise<void> {
  await page.goto('/you/security');
  await page.getByRole('main').getByRole('link', { name: words.say(label) }).click();
  await page.getByRole('textbox', { name: words.say('approve-code') }).fill(await codes.next(secret));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words.say('sign-out') }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

test('a new password, weighed while it is typed', async ({ page, words, size, codes, scripts }) => {
  const chen = personOf('chen');
  await signIn(page, { person: chen, words, size, codes });
  await change(page, words, codes, chen.secret, 'password-title');
  const password = page.getByLabel(words.say('password-new'), { exact: true });
  const again = page.getByLabel(words.say('password-again'), { exact: true });
  const save = page.getByRole('button', { name: words.say('password-save') });
  await password.fill('short');
  await save.click();
  await expectProblem(page, words, 'password-short', password);
  if (scripts) {
    await password.fill('passwordpassword');
    await expect(page.getByRole('status')).toHaveText(words.say('password-common'));
    await password.fill('seven slow snails sing');
    await expect(page.getByRole('status')).toHaveText(words.say('password-strong'));
  }
  await password.fill('passwordpassword');
  await again.fill('passwordpassword');
  await save.click();
  await expectProblem(page, words, 'password-guessable', password);
  await password.fill('seven slow snails sing');
  await again.fill('seven slow snails sink');
  await save.click();
  await expectProblem(page, words, 'password-again', again);
  await password.fill('seven slow snails sing');
  await again.fill('seven slow snails sing');
  await save.click();
  await expect(page).toHaveURL(/\/you\/security$/);
  await expect(page.getByRole('main')).toContainText(words.say('event-password-changed'));

  await signOut(page, words);
  await typePassword(page, words, chen.username, 'seven slow snails sing');
  await typeCode(page, words, await codes.next(chen.secret));
  await expect(page).toHaveURL(/\/$/);
});

test('codes on paper sign in once, and a new app takes over', async ({ page, words, size, codes }) => {
  const li = personOf('li');
  await signIn(page, { person: li, words, size, codes });
  await change(page, words, codes, li.secret, 'codes-title');
  const shown = page.getByRole('main').getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const paper = await shown.first().innerText();
  await page.getByRole('link', { name: words.say('codes-kept') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('codes-left', { count: 10 }));
  await page.goto('/you/security/codes');
  await expect(page).toHaveURL(/\/confirm\/new-codes$/);

  await signOut(page, words);
  await typePassword(page, words, li.username, li.password);
  await page.getByRole('link', { name: words.say('recovery-code-instead') }).click();
  const code = page.getByRole('textbox', { name: words.say('recovery-code'), exact: true });
  await code.fill('123 456');
  await page.getByRole('main').getByRole('button', { name: words.say('sign-in-button') }).click();
  await expectProblem(page, words, 'recovery-code-shape', code);
  await code.fill(` ${paper.toUpperCase()} `);
  await page.getByRole('main').getByRole('button', { name: words.say('sign-in-button') }).click();
  await expect(page).toHaveURL(/\/$/);

  await change(page, words, codes, li.secret, 'app-title');
  await expect(page.getByRole('img', { name: words.say('app-picture') })).toBeVisible();
  const secret = (await page.locator('code.code-text').innerText()).replaceAll(' ', '');
  await page.getByRole('textbox', { name: words.say('app-code') }).fill(await codes.next(secret));
  await page.getByRole('button', { name: words.say('app-save') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('event-app-changed'));
  await signOut(page, words);
  await typePassword(page, words, li.username, li.password);
  await typeCode(page, words, codes.wrong(secret));
  await expectProblem(page, words, 'sign-in-refused');
  await typeCode(page, words, await codes.next(secret));
  await expect(page).toHaveURL(/\/$/);
});
