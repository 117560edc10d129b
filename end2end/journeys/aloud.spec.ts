// Reading aloud, on a device whose voice writes down what it says.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

test.use({ who: 'daniel' });
// The buttons need a script, and are where people want them: in Large.
test.skip(({ size, scripts }) => size !== 'large' || !scripts, 'nothing is read aloud here');

/** What the voice has said so far. */
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

/** Gives the page a voice for each of these languages. */
async function voices(page: Page, tags: string[]): Promise<void> {
  await page.addInitScript((spoken) => {
    const told: string[] = [];
    let now: object | undefined;
    class Utterance extends EventTarget {
      onend: (() => void) | null = null;
      constructor(readonly text: string) {
        super();
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => spoken.map((lang) => ({ lang, name: lang })),
      cancel: () => (now = undefined),
      speak: (utterance: Utterance) => {
        told.push(utterance.text);
        now = utterance;
        setTimeout(() => now === utterance && utterance.onend?.(), 20);
      },
    });
    const give = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    give('said', told);
    give('speechSynthesis', synthesis);
    give('SpeechSynthesisUtterance', Utterance);
  }, tags);
}

test('a card is read in words, and never by itself', async ({ page, words }) => {
  await voices(page, ['en-GB', 'zh-CN']);
  await page.goto('/');
  const card = page.getByRole('main').locator('section.card').first();
  const read = card.getByRole('button', { name: words.say('read-card') });
  await expect(read).toBeVisible();
  expect(await said(page)).toEqual([]);
  await read.click();
  const pounds = words.language === 'zh' ? /英镑/ : /pounds/;
  await expect.poll(async () => (await said(page)).join(' ')).toMatch(pounds);
  // It ends by itself, and the button is as it was.
  await expect(read).toBeVisible();
  const all = (await said(page)).join(' ');
  expect(all).not.toMatch(/[£¥€]/);
  expect(all).toContain(words.say('home-can-spend'));
});

test('the whole page is read, waits and stops', async ({ page, words }) => {
  await voices(page, ['en-GB', 'zh-CN']);
  await page.goto('/');
  const tools = page.getByRole('banner');
  await tools.getByRole('button', { name: words.say('read-page') }).click();
  await tools.getByRole('button', { name: words.say('read-pause') }).click();
  const before = (await said(page)).length;
  expect(before).toBeGreaterThan(0);
  await page.waitForTimeout(200);
  expect((await said(page)).length).toBe(before);
  await tools.getByRole('button', { name: words.say('read-go-on') }).click();
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(before);
  const stop = tools.getByRole('button', { name: words.say('read-stop') });
  if (await stop.isVisible()) await stop.click();
  await expect(tools.getByRole('button', { name: words.say('read-page') })).toBeVisible();
  expect((await said(page))[0]).toContain('Daniel');
});

test('an account number is said digit by digit', async ({ page, words }) => {
  await voices(page, ['en-GB', 'zh-CN']);
  await page.goto('/accounts');
  await page.getByRole('main').locator('.accounts a').first().click();
  await page.getByRole('main').getByRole('button', { name: words.say('read-card') }).first().click();
  const digits = words.language === 'zh' ? /[零一二三四五六七八九]( [零一二三四五六七八九]){3}, / : /(\w+ ){3}\w+, (\w+ ){3}\w+$/m;
  await expect.poll(async () => (await said(page)).join('\n')).toMatch(digits);
});

test('without a voice for the language there is no button', async ({ page, words }) => {
  await voices(page, ['de-DE']);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('button', { name: words.say('read-page') })).toBeHidden();
});
