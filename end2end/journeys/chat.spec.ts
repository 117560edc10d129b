// Talking with the bank: a question, a person, an answer, and the end, in two windows.

import { Paying } from '../support/paying.ts';
import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
test.use({ who: 'anna', apart: 'chat' });

test('asked, fetched, answered and ended', async ({ page, browser, baseURL, words, bank, turnTo }) => {
  await page.goto('/help');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: words.say('chat-title') }).click();
  await expect(main).toContainText(words.say('chat-never'));
  const paying = new Paying(page, words);

  // What is offered needs no words: the balance, with the account it is of.
  await main.getByRole('button', { name: words.say('intent-balance') }).click();
  await expect(page).toHaveURL(/#newest$/);
  const log = main.getByRole('log');
  await expect(log.getByRole('link').first()).toHaveAttribute('href', /^\/accounts\//);
  await main.getByRole('textbox', { name: words.part('chat-words') }).fill('My code is 123456.');
  await paying.press('chat-send');
  await expect(log).not.toContainText('123456');
  await expect(main.getByRole('textbox', { name: words.part('chat-words') })).toHaveValue('');
  // A person is there at all times; where the program has asked for one already, nobody asks twice.
  const person = main.getByRole('button', { name: words.say('chat-person') });
  if (await person.isVisible()) await person.click();
  await expect(main).toContainText(words.say('chat-asked-title'));

  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const desk = await context.newPage();
  await turnTo(desk);
  await atWork(desk, { words, bank }, 'priya');
  await desk.goto(new URL('/staff/desk', page.url()).href);
  // The demonstration has somebody who waits already, and longer.
  await desk.getByRole('main').locator('.rows').getByRole('link').last().click();
  await desk.getByRole('radio', { name: words.say('reason-wrote') }).check();
  await desk.getByRole('button', { name: words.say('staff-why-button') }).click();
  await expect(desk.getByRole('log')).toContainText(words.say('intent-balance'));
  await desk.getByRole('button', { name: words.say('staff-chat-take') }).click();
  await desk.getByRole('textbox', { name: words.part('staff-ticket-answer') }).fill('Here I am. How can I help?');
  await desk.getByRole('button', { name: words.say('staff-ticket-answer-send') }).click();
  await expect(desk.getByRole('log')).toContainText('Here I am. How can I help?');
  await expect(desk.getByRole('textbox', { name: words.part('staff-ticket-answer') })).toHaveValue('');

  // It comes by itself, once.
  await expect(log.getByText('Here I am. How can I help?')).toHaveCount(1);
  await expect(main).toContainText(words.say('chat-here-title'));
  await main.getByRole('textbox', { name: words.part('chat-words') }).fill('Thank you, that is all.');
  await paying.press('chat-send');
  await expect(desk.getByRole('log').getByText('Thank you, that is all.')).toHaveCount(1);
  await desk.getByRole('button', { name: words.say('staff-chat-end') }).click();
  await expect(desk.getByRole('log')).toContainText(words.say('chat-event-closed'));
  await context.close();
  await page.goto('/help/chat');
  await expect(main).toContainText(words.say('chat-over-title'));
});
