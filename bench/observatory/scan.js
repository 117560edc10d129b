// Prints what the MDN HTTP Observatory thinks of the site at a host and port, as one line of JSON.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The scanner wants the list of hosts that browsers know to be HTTPS only, which it would fetch from elsewhere. No host
// of a test is on it.
const known = createRequire(import.meta.url).resolve('@mdn/mdn-http-observatory');
writeFileSync(new URL('../conf/hsts-preload.json', `file://${known}`), '{}');

const { scan } = await import('@mdn/mdn-http-observatory');
const { scan: verdict, tests } = await scan(process.argv[2]);
const failed = Object.entries(tests).filter(([, test]) => !test.pass).map(([name, test]) => `${name}: ${test.result}`);
console.log(JSON.stringify({ grade: verdict.grade, score: verdict.score, failed }));
