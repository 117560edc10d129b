// Two people for a payment: one prepares it, another sees everything and approves it, or says why not.

import { expectProblem, Paying } from '../support/paying.ts';
import { accounts, person as personOf } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ who: 'amelia', apart: 'business' });

const payee = { name: 'Maya Okafor', number: accounts.maya.everyday, reference: 'Saturday' };

test('who works for the bakery prepares a payment, and its owner approves it', async ({
  page,
  words,
  codes,
  elsewhere,
}) => {
  const main = page.getByRole('main');
  const paying = new Paying(page, words);
  // She lets Tom prepare payments.
  await page.goto('/accounts');
  await main.getByRole('link', { name: accounts.amelia.bakery }).click();
  await main.getByRole('link', { name: words.say('act-title') }).click();
  await main.getByRole('link', { name: words.say('act-invite') }).click();
  await paying.press('continue');
  await expectProblem(page, words, 'mandate-name', paying.field('look-name'));
  await paying.field('look-name').fill('Tom Whitfield');
  await paying.field('look-number').fill(accounts.whitfields.tom);
  await page.getByRole('radio', { name: words.say('act-role-prepare'), exact: false }).first().check();
  await page.locator('#most').fill('200');
  await paying.press('continue');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('act-check-title'));
  await expect(main).toContainText(accounts.whitfields.tom);
  const code = page.getByRole('textbox', { name: words.say('approve-code') });
  await code.fill(codes.wrong(personOf('amelia').secret));
  await paying.press('act-approve');
  await expectProblem(page, words, 'code-refused', code);
  await code.fill(await codes.next(personOf('amelia').secret));
  await paying.press('act-approve');
  await expect(main).toContainText('Tom Whitfield');

  // He accepts, as himself, and finds the account among those he can pay from.
  const other = await elsewhere('tom');
  const theirs = other.getByRole('main');
  const his = new Paying(other, words);
  await other.goto('/accounts');
  await theirs.getByRole('link', { name: words.say('business-open') }).click();
  await his.press('looking-accept');
  await his.begin();
  await his.amount('20', accounts.amelia.bakery);
  await his.somebody(payee);
  await expect(theirs).toContainText(words.say('review-second-title'));
  await his.goOn();
  await his.approve(personOf('tom'), codes, 'planned');
  await expect(other).toHaveURL(/\/business\/[^/]+$/);
  await expect(theirs).toContainText(words.say('second-yours'));
  await expect(theirs.getByRole('textbox', { name: words.say('approve-code') })).toHaveCount(0);

  // She sees all of it, and it leaves when she has said yes, once.
  await page.goto('/business');
  await main.getByRole('link', { name: /Tom Whitfield/ }).click();
  for (const fact of [payee.name, payee.number, payee.reference, 'Tom Whitfield', words.say('second-name-match')]) {
    await expect(main).toContainText(fact);
  }
  await code.fill(await codes.next(personOf('amelia').secret));
  await paying.press('second-approve');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('second-title-paid'));
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('second-title-paid'));
});

test('what the owner pays herself takes another from a thousand pounds on, who may say why not', async ({
  page,
  words,
  codes,
  elsewhere,
}) => {
  const paying = new Paying(page, words);
  await paying.begin();
  await paying.amount('1000', accounts.amelia.bakery);
  await paying.somebody(payee);
  const purpose = page.getByRole('radio', { name: words.say('purpose-family') });
  if ((await purpose.count()) > 0) {
    await purpose.check();
    await paying.press('continue');
  }
  await paying.goOn();
  await paying.approve(personOf('amelia'), codes, 'planned');
  await expect(page.getByRole('main')).toContainText(words.say('second-yours'));

  const other = await elsewhere('anna');
  const hers = new Paying(other, words);
  await other.goto(new URL(page.url()).pathname);
  await other.getByText(words.say('second-refuse-title'), { exact: true }).click();
  await hers.press('second-refuse');
  await expectProblem(other, words, 'refusal-missing', hers.field('second-why'));
  await hers.field('second-why').fill('Please ask for the bill first.');
  await hers.press('second-refuse');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('second-title-refused'));
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Please ask for the bill first.');
});
