// How somebody reads: the switches that stand first on every page.

import { expect, type Page } from '@playwright/test';
import type { Size } from './faults.ts';
import type { Words } from './words.ts';

/** Turns the page to this language and this size, pressing only what has to be pressed. */
export async function turnTo(page: Page, words: Words, size: Size): Promise<void> {
  const html = page.locator('html');
  if (!(await html.getAttribute('lang'))?.startsWith(words.language)) {
    // Each language is called by its own name, whatever language the page is in.
    const name = words.say('language-name');
    await page.getByRole('banner').getByRole('button', { name, exact: true }).click();
    await expect(html).toHaveAttribute('lang', new RegExp(`^${words.language}`));
  }
  if ((await html.getAttribute('data-text')) !== size) {
    const switched = words.say(size === 'large' ? 'text-larger' : 'text-smaller');
    await page.getByRole('banner').getByRole('button', { name: switched, exact: true }).click();
    await expect(html).toHaveAttribute('data-text', size);
  }
}
