// What the run came to, in one line for each project.

import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

class Totals implements Reporter {
  private readonly counts = new Map<string, { passed: number; failed: number; skipped: number; seconds: number }>();
  private readonly started = Date.now();

  onTestEnd(test: TestCase, result: TestResult): void {
    const project = test.parent.project()?.name ?? '';
    const count = this.counts.get(project) ?? { passed: 0, failed: 0, skipped: 0, seconds: 0 };
    if (result.status === 'passed') count.passed += 1;
    else if (result.status === 'skipped') count.skipped += 1;
    else count.failed += 1;
    count.seconds += result.duration / 1000;
    this.counts.set(project, count);
  }

  onEnd(): void {
    const all = { passed: 0, failed: 0, skipped: 0 };
    for (const [project, count] of [...this.counts].sort()) {
      all.passed += count.passed;
      all.failed += count.failed;
      all.skipped += count.skipped;
      const { passed, failed, skipped, seconds } = count;
      console.log(`${project.padEnd(22)} ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds.toFixed(0)} s of work`);
    }
    const minutes = ((Date.now() - this.started) / 60_000).toFixed(1);
    console.log(`end2end: ${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped in ${minutes} min`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

export default Totals;
