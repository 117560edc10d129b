// Once before everything: a demonstration bank to copy, and an empty folder for what the run leaves behind.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from './bank.ts';
import { peopleFile } from './people.ts';
import { artefacts, dist, template } from './places.ts';
import { routesFile } from './routes.ts';

export default function setUp(): void {
  const program = path.join(dist, 'banyan');
  if (!existsSync(program)) {
    throw new Error(`There is no bank at ${program}: \`make run\` builds one. BANYAN_DIST says where another is.`);
  }
  rmSync(artefacts, { recursive: true, force: true });
  mkdirSync(template, { recursive: true });
  const banyan = (...words: string[]) =>
    execFileSync(program, words, { cwd: dist, env: { ...process.env, ...environment(template) }, encoding: 'utf8' });
  banyan('migrate');
  banyan('demo');
  writeFileSync(routesFile, banyan('routes', '--json'));
  writeFileSync(peopleFile, banyan('demo', 'codes', '--json'));
}
