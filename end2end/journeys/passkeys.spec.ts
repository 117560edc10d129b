// Passkeys: made, used to sign in and to pay, two of them, and taken away again.

import type { Page } from '@playwright/test';
import { Authenticator } from '../support/passkeys.ts';
import { Paying, expectProblem } from '../support/paying.ts';
import { accounts, person as personOf, type Who } from '../support/people.ts';
import { turnTo as turn } from '../support/reading.ts';
import { signIn } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';
import type { Codes } from '../support/codes.ts';
import type { Words } from '../support/words.ts';

test.use({ apart: 'passkeys' });

test.skip(({ scripts }) => !scripts, 'a passkey needs a script; without one its forms are not there');

const NEW = '/you/security/confirm/add-passkey';

/** Adds a passkey from the page about security on. */
async function addPasskey(page: Page, words: Words, codes: Codes, who: Who, name: string): Promise<void> {
  await page.goto('/you/security');
  await page.getByRole('main').getByRole('link', { name: words.say('passkeys-add') }).click();
  await page.getByRole('textbox', { name: words.say('approve-code') }).fill(await codes.next(personOf(who).secret));
  await page.getByRole('main').getByRole('button', { name: words.say('continue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('passkey-create-title'));
  await page.getByRole('textbox', { name: words.say('passkey-name') }).fill(name);
  await page.getByRole('button', { name: words.say('passkey-create') }).click();
  await expect(page).toHaveURL(/\/you\/security$/);
  await expect(page.getByRole('link', { name })).toBeVisible();
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words.say('sign-out') }).click();
}

test('made once, it signs in beside the name field and by its button, and is gone when removed', async ({
  page, words, size, codes,
}) => {
  const daniel = personOf('daniel');
  const authenticator = await Authenticator.on(page, { synced: true });
  await signIn(page, { person: daniel, words, size, codes });
  await addPasskey(page, words, codes, 'daniel', 'My phone');
  expect(await authenticator.count()).toBe(1);
  await expect(page.getByRole('main')).toContainText(words.say('passkey-synced'));

  // The browser offers it beside the name field, and here it is taken at once.
  await signOut(page, words);
  await expect(page).toHaveURL(/\/$/);
  await turn(page, words, size);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Daniel');

  // Nobody takes the offer, and where something did not fit none is made; the button asks.
  await authenticator.presses(false);
  await signOut(page, words);
  await page.getByRole('button', { name: words.say('sign-in-continue') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await authenticator.presses(true);
  await page.getByRole('button', { name: words.say('sign-in-passkey') }).click();
  await expect(page).toHaveURL(/\/$/);

  await page.goto('/you/security');
  await page.getByRole('link', { name: 'My phone' }).click();
  await expect(page.getByRole('main')).toContainText(words.part('passkey-used', {}));
  const name = page.getByRole('textbox', { name: words.say('passkey-name') });
  await name.fill('');
  await page.getByRole('button', { name: words.say('passkey-rename'), exact: true }).click();
  await expectProblem(page, words, 'passkey-name', name);
  await name.fill('Old phone');
  await page.getByRole('button', { name: words.say('passkey-rename'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Old phone');
  await page.getByRole('button', { name: words.say('passkey-remove-with') }).click();
  await expect(page).toHaveURL(/\/you\/security$/);
  await expect(page.getByRole('main')).toContainText(words.say('passkeys-none'));

  // What was removed fits no more, and a sentence says so.
  await signOut(page, words);
  await expectProblem(page, words, 'passkey-refused');
  await expect(page.getByRole('textbox', { name: words.say('sign-in-username') })).toBeVisible();
});

test('two of them, and the same device only once', async ({ page, words, size, codes }) => {
  const amelia = personOf('amelia');
  const phone = await Authenticator.on(page);
  await signIn(page, { person: amelia, words, size, codes });
  await addPasskey(page, words, codes, 'amelia', 'Phone');
  await expect(page.getByRole('main')).toContainText(words.say('passkey-single'));

  // From now on the passkey approves as well.
  await page.goto(NEW);
  await page.getByRole('button', { name: words.say('step-up-passkey') }).click();
  const create = page.getByRole('button', { name: words.say('passkey-create') });
  await create.click();
  await expect(page.getByRole('main')).toContainText(words.say('error-passkey-known'));

  await phone.remove();
  await Authenticator.on(page);
  await page.getByRole('textbox', { name: words.say('passkey-name') }).fill('Key on my ring');
  await create.click();
  await expect(page).toHaveURL(/\/you\/security$/);
  await expect(page.getByRole('link', { name: 'Phone' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Key on my ring' })).toBeVisible();
});

test('a device that does not know its owner signs nobody in', async ({ page, words, turnTo }) => {
  const authenticator = await Authenticator.on(page);
  await authenticator.knows(false);
  await turnTo(page);
  await page.getByRole('button', { name: words.say('sign-in-passkey') }).click();
  await expect(page.getByRole('main')).toContainText(words.say('passkey-cancelled'));
  await expect(page).toHaveURL(/\/sign-in/);
});

test('what is approved with a passkey is what was shown, and nothing else', async ({ page, words, size, codes }) => {
  const tom = personOf('tom');
  await Authenticator.on(page);
  await signIn(page, { person: tom, words, size, codes });
  const paying = new Paying(page, words);
  const maya = { name: 'Maya Okafor', number: accounts.maya.everyday };
  await paying.begin();
  await paying.amount('1', accounts.whitfields.tom);
  await paying.somebody(maya);
  await paying.goOn();
  await paying.approve(tom, codes);
  await paying.receipt();
  await addPasskey(page, words, codes, 'tom', 'Phone');

  // Nobody new is paid for half a day; whoever was paid before is.
  await paying.begin();
  await paying.amount('12.30', accounts.whitfields.tom);
  await paying.somebody({ name: 'Daniel Reyes', number: accounts.daniel.everyday });
  await paying.at('review');
  await expect(page.getByRole('main')).toContainText(words.say('review-held-title'));
  await expect(page.getByRole('link', { name: words.say('review-go-on') })).toHaveCount(0);
  await paying.begin();
  await paying.amount('12.30', accounts.whitfields.tom);
  await paying.somebody(maya);
  await paying.goOn();
  const approve = page.url();

  // In another tab the amount becomes another; the page that shows the old one approves nothing.
  const tab = await page.context().newPage();
  await tab.goto(approve.replace('/approve', '/amount'));
  const other = new Paying(tab, words);
  await other.amount('112.30');
  await other.at('review');
  await tab.close();
  await page.getByRole('button', { name: words.say('approve-passkey') }).click();
  await expectProblem(page, words, 'approval-expired');
  await expect(page.getByRole('main')).toContainText('112.30');

  await page.getByRole('button', { name: words.say('approve-passkey') }).click();
  await paying.receipt();
  await expect(page.getByRole('main')).toContainText('112.30');
});

test('an answer that is none gets a sentence and a fresh start', async ({ page, words, turnTo }) => {
  await turnTo(page);
  const forms = ['', '{', '{"id":"AA","rawId":"AA","type":"public-key","response":{},"extensions":{}}', '[1,2,3]'];
  for (const answer of forms) {
    await page.evaluate((text) => {
      const form = document.querySelector<HTMLFormElement>('form[data-passkey]')!;
      form.querySelector<HTMLInputElement>('[name=passkey]')!.value = text;
      form.submit();
    }, answer);
    await expect(page.getByRole('alert')).toContainText(/./);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
  await expect(page.getByRole('textbox', { name: words.say('sign-in-username') })).toBeVisible();
});
