// What the bank may learn: off until somebody turns it on, said in full, and off again with one press.

import { expect, test } from '../support/test.ts';

test.describe('signed in', () => {
  test.use({ who: 'daniel' });

  test('helping to make pages better, and stopping', async ({ page, words }) => {
    await page.goto('/you');
    await page.getByRole('main').getByRole('link', { name: words.say('privacy-open') }).click();
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('privacy-title'));
    await expect(main).toContainText(words.say('privacy-is-off'));
    for (const sentence of ['counted-payment-started', 'counted-payment-completed', 'privacy-never-what'] as const) {
      await expect(main).toContainText(words.say(sentence));
    }
    await main.getByRole('button', { name: words.say('privacy-help') }).click();
    await expect(main).toContainText(words.say('privacy-is-on'));
    await page.reload();
    await expect(main).toContainText(words.say('privacy-is-on'));
    await main.getByRole('button', { name: words.say('privacy-stop') }).click();
    await expect(main).toContainText(words.say('privacy-is-off'));
  });
});
