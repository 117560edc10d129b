// Where things are.

import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** The folder that starts a bank with nothing else beside it: program, settings, site. */
export const dist = path.resolve(root, process.env['BANYAN_DIST'] ?? 'target/dist/banyan');

/** What the tests leave behind, for people to look at. Git ignores it. */
export const artefacts = path.join(root, 'end2end/artefacts');

/** Whether a picture of every page is taken for people to look at: a quarter of the time that a look takes. */
export const pictures = process.env['BANYAN_PICTURES'] !== undefined;

/** The pictures, by project and route. */
export const screens = path.join(artefacts, 'screens');

/** Every page as the server sent it, for html-validate. */
export const html = path.join(artefacts, 'html');

/** What the browser showed when a test failed. */
export const failures = path.join(artefacts, 'failures');

/** What was found wrong, one file for each page that was looked at. */
export const found = path.join(artefacts, 'found');

/** The figures of the run, as JSON lines. */
export const figures = path.join(artefacts, 'figures.jsonl');

/** What is heard of every page, to be compared with. Git keeps it. */
export const golden = path.join(root, 'end2end/golden');

/** One empty file for each page that was looked at, so that no worker looks at it again. */
export const seen = path.join(artefacts, 'seen');

/** The bank that every worker's bank is a copy of. */
export const template = path.join(artefacts, 'template');
