// What somebody is told stands on a page of their own until they have read it, and they choose how else they are told.

import { expectProblem } from '../support/paying.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'anna', apart: 'notices' });

test('something happens, it is read, and whoever wants is left in peace', async ({ page, words }) => {
  const main = page.getByRole('main');
  await page.goto('/you/notices');
  await expect(main).toContainText(words.say('notices-none'));

  await page.goto('/you/security/trusted');
  await page.getByRole('textbox', { name: words.say('trusted-name') }).fill('Ivy Whitfield');
  await page.getByRole('textbox', { name: words.say('trusted-email') }).fill('ivy@example.org');
  await page.getByRole('button', { name: words.say('trusted-save') }).click();
  await expect(page).toHaveURL(/\/you\/security$/);

  await page.goto('/');
  await expect(main.getByRole('heading', { name: words.say('notices-news', { count: 1 }) })).toBeVisible();
  await main.getByRole('link', { name: words.say('notices-open') }).click();
  const letter = main.getByRole('listitem').first();
  await expect(letter).toContainText(words.say('event-trusted-set'));
  await expect(letter).toContainText(words.say('notices-new'));
  await main.getByRole('button', { name: words.say('notices-see') }).click();
  await expect(letter).toContainText(words.say('event-trusted-set'));
  await expect(letter).not.toContainText(words.say('notices-new'));

  await main.getByRole('link', { name: words.say('notices-choices-open') }).click();
  const here = main.getByRole('radiogroup', { name: words.say('notices-payments') });
  await here.getByRole('radio', { name: words.say('notices-by-here') }).check();
  await main.getByRole('radio', { name: words.say('notices-night') }).check();
  const until = page.getByRole('combobox', { name: words.say('notices-until') });
  await until.selectOption('22');
  await main.getByRole('button', { name: words.say('notices-save') }).click();
  await expectProblem(page, words, 'quiet-hours', until);
  await until.selectOption('8');
  await main.getByRole('button', { name: words.say('notices-save') }).click();
  await expect(main).toContainText(words.say('notices-saved'));
  await expect(until).toHaveValue('8');
  await expect(here.getByRole('radio', { name: words.say('notices-by-here') })).toBeChecked();
});
