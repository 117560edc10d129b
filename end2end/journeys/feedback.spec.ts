// Saying what was hard: found from any page, by anybody, and nothing typed is lost.

import { expectProblem } from '../support/paying.ts';
import { expect, test } from '../support/test.ts';

test('from the foot of any page to a number', async ({ page, words, turnTo }) => {
  await turnTo(page);
  await page.getByRole('contentinfo').getByRole('link', { name: words.say('statement-link') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('statement-title'));
  await expect(page.getByRole('heading', { name: words.say('statement-not-yet') })).toBeVisible();
  await page.getByRole('link', { name: words.say('feedback-open') }).click();

  const hard = page.getByRole('textbox', { name: words.say('feedback-hard') });
  const place = page.getByRole('textbox', { name: words.say('feedback-place') });
  const send = page.getByRole('main').getByRole('button', { name: words.say('feedback-send') });
  await place.fill('Pay');
  await send.click();
  await expectProblem(page, words, 'feedback-missing', hard);
  await expect(place).toHaveValue('Pay');
  await hard.fill('The letters are too small.');
  await send.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('feedback-thanks-title'));
  await expect(page.getByRole('main')).toContainText(words.part('feedback-number'));
});
