// The checker: one address on this machine, to which the bank sends a link to a page, and which answers with what a real
// browser has found wrong with it. BANYAN_CHECKER says where to listen, BANYAN_CHECKER_KEY who may ask.

import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { browser } from './browser.mjs';
import { look, picture } from './look.mjs';

const [host, port] = (process.env['BANYAN_CHECKER'] ?? '127.0.0.1:3010').split(':');
const key = process.env['BANYAN_CHECKER_KEY'] ?? '';
/** The longest question, in bytes. */
const LONGEST = 4096;

if (key.length < 32) {
  console.error('BANYAN_CHECKER_KEY needs at least 32 characters, the same as the bank has.');
  process.exit(1);
}

/** What can be asked: what is wrong with a page, and what it looks like. */
const QUESTIONS = { '/check': look, '/picture': picture };

const may = (request) => {
  const [given, wanted] = [request.headers.authorization ?? '', `Bearer ${key}`].map((text) => Buffer.from(text));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/** One after the other: a machine that serves a bank has better things to do than to run many browsers. */
let before = Promise.resolve();

async function answer(request, response) {
  const say = (status, body) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), connection: 'close' });
    response.end(text);
  };
  const asked = request.method === 'POST' && QUESTIONS[request.url];
  if (!asked) return say(404, { wrong: 'there is nothing here' });
  if (!may(request)) return say(403, { wrong: 'the key is another' });
  let body = '';
  for await (const piece of request) {
    body += piece;
    if (body.length > LONGEST) return say(413, { wrong: 'that is too long' });
  }
  try {
    const { address, page } = JSON.parse(body);
    const looking = before.then(async () => {
      const window = await browser();
      try {
        return await asked(window, address, page);
      } finally {
        await window.close();
      }
    });
    before = looking.catch(() => undefined);
    say(200, await looking);
  } catch (error) {
    console.error(`a page could not be looked at: ${error instanceof Error ? error.message.split('\n')[0] : 'no reason'}`);
    say(502, { wrong: 'the page could not be looked at' });
  }
}

// It is there for the bank that was started beside it, and goes with it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 2000).unref();

createServer(answer).listen(Number(port), host, () => console.log(`the checker listens on ${host}:${port}`));
