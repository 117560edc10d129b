// However often it is pressed, sent, reloaded or gone back to: it is paid once.

import { expect, test } from '../support/test.ts';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import type { Page } from '@playwright/test';

test.use({ who: 'tom' });

async function toTheCode(paying: Paying, reference: string): Promise<void> {
  await paying.begin();
  await paying.amount('1.50', accounts.whitfields.household);
  await paying.somebody({ name: 'Anna Whitfield', number: accounts.whitfields.anna, reference });
  await paying.goOn();
}

/** How many lines of the account carry this reference. */
async function lines(page: Page, reference: string): Promise<number> {
  await page.goto('/accounts');
  await page.getByRole('main').getByRole('link', { name: accounts.whitfields.household }).click();
  await expect(page).toHaveURL(/\/accounts\/[^/]+$/);
  return page.getByRole('main').getByRole('link', { name: reference }).count();
}

test('a double press', async ({ page, words, person, codes }) => {
  const paying = new Paying(page, words);
  await toTheCode(paying, 'Pressed twice');
  await paying.field('approve-code').fill(await codes.next(person.secret));
  await page.getByRole('button', { name: words.say('approve-pay') }).dblclick();
  await paying.receipt();
  expect(await lines(page, 'Pressed twice')).toBe(1);
});

test('the same form sent twice at once', async ({ page, words, person, codes, bank }) => {
  const paying = new Paying(page, words);
  await toTheCode(paying, 'Sent twice');
  const hidden = (name: string) => page.locator(`form[action="/do/pay/approve"] input[name=${name}]`).inputValue();
  const form = { draft: await hidden('draft'), challenge: await hidden('challenge'), code: await codes.next(person.secret) };
  const send = () =>
    page.request.post('/do/pay/approve', { form, headers: { origin: bank.address }, maxRedirects: 0 });
  const answers = await Promise.all([send(), send(), send()]);
  for (const answer of answers) {
    expect(answer.status()).toBe(303);
    expect(answer.headers()['location']).toBe(`/payments/${form.draft}`);
  }
  expect(await lines(page, 'Sent twice')).toBe(1);
});

test('the back button and a reload lead to the receipt', async ({ page, words, person, codes }) => {
  const paying = new Paying(page, words);
  await toTheCode(paying, 'Gone back');
  const steps = page.url();
  await paying.approve(person, codes);
  const receipt = await paying.receipt();
  await page.goBack();
  await page.reload();
  await expect(page).toHaveURL(receipt);
  for (const step of ['amount', 'payee', 'review', 'approve']) {
    await page.goto(steps.replace(/approve$/, step));
    await expect(page).toHaveURL(receipt);
  }
  await page.reload();
  expect(await lines(page, 'Gone back')).toBe(1);
});
