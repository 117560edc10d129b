// The whole life of a layout: a designer writes it, a browser checks it, an administrator agrees, a customer sees it, and
// one press takes it away again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../support/bank.ts';
import { chromium } from '../support/browser.ts';
import { Codes } from '../support/codes.ts';
import { person } from '../support/people.ts';
import { signIn } from '../support/signing-in.ts';
import { atWork } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ scripts }) => !scripts, 'a passkey needs a script, and there is no other way in for staff');
test.use({ apart: 'studio' });

const KEY = 'a key for one test, of no other use than that';

test('written, checked, agreed to, shown and stopped', async ({ browser, words, size, turnTo, anotherBank }) => {
  test.slow();
  const checker = `127.0.0.1:${await freePort()}`;
  const settings = { BANYAN_CHECKER: checker, BANYAN_CHECKER_KEY: KEY.replaceAll(' ', '-'), BANYAN_EXPERIMENTS_KEY: KEY };
  const looking = spawn('node', ['checker/main.mjs'], {
    env: { ...process.env, ...settings, BANYAN_CHROMIUM: chromium() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(looking.stdout, 'data');
    const bank = await anotherBank(settings);
    const room = async () => {
      const context = await browser.newContext({ serviceWorkers: 'block', baseURL: bank.address });
      const page = await context.newPage();
      await turnTo(page);
      return page;
    };
    const [designer, other, customer] = [await room(), await room(), await room()];

    await atWork(designer, { words, bank }, 'dora');
    await designer.goto('/staff/design/new?page=home&from=coming-first&by=json');
    await designer.getByRole('textbox', { name: words.say('studio-name') }).fill('calendar-first');
    const body = designer.getByRole('textbox', { name: words.say('studio-body'), exact: true });
    const right = await body.inputValue();
    await body.fill(right.replace('"coming"', '"comming"'));
    await designer.getByRole('button', { name: words.say('studio-save') }).click();
    await expect(designer.getByRole('main')).toContainText('unknown variant `comming`');
    await expect(body).toHaveValue(/comming/);
    await body.fill(right);
    await designer.getByRole('button', { name: words.say('studio-save') }).click();
    await expect(designer).toHaveURL(/\/staff\/design\/versions\/[0-9a-z]{13}$/);
    const address = new URL(designer.url()).pathname;
    await designer.getByRole('button', { name: words.say('studio-submit-send'), exact: true }).click();

    await atWork(other, { words, bank }, 'wen');
    await expect(async () => {
      await other.goto(address);
      await expect(other.getByRole('main')).toContainText(words.say('stage-checked'), { timeout: 100 });
    }).toPass({ timeout: 120_000, intervals: [2_000] });
    await other.getByRole('textbox', { name: words.say('studio-remark'), exact: true }).fill('It reads well.');
    await other.getByRole('button', { name: words.say('studio-remark-send') }).click();
    await designer.goto(address);
    await expect(designer.getByRole('main')).toContainText('It reads well.');
    await expect(designer.getByRole('main')).toContainText(words.say('studio-approve-own'));
    await other.getByRole('button', { name: words.say('studio-approve-send'), exact: true }).click();
    await expect(other.getByRole('main')).toContainText(words.say('stage-approved'));
    await expect(other.getByRole('img', { name: words.say('studio-picture-wide', { name: 'calendar-first' }) })).toBeVisible();

    await designer.goto(address);
    await designer.getByRole('textbox', { name: words.say('studio-share') }).fill('50');
    await designer.getByRole('textbox', { name: words.say('studio-days') }).fill('14');
    await designer.getByRole('radio', { name: words.say('goal-finished') }).check();
    await designer.getByRole('button', { name: words.say('studio-launch-send'), exact: true }).click();
    await expect(designer.getByRole('main')).toContainText(words.say('stage-live'));
    await expect(designer.getByRole('main')).toContainText(words.say('studio-promote-own'));
    await other.goto(address);
    await other.getByRole('button', { name: words.say('studio-promote-send'), exact: true }).click();
    await expect(other.getByRole('main')).toContainText(words.say('studio-shown-all'));

    await signIn(customer, { person: person('daniel'), words, size, codes: new Codes() });
    const order = async () => {
      await customer.goto('/');
      const heads = await customer.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
      // In large text the page as it was has what is coming behind one press.
      const coming = heads.indexOf(words.say('coming-title'));
      return coming !== -1 && coming < heads.indexOf(words.say('latest-title'));
    };
    expect(await order()).toBe(true);

    await other.goto('/staff/design');
    await other.getByText(words.say('studio-halt-title')).click();
    await other.getByRole('radio', { name: words.say('reason-alarm') }).check();
    await other.getByRole('button', { name: words.say('studio-halt-button') }).click();
    await expect(other.getByRole('heading', { name: words.say('studio-halted-title') })).toBeVisible();
    expect(await order()).toBe(false);
    for (const page of [designer, other, customer]) await page.context().close();
  } finally {
    looking.kill();
  }
});
