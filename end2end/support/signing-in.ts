// Signing in, as a person does it.

import { expect, type Page } from '@playwright/test';
import type { Codes } from './codes.ts';
import type { Size } from './faults.ts';
import type { Person } from './people.ts';
import { turnTo } from './reading.ts';
import type { Words } from './words.ts';

export interface Way {
  person: Person;
  words: Words;
  size: Size;
  codes: Codes;
}

/** Types the name and the password. */
export async function typePassword(page: Page, words: Words, username: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: words.say('sign-in-username') }).fill(username);
  // A password field has no role of its own.
  await page.getByLabel(words.say('sign-in-password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: words.say('sign-in-continue') }).click();
}

/** Types the code. */
export async function typeCode(page: Page, words: Words, code: string): Promise<void> {
  await page.getByRole('textbox', { name: words.say('sign-in-code') }).fill(code);
  await page.getByRole('main').getByRole('button', { name: words.say('sign-in-button') }).click();
}

/** Signs in on this page, from wherever it is, and turns to this language and size. */
export async function signIn(page: Page, { person, words, size, codes }: Way): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await turnTo(page, words, size);
  await typePassword(page, words, person.username, person.password);
  await typeCode(page, words, await codes.next(person.secret));
  await expect(page).not.toHaveURL(/\/sign-in/);
  // From here on it is the account that says how somebody reads.
  await turnTo(page, words, size);
}
