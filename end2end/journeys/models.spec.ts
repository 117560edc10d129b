// Another model for the assistant: compared with the one that answers, proposed by one, agreed to by another, and taken back.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
test.use({ apart: 'models' });

/** The page says so once the server has noticed, which takes it some seconds. */
async function says(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('main')).toContainText(text, { timeout: 500 });
  }).toPass();
}

test('two let a model answer, and one takes it back', async ({ page, browser, baseURL, words, bank, turnTo }) => {
  bank.offerItsOwn();
  await turnTo(page);
  await atWork(page, { words, bank }, 'oscar');
  await page.getByRole('navigation', { name: words.say('staff-places') }).getByRole('link', { name: words.say('models-place') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('models-title'));
  const main = page.getByRole('main');
  await expect(main).toContainText(words.say('models-now-release'));
  await expect(main).toContainText(words.say('models-intents-same'));
  await page.getByRole('button', { name: words.say('models-propose') }).click();
  await expect(main).toContainText(words.say('models-waits'));
  await expect(page.getByRole('button', { name: words.say('models-agree') })).toHaveCount(0);

  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const other = await context.newPage();
  await turnTo(other);
  await atWork(other, { words, bank }, 'wen');
  await other.goto('/staff/models');
  await other.getByRole('button', { name: words.say('models-agree') }).click();
  await says(other, words.say('models-now-promoted'));
  await context.close();

  await says(page, words.say('models-live'));
  await page.getByRole('button', { name: words.say('models-back') }).click();
  await says(page, words.say('models-now-release'));
  await expect(main).toContainText(words.say('models-rolled-back'));
});

test('what is worse is kept with why, and nobody can propose it', async ({ page, words, bank, turnTo }) => {
  const [said, model] = ['said.csv', 'little.model'].map((name) => path.join(bank.folder, name)) as [string, string];
  writeFileSync(said, 'text,category\nwhere is my card,card\nhow much do I have,balance\nsing a song,oos\n');
  bank.command('assistant', 'train', '--no-encoder', '--data', said, '--out', model);
  expect(() => bank.command('assistant', 'offer', model), 'a program sees that it was refused').toThrow();
  await turnTo(page);
  await atWork(page, { words, bank }, 'wen');
  await page.goto('/staff/models');
  const refused = page.getByRole('main').locator('section, article, .card').filter({ hasText: words.say('models-why') }).last();
  await expect(refused).toContainText(words.say('models-refused'));
  await expect(refused.getByRole('button', { name: words.say('models-propose') })).toHaveCount(0);
});
