// When something is not there, not allowed, not readable or not possible now: a page that helps.

import http from 'node:http';
import type { Page } from '@playwright/test';
import type { View } from '../support/gallery.ts';
import { Paying } from '../support/paying.ts';
import { accounts } from '../support/people.ts';
import { typePassword } from '../support/signing-in.ts';
import { expect, test } from '../support/test.ts';
import type { Words } from '../support/words.ts';

async function expectTrouble(page: Page, words: Words, kind: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say(`trouble-${kind}-title`));
  const main = page.getByRole('main');
  for (const part of ['happened', 'money', 'advice']) await expect(main).toContainText(words.say(`trouble-${kind}-${part}`));
}

test.describe('nobody signed in', () => {
  test('an address where there is nothing (404)', async ({ page, words, turnTo }) => {
    await turnTo(page);
    const answer = await page.goto('/accounts-of-everybody');
    expect(answer?.status()).toBe(404);
    await expectTrouble(page, words, 'not-found');
  });

  test('a post from another site is refused (403)', async ({ page, words, bank, turnTo }) => {
    await turnTo(page);
    // The same program under another name is another site to a browser.
    const elsewhere = bank.address.replace('localhost', '127.0.0.1');
    await page.route(`${elsewhere}/elsewhere`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${bank.address}/do/sign-out"><button>Win a prize</button></form>`,
      }),
    );
    await page.goto(`${elsewhere}/elsewhere`);
    const answered = page.waitForResponse((response) => response.url().endsWith('/do/sign-out'));
    await page.getByRole('button').click();
    expect((await answered).status()).toBe(403);
    await expectTrouble(page, words, 'forbidden');
  });

  test('a form that cannot be read (422)', async ({ page, words, language, bank, turnTo, lookAt }) => {
    await turnTo(page);
    const answer = await page.request.post('/do/sign-in', {
      headers: { origin: bank.address, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
      data: Buffer.from([0x75, 0x73, 0xff, 0xfe, 0x3d, 0x25, 0x5a]),
    });
    expect(answer.status()).toBe(422);
    const body = await answer.text();
    expect(body).toContain(words.say('trouble-unreadable-title'));
    await lookAt({ address: answer.url(), status: answer.status(), headers: answer.headers(), html: body, sent: true });
  });

  test('too many sign-ins from one address (429)', async ({ page, words, turnTo, anotherBank }) => {
    const strict = await anotherBank({ BANYAN_SIGN_INS_PER_MINUTE: '2' });
    await page.goto(`${strict.address}/sign-in`);
    await turnTo(page);
    for (let tries = 0; tries < 2; tries += 1) {
      const sent = { form: { username: '' }, headers: { origin: strict.address }, maxRedirects: 0 };
      expect((await page.request.post(`${strict.address}/do/sign-in`, sent)).status()).toBe(303);
    }
    await typePassword(page, words, '', '');
    await expectTrouble(page, words, 'too-many');
  });

  test('more work than can be done now (503)', async ({ page, words, language, bank, turnTo, lookAt }) => {
    await turnTo(page);
    // More passwords at once than the bank lets wait for their turn: checking one is dear on purpose.
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const form = 'username=nobody&password=nothing+in+particular';
    const reader = { cookie, 'accept-language': language };
    const answers = await bank.atOnce(() => Array.from({ length: 125 }, () => post(`${bank.address}/do/sign-in`, form, reader)));
    const away = answers.find(({ status }) => status === 503);
    expect(away, 'of so many sign-ins at once some are told to wait').toBeDefined();
    expect(Number(away!.headers['retry-after'])).toBeGreaterThan(0);
    expect(away!.html).toContain(words.say('trouble-away-title'));
    await lookAt(away!);
    // And once they are through, it answers again.
    expect((await page.goto('/sign-in'))?.status()).toBe(200);
  });
});

test.describe('somebody else', () => {
  test.use({ who: 'maya' });

  test('what is somebody else’s is not there (404)', async ({ page, words, elsewhere }) => {
    const theirs = await elsewhere('tom');
    await theirs.goto('/accounts');
    const account = await theirs.getByRole('main').getByRole('link', { name: accounts.whitfields.tom }).getAttribute('href');
    await theirs.goto(account!);
    const line = await theirs.locator('main a[href*="/transactions/"]').first().getAttribute('href');
    const paying = new Paying(theirs, words);
    await paying.begin();
    const draft = new URL(theirs.url()).pathname;

    const madeUp = ['/accounts/0000000000000', '/accounts/none', '/payments/0000000000001', '/pay/0000000000001/amount'];
    for (const address of [account!, line!, draft, ...madeUp]) {
      expect((await page.goto(address))?.status(), address).toBe(404);
      await expectTrouble(page, words, 'not-found');
    }
  });
});

/** Sends a form by itself, on a connection of its own. */
function post(address: string, form: string, reader: Record<string, string>): Promise<View> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(address).origin, ...reader };
    const request = http.request(address, { method: 'POST', headers, agent: false }, (answer) => {
      let html = '';
      answer.setEncoding('utf8').on('data', (text: string) => (html += text));
      answer.on('end', () => {
        const named = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
        resolve({ address, status: answer.statusCode ?? 0, headers: named, html, sent: true });
      });
    });
    request.on('error', reject);
    request.end(form);
  });
}
