// A close look at a page: everything a program can see of what makes it easy or hard to use.

import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { equalAccess } from './equal-access.ts';
import { tabThrough } from './focus.ts';
import { clipped, foldAgain, lostIcons, sideways, smallTargets, textAt200, unfold } from './page-checks.ts';

export type Size = 'standard' | 'large';

/** What is looked at; each is one of the figures of a run. */
export const checks = ['axe', 'equal_access', 'overflow', 'clipped', 'small_targets', 'focus_faults', 'html', 'transcript'] as const;
export type Check = (typeof checks)[number];

/** One thing that is wrong, in a sentence. */
export interface Fault {
  check: Check;
  said: string;
}

/** Every rule of axe: WCAG 2.2 to level AAA, best practice, those still on trial, and those it leaves out unless named. */
const EVERY_RULE = {
  runOnly: [
    'wcag2a',
    'wcag2aa',
    'wcag2aaa',
    'wcag21a',
    'wcag21aa',
    'wcag22a',
    'wcag22aa',
    'best-practice',
    'experimental',
  ],
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
    'identical-links-same-purpose': { enabled: true },
    'css-orientation-lock': { enabled: true },
  },
};
/** Those that depend on the colours. */
const COLOURS = ['color-contrast', 'color-contrast-enhanced'];
const OF_COLOURS = { runOnly: { type: 'rule' as const, values: COLOURS }, preload: false };
/** All the others. */
const BUT_COLOURS = {
  ...EVERY_RULE,
  rules: { ...EVERY_RULE.rules, ...Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) },
};
/** The smallest that something to press may be, in CSS pixels. */
const LEAST: Record<Size, number> = { standard: 48, large: 60 };
/** The smallest screen, and twice the size of text on an ordinary one. */
const NARROW = { width: 320, height: 800 };

/** How a page is looked at. */
export interface Look {
  size: Size;
  /** Whether the focus is followed, whose way does not depend on how one reads. */
  closely: boolean;
  /** Whether it has colours and parts of its own: for them, and by a second opinion. */
  own: boolean;
}

/** Everything wrong with the page as it stands. The window has its first size again afterwards. */
export async function faults(page: Page, { size, closely, own }: Look): Promise<Fault[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  // What is folded away is looked at as well, and then folded again.
  await page.evaluate(unfold);
  const found = await axe(page, own);
  if (own) found.push(...name('equal_access', await equalAccess(page)));
  await page.evaluate(foldAgain);
  const small = async (where: string) =>
    name('small_targets', await page.evaluate(smallTargets, LEAST[size]), `${where}below ${LEAST[size]} px: `);
  found.push(...(await small('')));
  found.push(...name('clipped', await page.evaluate(clipped), 'with wide spacing: '));
  if (closely) found.push(...name('focus_faults', await tabThrough(page)));
  found.push(...name('overflow', await page.evaluate(textAt200), 'with text at 200 %: '));
  await page.setViewportSize(NARROW);
  found.push(...name('overflow', await page.evaluate(sideways), 'at 320 px: '));
  found.push(...name('clipped', await page.evaluate(clipped), 'at 320 px with wide spacing: '));
  found.push(...(await small('at 320 px, ')));
  await page.setViewportSize(before);
  return found;
}

/** Text that does not stand out enough in the colours shown now. */
export async function contrast(page: Page): Promise<Fault[]> {
  return name('axe', await violations(page, OF_COLOURS));
}

/** What is lost where the system chooses the colours: pictures without which something cannot be recognised, focus. */
export async function inForcedColours(page: Page): Promise<Fault[]> {
  return [...name('axe', await page.evaluate(lostIcons)), ...name('focus_faults', await tabThrough(page))];
}

/** What axe finds, by all of its rules; where it has no `colours` of its own, by all but those of colours. */
export async function axe(page: Page, colours = true): Promise<Fault[]> {
  return name('axe', await violations(page, colours ? EVERY_RULE : BUT_COLOURS));
}

/** The same sentences, with what was looked at. */
function name(check: Check, said: string[], where = ''): Fault[] {
  return said.map((sentence) => ({ check, said: where + sentence }));
}
