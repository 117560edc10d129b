// What the assistant did not understand: one of the bank says what was meant, and another agrees.

import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
// What is said here stays said.
test.use({ apart: 'labels' });

test('one says what was meant, and another agrees', async ({ page, browser, baseURL, words, bank, turnTo }) => {
  const said = 'The gas people took too much again';
  await turnTo(page);
  await atWork(page, { words, bank }, 'priya');
  await page.getByRole('navigation', { name: words.say('staff-places') }).getByRole('link', { name: words.say('labels-place') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('labels-title'));
  const main = page.getByRole('main');
  await expect(main).toContainText(said);
  await expect(main, 'whose it is stands nowhere').not.toContainText('Whitfield');

  await page.getByRole('combobox', { name: words.say('label-choose') }).selectOption('dispute-payment');
  await page.getByRole('button', { name: words.say('label-save'), exact: true }).click();
  await expect(main).not.toContainText(said);
  await page.getByRole('link', { name: words.say('label-skip'), exact: true }).click();
  await expect(page).toHaveURL(/after=/);

  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const other = await context.newPage();
  await turnTo(other);
  await atWork(other, { words, bank }, 'oscar');
  await other.goto('/staff/labels');
  const second = other.getByRole('main');
  await expect(second).toContainText(said);
  await other.getByRole('button', { name: words.say('label-agree'), exact: true }).click();
  await expect(second).not.toContainText(said);
  await context.close();
});
