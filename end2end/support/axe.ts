// axe, put into a page and asked there: once for each page, however often it is asked.

import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every violation of these rules, in a sentence each. */
export async function violations(page: Page, options: RunOptions): Promise<string[]> {
  // Put in by the browser's own hand, which the page's policy does not bind; it asks nothing of the network.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(engine);
  return page.evaluate(
    async (options) => {
      // A colour on its way to another is no colour that anybody chose.
      const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options);
      return found.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ any, all, none, html }) => {
          const reason = [...any, ...all, ...none][0]?.message ?? '';
          return `${id}: ${help}. ${html.slice(0, 160)} (${reason})`;
        }),
      );
    },
    // One page is enough: there are no frames.
    { ...options, resultTypes: ['violations'], iframes: false } satisfies RunOptions,
  );
}
