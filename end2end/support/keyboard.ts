// The keyboard alone: what a journey presses, fills in and chooses is reached with Tab and done with keys, so that every
// journey is one for somebody without a mouse.

import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any page should take from one end to the other, twice. */
const MOST = 500;
/** How long a press may take to lead somewhere, in milliseconds. */
const LEADS_MS = 1_500;

type Prototype = Pick<Locator, 'click' | 'dblclick' | 'fill' | 'check' | 'selectOption'>;

/** What has the focus: something that leads on, a choice, a field, or anything else that is pressed. */
type Kind = 'leads' | 'choice' | 'field' | 'other';

let taken = false;

/** From here on this process has no mouse. */
export function takeTheMouse(page: Page): void {
  if (taken) return;
  taken = true;
  const locators = Object.getPrototypeOf(page.locator('html')) as Prototype;
  Object.assign(locators, { click, dblclick, fill, check, selectOption });
}

async function click(this: Locator): Promise<void> {
  const kind = await tabTo(this);
  // To press a field is to go to it.
  if (kind !== 'field') await pressed(this.page(), kind === 'choice' ? 'Space' : 'Enter', kind);
}

async function dblclick(this: Locator): Promise<void> {
  const kind = await tabTo(this);
  await this.page().keyboard.press('Enter');
  await pressed(this.page(), 'Enter', kind);
}

async function fill(this: Locator, value: string): Promise<void> {
  await tabTo(this);
  const keys = this.page().keyboard;
  if ((await this.getAttribute('type')) === 'date') return fillDay(this, value);
  await keys.press('ControlOrMeta+A');
  if (value === '') await keys.press('Delete');
  // What an input method types for somebody comes in one piece.
  else if (/[^\x20-\x7e]/.test(value)) await keys.insertText(value);
  else await keys.type(value);
}

/** Types a day into its parts, in whichever order this browser has them. */
async function fillDay(field: Locator, value: string): Promise<void> {
  const keys = field.page().keyboard;
  const [year, month, day] = value.split('-') as [string, string?, string?];
  const orders = value === '' ? [null] : [month! + day! + year, day! + month! + year, year + month! + day!];
  for (const order of orders) {
    await tabTo(field);
    for (const _ of 'ymd') {
      await keys.press('Backspace');
      await keys.press('ArrowRight');
    }
    for (const _ of 'ymd') await keys.press('ArrowLeft');
    if (order !== null) await keys.type(order);
    if ((await field.inputValue()) === value) return;
  }
  await expect(field).toHaveValue(value);
}

async function check(this: Locator): Promise<void> {
  await tabTo(this);
  const keys = this.page().keyboard;
  if (await this.isChecked()) return;
  await keys.press('Space');
  for (let turned = 0; turned < 20 && !(await this.isChecked()); turned += 1) await keys.press('ArrowDown');
  await expect(this).toBeChecked();
}

async function selectOption(this: Locator, wanted: string | { index: number }): Promise<string[]> {
  await tabTo(this);
  const value = typeof wanted === 'string' ? wanted : await valueAt(this, wanted.index);
  const keys = this.page().keyboard;
  await keys.press('Home');
  const most = await this.locator('option').count();
  for (let turned = 0; turned < most && (await this.inputValue()) !== value; turned += 1) await keys.press('ArrowDown');
  await expect(this).toHaveValue(value);
  return [value];
}

/** The value of a list's option at this place. */
function valueAt(list: Locator, index: number): Promise<string> {
  return list.evaluate((element, at) => (element as HTMLSelectElement).options[at]!.value, index);
}

/** Presses Tab until this has the focus, or of its group of radio buttons the one that can have it. What it is. */
async function tabTo(target: Locator): Promise<Kind> {
  await target.waitFor();
  const page = target.page();
  for (let presses = 0; presses < MOST; presses += 1) {
    const at = await target.evaluate((element) => {
      const own = element.closest('label')?.control ?? element.closest('a[href], button, summary, input, select, textarea') ?? element;
      const focus = document.activeElement;
      const isRadio = (it: Element | null): it is HTMLInputElement => it instanceof HTMLInputElement && it.type === 'radio';
      const inGroup = isRadio(own) && isRadio(focus) && own.name === focus.name && own.form === focus.form;
      if (own !== focus && !inGroup) return null;
      if (own instanceof HTMLAnchorElement || (own as HTMLButtonElement).type === 'submit') return 'leads';
      if (own instanceof HTMLInputElement && ['radio', 'checkbox'].includes(own.type)) return 'choice';
      return own.matches('input, textarea, select') ? 'field' : 'other';
    });
    if (at !== null) return at;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** Presses a key, and waits for where that leads. */
async function pressed(page: Page, key: string, kind: Kind): Promise<void> {
  const led = kind === 'leads' ? page.waitForEvent('framenavigated', { timeout: LEADS_MS }).catch(() => null) : null;
  await page.keyboard.press(key);
  await led;
}
