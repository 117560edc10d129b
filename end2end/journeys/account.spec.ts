// One account: finding a transaction, turning pages, one transaction, month by month.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { accounts } from '../support/people.ts';
import type { Words } from '../support/words.ts';

test.use({ who: 'daniel' });

async function open(page: Page, words: Words, number: string): Promise<void> {
  await page.goto('/accounts');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('accounts-title'));
  await page.getByRole('main').getByRole('link', { name: number }).click();
  await expect(page.getByRole('main')).toContainText(words.say('account-number', { number }));
}

/** The lines of the history. */
function lines(page: Page): Locator {
  return page.locator('main a[href*="/transactions/"]');
}

/** Fills in the form and shows what fits. */
async function find(page: Page, words: Words, asked: Record<string, string>): Promise<void> {
  const details = page.locator('details').filter({ hasText: words.say('filter-title') });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  for (const [key, value] of Object.entries(asked)) {
    const field = page.getByLabel(words.say(`filter-${key}`), { exact: true });
    if (['period', 'direction', 'kind'].includes(key)) await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole('button', { name: words.say('filter-show') }).click();
}

function amountIn(text: string): number {
  const found = /[£€¥$]\s?([\d,]+\.\d\d)/.exec(text);
  return Number((found?.[1] ?? '').replaceAll(',', ''));
}

test('each filter shows what fits and nothing else', async ({ page, words, size, context, look }) => {
  await open(page, words, accounts.daniel.everyday);
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  expect(await lines(page).count()).toBe(size === 'large' ? 20 : 50);

  await find(page, words, { direction: 'in' });
  await expect(page.getByRole('main')).toContainText(words.part('found'));
  for (const text of await lines(page).allInnerTexts()) expect(text).toContain(words.say('line-in'));
  await find(page, words, { direction: 'out', kind: 'card' });
  for (const text of await lines(page).allInnerTexts()) {
    expect(text).toContain(words.say('line-out'));
    expect(text).toContain(words.say('kind-card'));
  }
  // A shop is shown by its name; money moved between accounts of one's own is shown with a word before it.
  const party = (await lines(page).first().locator('b').first().innerText()).trim();
  await look(page, 'filtered');
  await page.getByRole('link', { name: words.say('filter-clear') }).click();

  await find(page, words, { min: '10', max: '20' });
  for (const text of await lines(page).allInnerTexts()) {
    expect(amountIn(text)).toBeGreaterThanOrEqual(10);
    expect(amountIn(text)).toBeLessThanOrEqual(20);
  }
  await page.getByRole('link', { name: words.say('filter-clear') }).click();

  await find(page, words, { text: party.slice(0, 5), period: '90-days' });
  const found = await lines(page).count();
  expect(found).toBeGreaterThan(0);
  for (const text of await lines(page).allInnerTexts()) expect(text.toLowerCase()).toContain(party.slice(0, 5).toLowerCase());

  // The address says what was asked: in another window of the same person it shows the same.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(lines(other)).toHaveCount(found);
  await other.close();
});

test('an amount is found by typing it', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  const wanted = amountIn(await lines(page).nth(2).innerText()).toFixed(2);
  await find(page, words, { text: wanted });
  expect(await lines(page).count()).toBeGreaterThan(0);
  for (const text of await lines(page).allInnerTexts()) expect(text.replaceAll(',', '')).toContain(wanted);
});

test('what was looked for is still there after looking at one transaction', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  await find(page, words, { direction: 'out', min: '10' });
  const found = await addresses(page);
  await lines(page).nth(1).click();
  await expect(page).toHaveURL(/\/transactions\/\d+\?direction=out&min=10$/);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/accounts\/[^/]+\?direction=out&min=10$/);
  expect(await addresses(page)).toEqual(found);
});

test('days: presets and two dates', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  for (const period of ['30-days', 'this-month', 'last-month', 'this-year']) {
    await find(page, words, { period });
    await expect(page.getByRole('main')).toContainText(words.say(`period-${period}`));
    expect(new URL(page.url()).searchParams.get('period')).toBe(period);
  }
  const [from, to] = [daysAgo(60), daysAgo(40)];
  await find(page, words, { period: 'between', from, to });
  await expect(page.getByLabel(words.say('filter-from'), { exact: true })).toHaveValue(from);
  expect(await lines(page).count()).toBeGreaterThan(0);
  const period = page.getByLabel(words.say('filter-period'), { exact: true });
  // A preset that is chosen afterwards counts, and the days are gone.
  await find(page, words, { period: 'this-year' });
  await expect(period).toHaveValue('this-year');
  await page.getByRole('link', { name: words.say('filter-clear') }).click();
  // Days that are typed count, whatever the choice above them still says.
  await find(page, words, { from, to });
  await expect(period).toHaveValue('between');
  await expect(page.getByLabel(words.say('filter-to'), { exact: true })).toHaveValue(to);
});

test('what cannot be asked is said beside its field, and kept', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  await find(page, words, { period: 'between', from: daysAgo(5), to: daysAgo(9), min: '50', max: 'ten' });
  const summary = page.getByRole('alert');
  await expect(summary).toContainText(words.say('error-date-range'));
  await expect(summary).toContainText(words.say('error-amount-unclear'));
  await expect(page.getByLabel(words.say('filter-max'), { exact: true })).toHaveValue('ten');
  await expect(page.getByLabel(words.say('filter-min'), { exact: true })).toHaveValue('50');
  await find(page, words, { period: '', from: '', to: '', min: '50', max: '20' });
  await expect(summary).toContainText(words.say('error-amount-range'));
  await find(page, words, { min: '', max: '', text: 'zzzz nobody' });
  await expect(page.getByRole('main')).toContainText(words.say('history-nothing-fits'));
});

test('older and newer', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  const first = await addresses(page);
  await page.getByRole('link', { name: words.say('page-older') }).click();
  await expect(page).toHaveURL(/older=/);
  const second = await addresses(page);
  expect(second.filter((address) => first.includes(address))).toEqual([]);
  await page.getByRole('link', { name: words.say('page-newer') }).click();
  await expect(page).toHaveURL(/newer=/);
  expect(await addresses(page)).toEqual(first);
  await expect(page.getByRole('link', { name: words.say('page-newer') })).toHaveCount(0);
});

test('a transaction has a page of its own', async ({ page, words }) => {
  await open(page, words, accounts.daniel.everyday);
  // What comes from a card has a category on any day.
  const line = lines(page).filter({ hasText: words.say('kind-card') }).first();
  const party = (await line.locator('b').first().innerText()).trim();
  await line.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(party);
  for (const key of ['fact-when', 'fact-kind', 'fact-category', 'fact-balance', 'fact-number']) {
    await expect(page.getByRole('term').filter({ hasText: words.say(key) }).first()).toBeVisible();
  }
  await page.goBack();
  await expect(lines(page).first()).toBeVisible();
});

test('month by month: a picture and its table', async ({ page, words, size, look }) => {
  await open(page, words, accounts.daniel.everyday);
  const jump = page.getByRole('main').getByRole('link', { name: words.say('months-title') });
  if (size === 'large') {
    // They stand below all the lines, and are one press away.
    await jump.click();
    await expect(page.getByRole('heading', { name: words.say('months-title') })).toBeInViewport();
  } else {
    await expect(jump).toBeHidden();
  }
  await expect(page.getByRole('img', { name: words.say('chart-label') })).toBeVisible();
  await page.getByText(words.say('chart-table')).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([words.say('chart-month'), words.say('chart-in'), words.say('chart-out')]);
  await expect(table.getByRole('row')).toHaveCount(13);
  await look(page, 'table');
});

/** Where the lines lead, without what they carry for the way back. */
async function addresses(page: Page): Promise<(string | undefined)[]> {
  return lines(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('?')[0]));
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
