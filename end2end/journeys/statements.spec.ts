// Statements: found from the account, read, and taken as files, with everything in them that the page says.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { accounts } from '../support/people.ts';

test.use({ who: 'daniel' });

/** Presses a link to a file; its name and what is in it. */
async function take(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('main').getByRole('link', { name, exact: false }).first().click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('a statement is read, and taken as a spreadsheet and as a PDF', async ({ page, words, look }) => {
  await page.goto('/accounts');
  await page.getByRole('main').getByRole('link', { name: accounts.daniel.everyday }).click();
  await page.getByRole('main').getByRole('link', { name: words.say('statements-title') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('statements-title'));

  await page.locator('main .papers a').first().click();
  await expect(page).toHaveURL(/\/statements\/\d{4}-\d\d$/);
  await page.goto(page.url().replace(/[^/]+$/, String(new Date().getFullYear())));
  const facts = page.getByRole('main').getByRole('term');
  for (const key of ['holder', 'number', 'opening', 'in', 'out', 'closing']) {
    await expect(facts.filter({ hasText: words.say(`account-statement-${key}`) }).first()).toBeVisible();
  }
  await expect(page.getByRole('main')).toContainText('Daniel Reyes');
  const rows = page.getByRole('main').getByRole('table').getByRole('row');
  const shown = (await rows.count()) - 1;
  expect(shown).toBeGreaterThan(0);
  await look(page, 'year');

  const sheet = await take(page, words.say('file-csv'));
  const lines = sheet.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(sheet.name).toMatch(/^account-statement-\d{4}\.csv$/);
  expect(lines[0]).toContain(words.say('account-statement-balance'));
  expect(lines.length - 1).toBeGreaterThanOrEqual(shown);

  const paper = await take(page, words.say('file-large-pdf'));
  expect(paper.name).toMatch(/^account-statement-\d{4}-large\.pdf$/);
  expect(paper.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(paper.bytes.includes('/StructTreeRoot')).toBe(true);
});

test('what savings have earned is read, and taken for the tax office', async ({ page, words }) => {
  await page.goto('/accounts');
  await page.getByRole('main').getByRole('link', { name: accounts.daniel.savings }).click();
  await page.getByRole('main').getByRole('link', { name: words.say('statements-title') }).click();
  await expect(page.getByRole('heading', { name: words.say('statements-interest') })).toBeVisible();
  await page.locator('main .papers a[href*="/interest/"]').first().click();
  await expect(page).toHaveURL(/\/interest\/\d{4}$/);
  const facts = page.getByRole('main').getByRole('term');
  for (const key of ['interest-paid', 'interest-tax', 'account-statement-closing']) {
    await expect(facts.filter({ hasText: words.say(key) })).toBeVisible();
  }
  await expect(page.getByRole('main')).toContainText('Daniel Reyes');
  const paper = await take(page, words.say('confirmation-take'));
  expect(paper.name).toMatch(/^interest-\d{4}\.pdf$/);
  expect(paper.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
});
