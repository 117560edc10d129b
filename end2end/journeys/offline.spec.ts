// A line that breaks: the page says so, what was typed is kept, and it is there when the line is back.

import type { Page } from '@playwright/test';
import { Codes } from '../support/codes.ts';
import { Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { signIn } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';

test.use({ serviceWorkers: 'allow' });
test.skip(({ scripts }) => !scripts, 'without scripts the browser says it in its own words');

/** Waits until the browser is prepared for a line that breaks. */
async function prepared(page: Page): Promise<void> {
  const ready = async () =>
    navigator.serviceWorker.controller !== null && (await caches.match('/keep.js')) !== undefined;
  await expect.poll(() => page.evaluate(ready)).toBe(true);
}

const kept = (page: Page) => page.evaluate(() => Object.entries(sessionStorage).map((pair) => pair.join(' ')));

test('nothing typed is lost, and nothing private is left behind', async ({ page, words, size, language, anotherBank }) => {
  const bank = await anotherBank({});
  const tom = personOf('tom');
  await page.goto(`${bank.address}/sign-in`);
  await signIn(page, { person: tom, words, size, codes: new Codes() });
  const paying = new Paying(page, words);
  await paying.begin('other', bank);
  await paying.amount('64.20', accounts.whitfields.household);
  await paying.at('payee');
  await prepared(page);
  const step = page.url();
  await paying.field('payee-name').fill('Amelia Hart');
  await paying.field('payee-number').fill(accounts.amelia.everyday);

  await bank.away();
  await paying.press('continue');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('offline-title'));
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
  await expect(page.locator('html')).toHaveAttribute('data-text', size);
  const main = page.getByRole('main');
  await expect(main.getByText(words.say('offline-kept'))).toBeVisible();
  // Nobody knows whether it arrived: that is said, and not that nothing was sent.
  await expect(main.getByText(words.say('offline-perhaps-money'))).toBeVisible();
  await expect(main.getByText(words.say('offline-unsent'))).toBeHidden();

  await bank.back();
  await main.getByRole('link', { name: words.say('offline-again') }).click();
  await expect(page).toHaveURL(step);
  await expect(paying.field('payee-name')).toHaveValue('Amelia Hart');
  await expect(paying.field('payee-number')).toHaveValue(accounts.amelia.everyday);
  await expect(page.getByRole('status').filter({ hasText: words.say('kept-back') })).toBeVisible();
  await paying.press('continue');
  await paying.at('review');
  expect(await kept(page)).toEqual([]);

  // A page that only was to be read: nothing was on its way.
  await bank.away();
  await page.goto(`${bank.address}/accounts`, { waitUntil: 'commit' });
  await expect(main.getByText(words.say('offline-unsent'))).toBeVisible();
  await expect(main.getByText(words.say('offline-perhaps-money'))).toBeHidden();
  // What the browser keeps is the same for everybody.
  const cached = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(new URL(request.url).pathname);
        const text = await (await cache.match(request))!.text();
        if (text.includes('Whitfield') || text.includes('data-who')) found.push('private');
      }
    }
    return found.sort();
  });
  expect(cached.map((path) => path.replace(/^\/pkg\/.*css$/, 'css'))).toEqual(['/favicon.svg', '/keep.js', '/offline', 'css']);
  await bank.back();
});

test('a code is never kept, and signing out forgets the rest', async ({ page, words, size, anotherBank }) => {
  const bank = await anotherBank({});
  await page.goto(`${bank.address}/sign-in`);
  await signIn(page, { person: personOf('maya'), words, size, codes: new Codes() });
  const paying = new Paying(page, words);
  await paying.begin('other', bank);
  await paying.amountField().fill('5.55');
  expect((await kept(page)).join()).toContain('5.55');
  await page.goto(`${bank.address}/help/person`);
  await page.getByRole('textbox', { name: words.say('call-phone') }).fill('020 7946 0018');
  expect((await kept(page)).join()).toContain('7946');
  await page.getByRole('button', { name: words.say('sign-out') }).click();
  await expect(page).toHaveURL(/\/sign-in\?left=1/);
  expect(await kept(page)).toEqual([]);
});

test('a page is lighter for who pays for every byte', async ({ page, context, words, turnTo }) => {
  await turnTo(page);
  await page.getByRole('banner').getByRole('link', { name: words.say('talk') }).click();
  // What that page still loads is its own affair.
  await page.waitForLoadState('networkidle');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await context.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('person-title'));
  expect(loaded.filter((path) => path.endsWith('.wasm'))).toEqual([]);
});
