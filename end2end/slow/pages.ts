// The pages of which the times are taken: those that people open most.

import type { Page } from '@playwright/test';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { pages as routes } from '../support/routes.ts';
import type { Words } from '../support/words.ts';

/** The addresses of home, of an account, of a payment's first question, and of the chat where there is one. */
export async function busiest(page: Page, words: Words): Promise<Record<string, string>> {
  await page.goto('/accounts');
  await page.getByRole('main').getByRole('link', { name: accounts.daniel.everyday }).click();
  await page.waitForURL(/\/accounts\/[^/]+$/);
  const account = new URL(page.url()).pathname;
  await new Paying(page, words).begin();
  const pay = new URL(page.url()).pathname;
  const chat: Record<string, string> = routes().includes('/help/chat') ? { chat: '/help/chat' } : {};
  return { home: '/', account, pay, ...chat };
}
