// IBM Equal Access: a second opinion, by other rules than axe's.

import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The rules that are kept to: IBM's own, which hold more than WCAG, and those of WCAG 2.2. */
const POLICIES = ['IBM_Accessibility', 'WCAG_2_2'];

const engine = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

interface Result {
  ruleId: string;
  /** What the rule is (`VIOLATION`, `RECOMMENDATION`), and what came of it (`PASS`, `FAIL`, `POTENTIAL`, `MANUAL`). */
  value: [string, string];
  message: string;
  snippet: string;
}

/** Every violation that its rules are sure of. */
export async function equalAccess(page: Page): Promise<string[]> {
  // Put in by the browser's own hand, which the page's policy does not bind; it asks nothing of the network.
  await page.evaluate(`${engine}; globalThis.ace = ace`);
  const results = await page.evaluate(async (policies) => {
    const { ace } = globalThis as unknown as {
      ace: { Checker: new () => { check(node: Document, policies: string[]): Promise<{ results: Result[] }> } };
    };
    const { results } = await new ace.Checker().check(document, policies);
    return results.filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL');
  }, POLICIES);
  return results.map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`);
}
