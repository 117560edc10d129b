// What a page needs to be looked at: who is there, how one gets to it, and what else it can look like.

import type { Page } from '@playwright/test';
import type { Bank } from '../support/bank.ts';
import type { Codes } from '../support/codes.ts';
import { Paying } from '../support/paying.ts';
import type { Person, Who } from '../support/people.ts';
import type { Words } from '../support/words.ts';

/** Somebody on the way to a page. */
export interface Visit {
  page: Page;
  words: Words;
  codes: Codes;
  bank: Bank;
  /** Opens a bank in which nothing has happened yet. */
  anotherBank: (settings: Record<string, string>) => Promise<Bank>;
  paying: Paying;
  /** Who is signed in. Only where the recipe says `who`. */
  person: Person;
}

/** A few steps. They end on the page, in the state that is meant, once it is all there. */
export type Steps = (visit: Visit) => Promise<unknown>;

/** How a page is reached, and in which states it is looked at. */
export interface Recipe {
  /** The page, as `banyan routes` lists it; `*` stands for addresses where there is none. */
  route: string;
  /** Who is signed in; nobody where it is left out. */
  who?: Who;
  /** What this way of arriving shows, where the same page has another recipe. */
  state?: string;
  /** Goes there. Where it is left out, the address is the route. */
  reach?: Steps;
  /** What else it can look like, by name. Each begins where the one before it ended. */
  states?: Record<string, Steps>;
  /** Where there are many of the same page: the addresses of all. They are looked at in two ways of reading. */
  all?: (visit: Visit) => Promise<string[]>;
}

/** Goes to an address of the bank. */
export const at =
  (address: string): Steps =>
  ({ page }) =>
    page.goto(address);

/** Goes on from the address of the page with a query. */
export const asking =
  (query: string): Steps =>
  ({ page }) =>
    page.goto(page.url().replace(/[?#].*$/, '') + query);

/** Presses the button in the main part with this sentence on it. */
export const pressing =
  (key: string): Steps =>
  ({ paying }) =>
    paying.press(key);

/** Opens what is folded away under this sentence. */
export const unfolding =
  (key: string): Steps =>
  ({ page, words }) =>
    page.getByText(words.say(key), { exact: true }).click();

/** The addresses on this page, or on these, that begin so and go one part further. */
export async function below(page: Page, beginning: string, pages: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const address of pages) {
    const html = await (await page.request.get(address)).text();
    for (const [, href] of html.matchAll(/href="([^"?#]+)/g)) {
      if (href!.startsWith(beginning) && href!.split('/').length === address.split('/').length + 1) found.add(href!);
    }
  }
  return [...found];
}
