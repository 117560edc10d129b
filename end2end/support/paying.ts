// The steps of a payment, as a person takes them.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Bank } from './bank.ts';
import type { Codes } from './codes.ts';
import type { Person } from './people.ts';
import type { Words } from './words.ts';

export class Paying {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** Opens "Pay" and begins; in the bank of the worker, or in this one. */
  async begin(kind: 'other' | 'own' = 'other', bank?: Bank): Promise<void> {
    await this.page.goto(`${bank?.address ?? ''}/pay`);
    await this.press(kind === 'other' ? 'pay-someone' : 'pay-between');
    await expect(this.page).toHaveURL(/\/pay\/[^/]+\/amount$/);
  }

  /** The first step. `from` is the number of the account to pay from; without it, what is chosen stays. */
  async amount(amount: string, from?: string): Promise<void> {
    if (from !== undefined) await this.page.getByRole('radio', { name: from }).check();
    await this.amountField().fill(amount);
    await this.press('continue');
  }

  /** Chooses the days: `every` is how often, `day` the first. */
  async days(every: 'once' | 'week' | 'month', day: string): Promise<void> {
    await this.page.getByRole('radio', { name: this.words.say(`when-${every}`) }).check();
    await this.page.getByLabel(this.words.say('when-day')).fill(day);
    await this.press('continue');
  }

  /** The second step, to somebody else. */
  async somebody(payee: { name: string; number: string; reference?: string }): Promise<void> {
    const other = this.page.getByRole('radio', { name: this.words.say('payee-kind-other') });
    if ((await other.count()) > 0) await other.check();
    await this.field('payee-name').fill(payee.name);
    await this.field('payee-number').fill(payee.number);
    await this.field('payee-reference').fill(payee.reference ?? '');
    await this.press('continue');
  }

  /** Both steps of a payment to somebody at another bank, from "Pay" on. */
  async elsewhere(amount: string, from: string, payee: { name: string; iban: string }): Promise<void> {
    await this.page.goto('/pay');
    await this.press('pay-elsewhere');
    await this.amount(amount, from);
    await this.field('payee-name').fill(payee.name);
    await this.field('payee-iban').fill(payee.iban);
    await this.press('continue');
  }

  /** The second step, to an account of one's own. */
  async myself(number: string): Promise<void> {
    const own = this.page.getByRole('radio', { name: this.words.say('payee-kind-own') });
    if ((await own.count()) > 0) await own.check();
    await this.page.getByRole('radio', { name: number }).check();
    await this.press('continue');
  }

  /** From the review to the question for the code. */
  async goOn(): Promise<void> {
    await this.page.getByRole('link', { name: this.words.say('review-go-on') }).click();
    await expect(this.page).toHaveURL(/\/approve$/);
  }

  /** The last step, for a payment, a move between own accounts, or what is planned. */
  async approve(person: Person, codes: Codes, kind: 'other' | 'own' | 'planned' = 'other'): Promise<void> {
    await this.field('approve-code').fill(await codes.next(person.secret));
    const press = { other: 'approve-pay', own: 'approve-pay-own', planned: 'approve-planned' };
    await this.press(press[kind]);
  }

  /** Expects the receipt, and says its address. */
  async receipt(kind: 'other' | 'own' = 'other'): Promise<string> {
    await expect(this.page).toHaveURL(/\/payments\/[^/]+$/);
    const title = this.words.say(kind === 'other' ? 'receipt-title' : 'receipt-title-own');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title);
    return this.page.url();
  }

  /** Expects this page, of the payment under way. */
  async at(step: 'amount' | 'when' | 'payee' | 'purpose' | 'review' | 'approve'): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/pay/[^/]+/${step}$`));
  }

  /** The field for the amount: its label names the currency where there is only one. */
  amountField(): Locator {
    return this.page.locator('#amount');
  }

  field(key: string): Locator {
    return this.page.getByRole('textbox', { name: this.words.say(key) });
  }

  async press(key: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: this.words.say(key) }).first().click();
  }
}

/** Expects the summary of what is wrong to name this error, to have the focus, and to stand beside its field too. */
export async function expectProblem(page: Page, words: Words, code: string, field?: Locator): Promise<void> {
  await expectSentence(page, words, words.part(`error-${code}`), field);
}

/** As `expectProblem`, of a sentence that says more than its code does. */
export async function expectSentence(page: Page, words: Words, sentence: RegExp, field?: Locator): Promise<void> {
  const summary = page.getByRole('alert');
  await expect(summary).toContainText(sentence);
  await expect(summary.getByRole('heading')).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${words.say('errors-label').trim()}`));
  if (field) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(sentence);
  }
}
