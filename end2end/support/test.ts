// What every journey is given: a bank, words, people who are signed in, and an eye on each page.

import { test as base, expect, type BrowserContext, type Page, type Response } from '@playwright/test';
import { Bank } from './bank.ts';
import { Codes } from './codes.ts';
import { axe, type Size } from './faults.ts';
import { collect, Gallery, isPage, touched, viewOf, type View } from './gallery.ts';
import { takeTheMouse } from './keyboard.ts';
import { person as personOf, type Person, type Who } from './people.ts';
import { turnTo } from './reading.ts';
import { signIn } from './signing-in.ts';
import { locales, Words, type Language } from './words.ts';

/** How a project reads the bank. */
export interface Options {
  language: Language;
  size: Size;
  scripts: boolean;
  /** Whether everything is done with the keyboard. */
  keyboard: boolean;
}

interface Worker {
  /** What a file is about that leaves people behind who are no longer as they were: it is given a worker, and with it a
   *  bank, that no other file spoils or is spoilt by. */
  apart: string;
  /** A bank that no other worker sees. */
  bank: Bank;
  words: Words;
  codes: Codes;
  /** Who is signed in, from one test to the next. */
  wallet: Wallet;
  gallery: Gallery;
}

interface Each {
  /** Who is signed in when the test begins; nobody where it is `null`. */
  who: Who | null;
  /** The person who is signed in. */
  person: Person;
  /** The same, for tests that serve for nobody as well. */
  somebody: Person;
  /** Somebody signed in on a device of their own, beside whoever the test is about. */
  elsewhere: (who: Who) => Promise<Page>;
  /** Opens a bank with settings of its own, for what a worker's bank would be spoilt by. */
  anotherBank: (settings: Record<string, string>) => Promise<Bank>;
  /** Turns a page to the language and the size of this project, by its own switches. */
  turnTo: (page: Page) => Promise<void>;
  /** Looks closely at an answer that no page was opened for. */
  lookAt: (view: View, state?: string) => Promise<void>;
  /** Looks closely at a page as it stands: for what only shows once somebody has done something to it. */
  look: (page: Page, state: string) => Promise<void>;
  /** Looks closely at the page of the test, as it was sent or as it was changed since, and listens to it. */
  show: (state?: string) => Promise<void>;
  /** Glances at every page as it arrived, and fails the test that arrived there first. */
  everyPage: void;
}

/** What keeps people signed in. */
type Wallet = Map<Who, Awaited<ReturnType<BrowserContext['cookies']>>>;

export const test = base.extend<Each, Options & Worker>({
  language: ['en', { option: true, scope: 'worker' }],
  size: ['standard', { option: true, scope: 'worker' }],
  scripts: [true, { option: true, scope: 'worker' }],
  keyboard: [false, { option: true, scope: 'worker' }],

  apart: ['', { option: true, scope: 'worker' }],
  bank: [
    async ({ apart: _ }, use) => {
      const bank = await Bank.open();
      await use(bank);
      await bank.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  words: [async ({ language }, use) => use(new Words(language)), { scope: 'worker' }],
  codes: [async ({}, use) => use(new Codes()), { scope: 'worker' }],
  wallet: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  gallery: [
    async ({ browser, language, size }, use) => {
      const context = await browser.newContext({ javaScriptEnabled: true, locale: locales[language], serviceWorkers: 'block' });
      await use(new Gallery(await context.newPage(), { language, size }));
      await context.close();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ bank }, use) => use(bank.address),
  who: [null, { option: true }],
  person: async ({ who }, use) => {
    if (who === null) throw new Error('This test uses `person` without saying `who`.');
    await use(personOf(who));
  },
  somebody: async ({ who }, use) => use(personOf(who ?? 'daniel')),

  context: async ({ context, who, words, size, codes, wallet }, use) => {
    if (who !== null) await admit(context, who, { words, size, codes, wallet });
    await use(context);
    if (who !== null) wallet.set(who, await context.cookies());
  },

  page: async ({ page, keyboard }, use) => {
    if (keyboard) takeTheMouse(page);
    await use(page);
  },

  elsewhere: async ({ browser, words, size, codes }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      opened.push(context);
      await admit(context, who, { words, size, codes, wallet: new Map() });
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  anotherBank: async ({}, use) => {
    const opened: Bank[] = [];
    await use(async (settings) => {
      const bank = await Bank.open(settings);
      opened.push(bank);
      return bank;
    });
    for (const bank of opened) await bank.close();
  },

  turnTo: async ({ words, size }, use) => {
    await use(async (page) => {
      if (page.url() === 'about:blank') await page.goto('/sign-in');
      await turnTo(page, words, size);
    });
  },

  lookAt: async ({ gallery }, use) => {
    await use(async (view, state) => {
      expect.soft(await gallery.examine(view, { state }), `faults of ${view.address}`).toEqual([]);
    });
  },

  look: async ({ gallery }, use) => {
    await use(async (page, state) => {
      expect.soft(await gallery.examine(await touched(page), { state }), `faults of ${page.url()}`).toEqual([]);
    });
  },

  show: async ({ page, gallery }, use) => {
    let arrived: Response | undefined;
    page.on('response', (response) => {
      // What stands in a frame of the page is not the page.
      if (isPage(response) && response.frame() === page.mainFrame()) arrived = response;
    });
    await use(async (state) => {
      await page.waitForLoadState();
      const view = (arrived && (await viewOf(arrived))) ?? (await touched(page));
      arrived = undefined;
      const faults = await gallery.examine(view, { state, transcript: true });
      // A dialog that is shown once more is not over its page; here it is.
      if ((await page.getByRole('dialog').count()) > 0) faults.push(...(await axe(page)).map(({ said }) => `the dialog: ${said}`));
      expect.soft(faults, `faults of ${view.address}`).toEqual([]);
    });
  },

  everyPage: [
    // Other banks are asked for here so that they are still open when their pages are looked at.
    async ({ context, gallery, anotherBank: _ }, use) => {
      const views = collect(context);
      await use();
      for (const view of await Promise.all(views)) {
        if (view === undefined) continue;
        const faults = await gallery.glance(view);
        if (faults.length > 0) expect.soft(faults, `faults of ${view.address}`).toEqual([]);
      }
    },
    { auto: true },
  ],
});

interface Admission {
  words: Words;
  size: Size;
  codes: Codes;
  wallet: Wallet;
}

/** Signs somebody in, with the cookie of an earlier test where there is one that still holds. */
async function admit(context: BrowserContext, who: Who, { words, size, codes, wallet }: Admission): Promise<void> {
  const kept = wallet.get(who);
  if (kept) {
    await context.addCookies(kept);
    // It has ended where it was left alone for too long, and where what they sign in with has changed.
    if ((await context.request.get('/you', { maxRedirects: 0 })).ok()) return;
  }
  const page = await context.newPage();
  await signIn(page, { person: personOf(who), words, size, codes });
  await page.close();
}

export { expect };
