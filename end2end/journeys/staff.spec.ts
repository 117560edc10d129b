// Where the bank's own people work: a passkey by a link, a reason before a customer is seen, and a chain that tells.

import type { Browser, Page } from '@playwright/test';
import { accounts, person as personOf } from '../support/people.ts';
import { expectProblem } from '../support/paying.ts';
import { linkOf } from '../support/recovery.ts';
import { atWork, find, link, open } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
// Customers are frozen here.
test.use({ apart: 'staff' });

/** Another device, for another of the bank. */
async function another(browser: Browser, baseURL: string | undefined, turnTo: (page: Page) => Promise<void>): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const page = await context.newPage();
  await turnTo(page);
  return page;
}

test('by a link, with a reason, and the auditor sees it', async ({ page, browser, baseURL, words, bank, turnTo }) => {
  const anna = personOf('anna');
  await turnTo(page);
  await atWork(page, { words, bank }, 'priya');
  await expect(page.getByRole('banner')).toContainText('Priya Nair');
  const places = page.getByRole('navigation', { name: words.say('staff-places') });
  await expect(places.getByRole('link', { name: words.say('staff-audit') })).toHaveCount(0);

  await find(page, words, 'nobody-at-all');
  await expectProblem(page, words, 'customer-unknown', page.getByRole('textbox', { name: words.say('staff-find-label') }));
  await find(page, words, 'anna');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('staff-why-title'));
  await expect(page.locator('body')).not.toContainText(anna.name);
  await page.getByRole('radio', { name: words.say('reason-other') }).check();
  await page.getByRole('button', { name: words.say('staff-why-button') }).click();
  await expectProblem(page, words, 'reason-unsaid', page.getByRole('textbox', { name: words.say('staff-note') }));
  await page.getByRole('textbox', { name: words.say('staff-note') }).fill('asks about a letter');
  await page.getByRole('button', { name: words.say('staff-why-button') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(anna.name);
  await expect(page.getByRole('main')).toContainText('a•••@example.org');
  expect(page.url(), 'nothing private stands in an address').not.toMatch(/anna|reason|letter/i);

  // What is another's to do is refused.
  await page.goto('/staff/audit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('trouble-forbidden-title'));
  // And nobody of the bank is a customer.
  await page.goto('/you');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fyou$/);

  const auditor = await another(browser, baseURL, turnTo);
  await atWork(auditor, { words, bank }, 'ruth');
  await auditor.getByRole('navigation', { name: words.say('staff-places') }).getByRole('link', { name: words.say('staff-audit') }).click();
  await auditor.getByRole('combobox', { name: words.say('staff-audit-deed') }).selectOption('staff-looked');
  await auditor.getByRole('button', { name: words.say('staff-audit-show') }).click();
  const row = auditor.getByRole('row').filter({ hasText: 'priya' }).first();
  await expect(row).toContainText(words.say('reason-other'));
  await expect(row).toContainText('asks about a letter');
  await auditor.getByRole('link', { name: words.say('staff-audit-check') }).click();
  await expect(auditor.getByRole('heading', { name: words.say('staff-audit-whole-title') })).toBeVisible();
  await auditor.goto('/staff/customers');
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText(words.say('trouble-forbidden-title'));
  await auditor.context().close();

  await page.goto('/staff');
  await page.getByRole('button', { name: words.say('sign-out') }).click();
  await expect(page.getByRole('heading', { name: words.say('staff-left-title') })).toBeVisible();
});

test('a link works once, and a lost key opens nothing', async ({ page, words, bank, turnTo }) => {
  await turnTo(page);
  await page.goto(link(bank, 'oscar'));
  const used = page.url();
  await atWork(page, { words, bank }, 'oscar');
  await page.goto(used);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('staff-enrol-over-title'));

  // A new link takes the key and the open session away.
  link(bank, 'oscar');
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/staff\/sign-in$/);
  await page.getByRole('button', { name: words.say('staff-sign-in-button') }).click();
  await expectProblem(page, words, 'passkey-refused');
});

test('whoever is suspended is out with the next step', async ({ page, words, bank, turnTo }) => {
  await turnTo(page);
  await atWork(page, { words, bank }, 'wen');
  bank.command('staff', 'suspend', 'wen');
  await page.getByRole('navigation', { name: words.say('staff-places') }).getByRole('link', { name: words.say('staff-audit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('staff-sign-in-title'));
  await page.getByRole('button', { name: words.say('staff-sign-in-button') }).click();
  await expectProblem(page, words, 'passkey-refused');
  bank.command('staff', 'reinstate', 'wen');
  await page.getByRole('button', { name: words.say('staff-sign-in-button') }).click();
  await expect(page).toHaveURL(/\/staff\/audit$/);
});

test('one freezes, another agrees to the end, and the customer is told', async ({ page, browser, baseURL, words, bank, turnTo, show }) => {
  await turnTo(page);
  await atWork(page, { words, bank }, 'priya');
  await open(page, words, accounts.whitfields.tom);
  const freeze = page.getByRole('button', { name: words.say('staff-freeze-button') });
  await freeze.click();
  await expectProblem(page, words, 'reason-missing');
  await page.getByRole('radio', { name: words.say('reason-alarm') }).check();
  await freeze.click();
  await expect(page.getByRole('main')).toContainText(words.say('staff-frozen'));
  await show('frozen');
  await page.getByRole('radio', { name: words.say('reason-called') }).check();
  await page.getByRole('button', { name: words.say('staff-thaw-button') }).click();
  await expect(page.getByRole('main')).toContainText(words.part('staff-thaw-waits'));
  await show('waiting');

  const officer = await another(browser, baseURL, turnTo);
  await atWork(officer, { words, bank }, 'oscar');
  await open(officer, words, 'tom');
  await expect(officer.getByRole('heading', { name: words.say('staff-balances') })).toBeVisible();
  await expect(officer.getByRole('main')).toContainText(words.part('staff-thaw-asked', { name: 'Priya Nair' }));
  await officer.getByRole('button', { name: words.say('staff-thaw-agree') }).click();
  await expect(officer.getByRole('main')).toContainText(words.part('staff-thaw-ends'));
  await officer.goto('/staff/outbox');
  await expect(officer.getByRole('main')).toContainText('tom@example.org');
  await officer.context().close();
});

test('whoever has lost everything is handed a code, shown once, and is sent the link it goes with', async ({ page, words, bank, turnTo }) => {
  await turnTo(page);
  await atWork(page, { words, bank }, 'priya');
  await open(page, words, 'li');
  await page.getByRole('button', { name: words.say('staff-recover-button') }).click();
  const handed = page.getByRole('heading', { name: words.say('staff-recover-code') });
  await expect(handed).toBeVisible();
  const code = await page.locator('code.code-text').innerText();
  await page.reload();
  await expect(page.getByRole('heading', { name: words.say('events-title') })).toBeVisible();
  await expect(handed).toHaveCount(0);

  // The link alone says when it goes on, and takes nothing today.
  await page.goto(linkOf(bank));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('recover-waiting-title'));
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  expect(bank.command('demo', 'outbox'), 'the code is on paper only').not.toContain(code);
});
