// Writing to the bank: a customer writes, somebody of the bank answers, the customer closes it and says how it went.

import { Paying, expectProblem } from '../support/paying.ts';
import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
test.use({ who: 'anna', apart: 'tickets' });

test('written, answered, settled and rated', async ({ page, browser, baseURL, words, bank, turnTo }) => {
  await page.goto('/help');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: words.say('write-title') }).click();
  const paying = new Paying(page, words);
  const wrote = page.getByRole('textbox', { name: words.part('write-words') });
  await wrote.fill('Which day is my statement ready? My code is 123456.');
  await paying.press('write-send');
  await expectProblem(page, words, 'ticket-kind-missing', page.getByRole('radiogroup'));
  await page.getByRole('radio', { name: words.say('ticket-kind-other') }).check();
  await paying.press('write-send');
  await expect(page).toHaveURL(/\/help\/tickets\/[0-9a-z]{13}$/);
  await expect(main).toContainText('Which day is my statement ready?');
  await expect(main).not.toContainText('123456');
  const ticket = page.url();

  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const desk = await context.newPage();
  await turnTo(desk);
  await atWork(desk, { words, bank }, 'priya');
  await desk.goto(new URL(ticket).pathname.replace('/help/', '/staff/'));
  await expect(desk.locator('body')).not.toContainText('Which day');
  await desk.getByRole('radio', { name: words.say('reason-wrote') }).check();
  await desk.getByRole('button', { name: words.say('staff-why-button') }).click();
  await expect(desk.getByRole('main')).toContainText('Which day is my statement ready?');
  await desk.getByRole('textbox', { name: words.part('staff-ticket-answer') }).fill('On the first of each month.');
  await desk.getByRole('button', { name: words.say('staff-ticket-answer-send') }).click();
  await expect(desk.getByRole('main')).toContainText('On the first of each month.');
  await context.close();

  await page.goto(ticket);
  await expect(main).toContainText('On the first of each month.');
  await main.getByRole('button', { name: words.say('ticket-settle') }).click();
  await page.getByRole('radio', { name: words.say('ticket-score-5') }).check();
  await main.getByRole('button', { name: words.say('ticket-rate-send') }).click();
  await expect(main).toContainText(words.say('ticket-score-5'));
  await expect(main).not.toContainText(words.say('ticket-rate-title'));
});
