// What the run came to, in figures: one JSON object a line, as every measurement of the bank is told.

import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checks } from './faults.ts';
import type { Finding } from './gallery.ts';
import { figures as figuresFile, found as foundFolder } from './places.ts';
import { pages } from './routes.ts';

/** A figure and what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal: string;
}

/** The ways in which every page is looked at: two languages, two sizes. */
const WAYS = 4;

/** Says a figure, and keeps it for who reads them all. */
export function say(figure: Figure): void {
  const line = JSON.stringify(figure);
  console.log(line);
  writeFileSync(figuresFile, `${line}\n`, { flag: 'a' });
}

class Figures implements Reporter {
  /** Of each journey, whether it was completed: without scripts, and with the keyboard alone. */
  private readonly none = new Map<string, boolean>();
  private readonly keyboard = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const project = test.parent.project()?.name ?? '';
    if (result.status === 'skipped') return;
    // A later look counts for more than the one before it.
    if (project.endsWith('-none')) this.none.set(test.id, result.status === 'passed');
    if (project === 'keyboard') this.keyboard.set(test.id, result.status === 'passed');
  }

  onEnd(): void {
    const findings = read();
    if (findings.length === 0) return;
    const looks = findings.filter(({ face }) => !face.endsWith('.heard'));
    const minutes = (findings.reduce((sum, { took_ms }) => sum + took_ms, 0) / 60_000).toFixed(1);
    console.log(`${looks.length} looks at ${new Set(looks.map(({ face }) => face)).size} faces of pages took ${minutes} min`);
    say({ name: 'a11y.pages', value: looks.length, unit: 'pages', goal: `>= ${pages().length * WAYS}` });
    for (const check of checks) {
      const faults = findings.flatMap((finding) => finding.faults).filter((fault) => fault.check === check);
      say({ name: `a11y.${check}`, value: faults.length, unit: 'faults', goal: '<= 0' });
    }
    const all = findings.reduce((sum, { faults }) => sum + faults.length, 0);
    say({ name: 'a11y.faults', value: all, unit: 'faults', goal: '<= 0' });
    completed('a11y.journeys_no_script_pct', this.none);
    completed('a11y.journeys_keyboard_pct', this.keyboard);
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** Says how many of these journeys were completed; nothing where none was begun. */
function completed(name: string, journeys: Map<string, boolean>): void {
  if (journeys.size === 0) return;
  const done = [...journeys.values()].filter(Boolean).length;
  say({ name, value: Math.floor((1000 * done) / journeys.size) / 10, unit: '%', goal: '>= 100' });
}

/** Everything that was found in this run. */
function read(): Finding[] {
  if (!existsSync(foundFolder)) return [];
  return readdirSync(foundFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(foundFolder, name), 'utf8')) as Finding);
}

export default Figures;
