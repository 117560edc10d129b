// Stopping everything in two presses, asking for the end of that, and somebody who is told.

import { Paying, expectProblem } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'anna', apart: 'safety' });

test('a trusted person is named, and taken away', async ({ page, words }) => {
  await page.goto('/you/security');
  await page.getByRole('link', { name: words.say('trusted-add') }).click();
  const email = page.getByRole('textbox', { name: words.say('trusted-email') });
  await page.getByRole('textbox', { name: words.say('trusted-name') }).fill('Ivy Whitfield');
  await email.fill('ivy at example.org');
  await page.getByRole('button', { name: words.say('trusted-save') }).click();
  await expectProblem(page, words, 'email-shape', email);
  await email.fill('ivy@example.org');
  await page.getByRole('button', { name: words.say('trusted-save') }).click();
  await expect(page).toHaveURL(/\/you\/security$/);
  await expect(page.getByRole('main')).toContainText(words.say('trusted-is', { name: 'Ivy Whitfield' }));
  await expect(page.getByRole('main')).toContainText(words.say('event-trusted-set'));
  await page.getByRole('link', { name: words.say('trusted-change') }).click();
  await page.getByRole('button', { name: words.say('trusted-remove') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('trusted-nobody'));
});

test('two presses stop everything, and a night passes before it ends', async ({ page, words, codes, elsewhere }) => {
  const other = await elsewhere('anna');
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('5', accounts.whitfields.anna);
  await paying.somebody({ name: 'Maya Okafor', number: accounts.maya.everyday });
  await paying.goOn();
  const approve = page.url();

  await page.getByRole('contentinfo').getByRole('link', { name: words.say('freeze-open') }).click();
  await page.getByRole('main').getByRole('button', { name: words.say('freeze-everything-now') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('frozen-title'));
  await other.goto('/accounts');
  await expect(other).toHaveURL(/\/sign-in\?next=/);

  // What was begun is not asked for a code in vain: it waits.
  await page.goto(approve);
  await expect(page).toHaveURL(approve.replace(/approve$/, 'review'));
  await expect(page.getByRole('main')).toContainText(words.say('frozen-title'));
  await expect(page.getByRole('link', { name: words.say('review-go-on') })).toHaveCount(0);
  await page.getByRole('link', { name: words.say('review-keep') }).click();
  await expect(page.getByRole('heading', { name: words.say('draft-title') })).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: words.say('frozen-see') }).click();
  const code = page.getByRole('textbox', { name: words.say('approve-code') });
  await code.fill(codes.wrong(personOf('anna').secret));
  await page.getByRole('button', { name: words.say('thaw-ask') }).click();
  await expectProblem(page, words, 'code-refused', code);
  await code.fill(await codes.next(personOf('anna').secret));
  await page.getByRole('button', { name: words.say('thaw-ask') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('frozen-ends-title'));
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText(words.say('frozen-title'));
  await page.goto('/freeze');
  await page.getByRole('button', { name: words.say('frozen-keep') }).click();
  await expect(page.getByRole('button', { name: words.say('thaw-ask') })).toBeVisible();
});
