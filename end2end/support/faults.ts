// A close look at a page: everything a program can see of what makes it easy or hard to use.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { clipped, focusFaults, sideways, smallTargets } from './page-checks.ts';

export type Size = 'standard' | 'large';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const LEAST: Record<Size, number> = { standard: 48, large: 60 };

/** Everything wrong with the page as it stands, in sentences. The window has its first size again afterwards. */
export async function faults(page: Page, size: Size): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const found = await axe(page);
  found.push(...(await page.evaluate(smallTargets, LEAST[size])).map((it) => `target below ${LEAST[size]} px: ${it}`));
  found.push(...(await page.evaluate(clipped)).map((it) => `with wide spacing: ${it}`));
  await page.keyboard.press('Tab');
  found.push(...(await page.evaluate(focusFaults)));
  await page.setViewportSize({ width: 320, height: 800 });
  found.push(...(await page.evaluate(sideways)).map((it) => `at 320 px: ${it}`));
  found.push(
    ...(await page.evaluate(smallTargets, LEAST[size])).map((it) => `at 320 px, target below ${LEAST[size]} px: ${it}`),
  );
  await page.setViewportSize(before);
  return found;
}

/** Text that does not stand out enough in the colours shown now. */
export async function contrast(page: Page): Promise<string[]> {
  return sentences(
    await new AxeBuilder({ page })
      .withRules(['color-contrast', 'color-contrast-enhanced'])
      .setLegacyMode(true)
      .analyze(),
  );
}

async function axe(page: Page): Promise<string[]> {
  return sentences(
    await new AxeBuilder({ page })
      .options({ runOnly: RULES, rules: { 'color-contrast-enhanced': { enabled: true } }, resultTypes: ['violations'] })
      // One page is enough: there are no frames.
      .setLegacyMode(true)
      .analyze(),
  );
}

function sentences({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map((node) => {
      const reason = [...node.any, ...node.all, ...node.none][0]?.message ?? '';
      return `axe ${id}: ${help}. ${node.html.slice(0, 160)} (${reason})`;
    }),
  );
}
