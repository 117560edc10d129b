// Practice: play money on the bank's own pages, lessons that remember, and leaflets on paper.

import type { Locator, Page } from '@playwright/test';
import { number } from '../support/people.ts';
import { signIn } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';
import type { Words } from '../support/words.ts';

const CODE = '246 810';

/** The lesson's card on the overview. */
function card(page: Page, words: Words, lesson: string): Locator {
  return page.getByRole('main').locator('section', { has: page.getByRole('heading', { name: words.say(lesson) }) });
}

/** Begins a lesson from the overview, whether for the first time or again. */
async function begin(page: Page, words: Words, lesson: string): Promise<void> {
  await page.goto('/practice');
  const again = new RegExp(`^(${words.say('lesson-start')}|${words.say('lesson-again')})( .+)?$`);
  await card(page, words, lesson).getByRole('button', { name: again }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say(lesson));
}

/** Expects the page to say that it is practice, in its title too, and what to do now. */
async function expectPractice(page: Page, words: Words, task?: RegExp): Promise<void> {
  const band = page.getByRole('complementary', { name: words.say('practice-name') });
  await expect(band).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^(${words.say('errors-label').trim()}\\s*)?${words.say('practice-label').trim()}`));
  if (task) await expect(band).toContainText(task);
}

async function press(page: Page, words: Words, key: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: words.say(key), exact: true }).first().click();
}

test.describe('the first payment', () => {
  test.use({ who: 'maya' });

  test('is guided page by page, asks for no real code, and moves no real money', async ({ page, words }) => {
    await page.goto('/accounts');
    const real = await page.getByRole('main').innerText();

    await begin(page, words, 'lesson-payment');
    const main = page.getByRole('main');
    const bill = await main.getByRole('definition').allInnerTexts();
    const [shop, account] = bill.map((text) => text.trim());
    await page.getByRole('link', { name: words.say('payment-go') }).click();

    await expect(page).toHaveURL(/\/practice\/bank$/);
    await expectPractice(page, words, words.part('task-home'));
    await press(page, words, 'pay-someone');
    await expect(page).toHaveURL(/\/practice\/bank\/pay\/[^/]+\/amount$/);
    await expectPractice(page, words, words.part('task-amount'));
    await page.getByRole('radio', { name: words.say('town-everyday') }).check();
    await page.locator('#amount').fill('12.50');
    await press(page, words, 'continue');

    await expectPractice(page, words, words.part('task-payee'));
    const other = page.getByRole('radio', { name: words.say('payee-kind-other') });
    if ((await other.count()) > 0) await other.check();
    await page.getByRole('textbox', { name: words.say('payee-name') }).fill(shop!);
    await page.getByRole('textbox', { name: words.say('payee-number') }).fill(account!);
    await press(page, words, 'continue');

    await expectPractice(page, words, words.part('task-review'));
    await page.getByRole('link', { name: words.say('review-go-on') }).click();
    await expectPractice(page, words, words.part('task-approve'));
    await page.getByRole('textbox', { name: words.say('approve-code') }).fill(CODE);
    await press(page, words, 'approve-pay');

    await expect(page).toHaveURL(/\/practice\/bank\/payments\/[^/]+$/);
    await expectPractice(page, words, words.part('task-receipt'));
    // On paper too it says what it is.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(words.say('practice-band-bank'))).toBeVisible();
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('link', { name: words.say('practice-to-lessons') }).click();
    await expect(card(page, words, 'lesson-payment')).toContainText(words.part('lesson-finished'));
    await page.getByRole('link', { name: words.say('practice-leave') }).click();
    await expect(page).not.toHaveURL(/practice/);
    await page.goto('/accounts');
    expect(await page.getByRole('main').innerText()).toBe(real);
  });

  test('a number learnt in practice pays nobody for real', async ({ page, words }) => {
    await page.goto('/pay');
    await press(page, words, 'pay-someone');
    await page.getByRole('radio').first().check();
    await page.locator('#amount').fill('1');
    await press(page, words, 'continue');
    const other = page.getByRole('radio', { name: words.say('payee-kind-other') });
    if ((await other.count()) > 0) await other.check();
    await page.getByRole('textbox', { name: words.say('payee-name') }).fill(words.say('town-shop'));
    await page.getByRole('textbox', { name: words.say('payee-number') }).fill(number(9_000_011));
    await press(page, words, 'continue');
    await expect(page.getByRole('alert')).toContainText(words.say('error-payee-unknown'));
  });
});

test.describe('spotting a scam', () => {
  test.use({ who: 'chen' });

  test('every answer is explained, and what was done is remembered after signing out', async ({
    page,
    words,
    person,
    codes,
    size,
  }) => {
    await begin(page, words, 'lesson-scams');
    for (const [story, good, other] of [
      [1, 'b', 'a'],
      [2, 'c', 'b'],
    ] as const) {
      await expectPractice(page, words);
      await press(page, words, 'continue');
      await expect(page.getByRole('alert')).toContainText(words.say('error-choice-unknown'));
      await page.getByRole('radio', { name: words.say(`story-${story}-${other}`) }).check();
      await press(page, words, 'continue');
      await expect(page.getByRole('main')).toContainText(words.say(`story-${story}-other`));
      await page.getByRole('link', { name: words.say('answer-again') }).click();
      await page.getByRole('radio', { name: words.say(`story-${story}-${good}`) }).check();
      await press(page, words, 'continue');
      await expect(page.getByRole('main')).toContainText(words.say(`story-${story}-good`));
      await press(page, words, 'answer-go-on');
    }
    await page.getByRole('banner').getByRole('button', { name: words.say('sign-out') }).click();
    await signIn(page, { person, words, size, codes });
    await page.goto('/practice');
    const lesson = card(page, words, 'lesson-scams');
    await expect(lesson).toContainText(words.say('lesson-parts-done', { done: 2, of: 4 }));
    await lesson.getByRole('link', { name: words.part('lesson-go-on') }).click();
    for (const [story, good] of [
      [3, 'a'],
      [4, 'b'],
    ] as const) {
      await page.getByRole('radio', { name: words.say(`story-${story}-${good}`) }).check();
      await press(page, words, 'continue');
      await press(page, words, 'answer-go-on');
    }
    await expect(page.getByRole('main')).toContainText(words.say('lesson-well-done'));
  });
});

test.describe('the other lessons', () => {
  test.use({ who: 'li' });

  test('a pretend sign-in takes nothing real', async ({ page, words }) => {
    await begin(page, words, 'lesson-sign-in');
    await page.getByRole('radio', { name: words.say('address-b'), exact: true }).check();
    await press(page, words, 'continue');
    await press(page, words, 'answer-go-on');
    const name = page.getByRole('textbox', { name: words.say('pretend-name-label') });
    const word = page.getByRole('textbox', { name: words.say('pretend-word-label') });
    await name.fill('li');
    await word.fill('li-plants-in-march');
    await press(page, words, 'continue');
    await expect(page.getByRole('alert')).toContainText(words.say('error-pretend-word'));
    await expect(word).toHaveValue('');
    await name.fill(words.say('pretend-name'));
    await word.fill(words.say('pretend-word'));
    await press(page, words, 'continue');
    await page.getByRole('textbox', { name: words.say('pretend-code-label') }).fill(CODE);
    await press(page, words, 'sign-in-button');
    await expect(page.getByRole('main')).toContainText(words.say('lesson-well-done'));
  });

  test('everything is frozen in two presses, and opened again', async ({ page, words }) => {
    await begin(page, words, 'lesson-freeze');
    await page.getByRole('main').getByRole('link', { name: words.say('freeze-press') }).click();
    await press(page, words, 'freeze-now');
    const stranger = page.locator('section', { hasText: words.say('town-device-stranger') }).last();
    await stranger.getByRole('button').click();
    await page.getByRole('link', { name: words.say('freeze-look-go') }).click();
    await expectPractice(page, words, words.part('task-frozen'));
    await page.getByRole('main').getByRole('link', { name: words.say('town-everyday') }).click();
    await expect(page.getByRole('main')).toContainText(words.say('account-frozen-title'));
    await page.getByRole('link', { name: words.say('practice-to-lessons') }).click();
    await card(page, words, 'lesson-freeze').getByRole('link', { name: words.part('lesson-go-on') }).click();
    await press(page, words, 'freeze-look-done');
    await page.getByRole('textbox', { name: words.say('pretend-code-label') }).fill(CODE);
    await press(page, words, 'freeze-thaw');
    await expect(page.getByRole('main')).toContainText(words.say('lesson-well-done'));
  });

  test('each lesson prints as a leaflet, in large letters and without the counter', async ({ page, words }) => {
    for (const lesson of ['sign-in', 'payment', 'scams', 'freeze']) {
      await page.goto(`/practice/lessons/${lesson}/leaflet`);
      const steps = page.getByRole('main').getByRole('listitem');
      await expect(steps).toHaveCount(5);
      await page.emulateMedia({ media: 'print' });
      for (const [at, step] of (await steps.all()).entries()) {
        await expect(step).toBeVisible();
        await expect(step).toHaveText(words.say(`leaflet-${lesson}-${at + 1}`));
        const points = await step.evaluate((element) => (parseFloat(getComputedStyle(element).fontSize) * 72) / 96);
        expect(points).toBeGreaterThanOrEqual(18);
      }
      await expect(page.getByText(words.say('practice-band-lessons'))).toBeHidden();
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});
