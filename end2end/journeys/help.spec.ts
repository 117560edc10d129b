// A person one press away: from a step of a payment and back, signed in or not; and what to read meanwhile.

import type { Page } from '@playwright/test';
import { Paying, expectProblem } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Words } from '../support/words.ts';

/** The link to a person, which stands in the same place on every page. */
const person = (page: Page, words: Words) =>
  page.getByRole('banner').getByRole('link', { name: words.say('talk'), exact: true });

const press = (page: Page, words: Words, key: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${words.say(key)}`) }).click();

test.describe('signed in', () => {
  test.use({ who: 'amelia' });

  test('from a step of a payment to a person, and back to what was typed', async ({ page, words, scripts }) => {
    const paying = new Paying(page, words);
    await paying.begin();
    await paying.amount('31.40', accounts.amelia.everyday);
    await paying.at('payee');
    const step = page.url();
    await paying.field('payee-name').fill('Anna Whitfield');
    await person(page, words).click();
    await expect(page).toHaveURL(/\/help\/person\?from=/);
    const main = page.getByRole('main');
    await expect(main).toContainText(words.say('help-phone'));
    await expect(main).toContainText(words.say('call-tell-what', { page: words.say('where-pay-payee') }));
    await main.getByRole('link', { name: words.say('person-back') }).click();
    await expect(page).toHaveURL(step);
    // What was sent is kept by the bank; what was only typed needs a script.
    if (scripts) await expect(paying.field('payee-name')).toHaveValue('Anna Whitfield');
  });

  test('asking for a call, with the page, and cancelling it', async ({ page, words }) => {
    await page.goto('/pay');
    await person(page, words).click();
    const tell = page.getByRole('checkbox', { name: words.part('call-tell-yes') });
    await expect(tell).not.toBeChecked();
    await page.getByRole('textbox', { name: words.say('call-phone') }).fill('mother');
    await press(page, words, 'call-ask');
    const phone = page.getByRole('textbox', { name: words.say('call-phone') });
    await expectProblem(page, words, 'phone-shape', phone);
    await expect(phone).toHaveValue('mother');

    await phone.fill('020 7946 0018');
    await page.getByRole('combobox', { name: words.say('call-day') }).selectOption({ index: 1 });
    await page.getByRole('radio', { name: words.say('call-part-morning') }).check();
    await tell.check();
    await press(page, words, 'call-ask');
    await expect(page).toHaveURL(/\/help\/person\/[0-9a-z]{13}$/);
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('call-title'));
    await expect(main).toContainText(words.say('where-pay'));
    await expect(main).toContainText('020 7946 0018');

    const call = page.url();
    await person(page, words).click();
    await main.getByRole('link', { name: words.part('call-part-morning') }).click();
    await expect(page).toHaveURL(call);
    await press(page, words, 'call-cancel');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('call-title-cancelled'));
    await expect(main.getByRole('button', { name: words.say('call-cancel') })).toHaveCount(0);
  });

  test('what to do, and how to stay safe', async ({ page, words }) => {
    await page.goto('/help');
    for (const article of ['lost', 'mistake', 'pressed', 'caller', 'codes', 'friend', 'larger']) {
      const title = words.say(`article-${article}`);
      await page.getByRole('main').getByRole('link', { name: new RegExp(`^${title}`) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByRole('main')).toContainText(words.say('help-phone'));
      await page.getByRole('main').getByRole('link', { name: words.say('help-back') }).click();
      await expect(page).toHaveURL(/\/help$/);
    }
  });

});

test.describe('陈阿姨', () => {
  test.use({ who: 'chen' });

  test('paying somebody again: only the amount is left to say', async ({ page, words, person: chen, codes }) => {
    await page.goto('/pay');
    const known = page.getByRole('main').locator('.known').getByRole('button').first();
    await expect(known).toHaveAccessibleName(words.part('known-pay'));
    await known.click();
    const paying = new Paying(page, words);
    await paying.at('amount');
    await expect(page.getByRole('main')).toContainText(words.part('amount-to'));
    await paying.amount('1.25');
    await paying.at('review');
    await expect(page.getByRole('main')).toContainText('1.25');
    await paying.goOn();
    await paying.approve(chen, codes);
    await paying.receipt();
  });
});

test('somebody who is not signed in is called as well', async ({ page, words, turnTo }) => {
  await turnTo(page);
  await person(page, words).click();
  await page.getByRole('textbox', { name: words.say('call-name') }).fill('Grace Lee');
  await page.getByRole('textbox', { name: words.say('call-phone') }).fill('+44 20 7946 0019');
  await page.getByRole('combobox', { name: words.say('call-day') }).selectOption({ index: 2 });
  await press(page, words, 'call-ask');
  await expectProblem(page, words, 'call-part-missing');
  await expect(page.getByRole('textbox', { name: words.say('call-name') })).toHaveValue('Grace Lee');
  await page.getByRole('radio', { name: words.say('call-part-evening') }).check();
  await press(page, words, 'call-ask');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('call-title'));
  await expect(page.getByRole('main')).toContainText(words.say('call-told-nothing'));
  await press(page, words, 'call-cancel');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('call-title-cancelled'));
});
