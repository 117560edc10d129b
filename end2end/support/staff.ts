// Somebody of the bank: comes by a link, makes a passkey on a device that Chromium makes up, and signs in with it.

import { expect, type Page } from '@playwright/test';
import type { Bank } from './bank.ts';
import { Authenticator } from './passkeys.ts';
import type { Words } from './words.ts';

/** The bank's own people in the demonstration: an agent, a payments officer, a designer, an auditor, an administrator. */
export type Member = 'priya' | 'oscar' | 'dora' | 'ruth' | 'wen';

/** The device of whoever has come last on a page: there is one at a time. */
const devices = new WeakMap<Page, Authenticator>();

/** Makes a new link for somebody. Whatever they signed in with until now opens nothing any more. */
export function link(bank: Bank, member: Member): string {
  const found = /\/staff\/enrol\/[0-9a-f]{32}/.exec(bank.command('staff', 'link', member));
  if (!found) throw new Error(`There is no link for ${member}.`);
  return bank.address + found[0];
}

/** Comes by a link and signs in, on this page. */
export async function atWork(page: Page, { words, bank }: { words: Words; bank: Bank }, member: Member): Promise<void> {
  await devices.get(page)?.remove();
  devices.set(page, await Authenticator.on(page));
  await page.goto(link(bank, member));
  await page.getByRole('button', { name: words.say('staff-enrol-button') }).click();
  await expect(page).toHaveURL(/\/staff\/sign-in\?enrolled=1$/);
  await page.getByRole('button', { name: words.say('staff-sign-in-button') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('staff-title'));
}

/** Looks for a customer, up to where the reason is asked for. */
export async function find(page: Page, words: Words, wanted: string): Promise<void> {
  // Of the bank in which they are at work.
  await page.goto(new URL('/staff/customers', page.url()).href);
  await page.getByRole('textbox', { name: words.say('staff-find-label') }).fill(wanted);
  await page.getByRole('main').getByRole('button', { name: words.say('staff-find-button') }).click();
}

/** Opens the file of a customer, who is on the telephone. */
export async function open(page: Page, words: Words, wanted: string): Promise<void> {
  await find(page, words, wanted);
  await page.getByRole('radio', { name: words.say('reason-called') }).check();
  await page.getByRole('button', { name: words.say('staff-why-button') }).click();
  await expect(page.getByRole('heading', { name: words.say('events-title') })).toBeVisible();
}
