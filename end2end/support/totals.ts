// What the run came to, in one line for each project, and what failed: the last lines of a log are the ones people see.

import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

interface Count {
  passed: number;
  failed: number;
  again: number;
  skipped: number;
  seconds: number;
}

/** The colours of a terminal. */
const colours = /\u001b\[[0-9;]*m/g;

class Totals implements Reporter {
  private readonly counts = new Map<string, Count>();
  private readonly failures: string[] = [];
  private readonly started = Date.now();

  onTestEnd(test: TestCase, result: TestResult): void {
    const project = test.parent.project()?.name ?? '';
    const count = this.counts.get(project) ?? { passed: 0, failed: 0, again: 0, skipped: 0, seconds: 0 };
    count.seconds += result.duration / 1000;
    if (result.status === 'passed') count.passed += 1;
    else if (result.status === 'skipped') count.skipped += 1;
    else {
      if (result.retry < test.retries) count.again += 1;
      else count.failed += 1;
      this.failures.push(`  ${project} › ${test.title} (look ${result.retry + 1}): ${said(result)}`);
    }
    this.counts.set(project, count);
  }

  onEnd(): void {
    const all = { passed: 0, failed: 0, skipped: 0 };
    for (const [project, count] of [...this.counts].sort()) {
      all.passed += count.passed;
      all.failed += count.failed;
      all.skipped += count.skipped;
      const { passed, failed, again, skipped, seconds } = count;
      console.log(
        `${project.padEnd(22)} ${passed} passed, ${failed} failed, ${again} looked at again, ` +
          `${skipped} skipped, ${seconds.toFixed(0)} s of work`,
      );
    }
    const minutes = ((Date.now() - this.started) / 60_000).toFixed(1);
    console.log(`end2end: ${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped in ${minutes} min`);
    for (const line of this.failures) console.log(line);
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Why a test failed, in one line. */
function said(result: TestResult): string {
  const message = result.errors.map((error) => error.message ?? '').join(' | ');
  return message.replaceAll(colours, '').replaceAll(/\s+/g, ' ').slice(0, 400);
}

export default Totals;
