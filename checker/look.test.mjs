// Pages that no layout can make, each wrong in its own way: the checker has to see it. And one that is right.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { browser } from './browser.mjs';
import { look, picture, VIEWS } from './look.mjs';

const GOOD = {
  head: '<title>Home</title><style>body{font:1rem sans-serif;color:#111;background:#fff}button{min-height:44px;min-width:44px}</style>',
  body: '<header><p>Banyan</p></header><main><h1>Home</h1><p class="amount">£1,234.50</p><button>Pay someone</button></main>',
};
const written = ({ head, body }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;
const styled = (style) => ({ ...GOOD, head: `${GOOD.head}<style>${style}</style>` });
const changed = (from, to) => ({ ...GOOD, body: GOOD.body.replace(from, to) });

/** Each page, and the rule that it breaks. */
const BAD = {
  'the balance is left out': ['balance-hidden', changed('£1,234.50', 'Soon')],
  'the balance is hidden': ['balance-hidden', styled('.amount{visibility:hidden}')],
  'the balance cannot be seen through': ['balance-hidden', styled('.amount{opacity:0}')],
  'the balance is below the fold': ['balance-hidden', styled('.amount{margin-top:2000px}')],
  'contrast is too low': ['color-contrast', styled('.amount{color:#ccc}')],
  'the page is wider than a telephone': ['overflow', styled('main{min-width:900px}')],
  'a button is too small': ['target-size', styled('button{min-height:0;min-width:0;height:12px;padding:0;font-size:8px}')],
  'there is no heading': ['one-heading', changed('<h1>Home</h1>', '<p>Home</p>')],
  'there are two headings': ['one-heading', changed('</main>', '<h1>Again</h1></main>')],
  'the main action is gone': ['no-action', changed('<button>Pay someone</button>', '')],
  'contrast is too low in the dark alone': ['color-contrast', styled('@media (prefers-color-scheme:dark){body{background:#111;color:#333}}')],
  'contrast is too low where more is asked for': ['color-contrast', styled('@media (prefers-contrast:more){.amount{color:#ccc}}')],
  'the balance is gone in the colours of the system': ['balance-hidden', styled('@media (forced-colors:active){.amount{visibility:hidden}}')],
  'colours are kept from the system': [
    'forced-colors',
    styled('@media (forced-colors:active){.amount{forced-color-adjust:none;color:#ccc;background:#fff}}'),
  ],
  'the balance needs a script': ['balance-hidden', changed('£1,234.50', '<script>document.currentScript.replaceWith("£1,234.50")</script>')],
  'only a script makes room': ['overflow', changed('</main>', '<noscript><div style="width:1500px;height:1px"></div></noscript></main>')],
  'a picture has no words': ['image-alt', changed('</main>', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="40" height="40"></main>')],
};

let server, window, address;
let seen = 0;
before(async () => {
  server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://here').pathname.slice(1));
    const page = ['good', 'nameless', 'two'].includes(name) ? GOOD : BAD[name]?.[1];
    const hash = { good: '0a', nameless: '' }[name] ?? (name === 'two' ? `0${seen++ % 2}` : '0b');
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html', ...(hash ? { 'x-layout-sha256': hash } : {}) });
    response.end(page ? written(page) : '');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${server.address().port}`;
  window = await browser();
});
after(async () => {
  await window.close();
  server.close();
});

test('a page that is right is found to be so, in every view', async () => {
  const { pictures, ...found } = await look(window, `${address}/good`, 'home');
  assert.deepEqual(found, { views: VIEWS.length, sha256: '0a', findings: [] });
  assert.deepEqual(pictures.map((one) => one.window), ['narrow', 'wide']);
});

test('a picture is small, of a width of its own, and taken also of what is wrong', async () => {
  const bad = `${address}/${encodeURIComponent('contrast is too low')}`;
  const { sha256, pictures } = await picture(window, bad);
  assert.equal(sha256, '0b');
  for (const [{ image }, [width, height]] of pictures.map((one, at) => [one, [[160, 400], [320, 200]][at]])) {
    const tab = await window.newPage();
    const size = await tab.evaluate(async (source) => {
      const image = Object.assign(new Image(), { src: source });
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, `data:image/webp;base64,${image}`);
    await tab.close();
    assert.deepEqual(size, [width, height]);
    assert.ok(image.length < 48 * 1024, `${image.length} bytes`);
  }
});

test('whichever two ways of reading somebody chooses, they were looked at together', () => {
  const names = Object.keys(VIEWS[0]);
  const all = (name) => [...new Set(VIEWS.map((view) => view[name]))];
  for (const [at, one] of names.entries()) {
    for (const other of names.slice(at + 1)) {
      for (const [first, second] of all(one).flatMap((first) => all(other).map((second) => [first, second]))) {
        const met = VIEWS.some((view) => view[one] === first && view[other] === second);
        assert.ok(met, `nobody looks with ${one} ${first} and ${other} ${second}`);
      }
    }
  }
});

test('what is only wrong in the dark is said to be so', async () => {
  const { findings } = await look(window, `${address}/${encodeURIComponent('contrast is too low in the dark alone')}`, 'home');
  assert.ok(findings.every(({ place }) => place.includes('dark')), JSON.stringify(findings));
});

for (const [name, [rule]] of Object.entries(BAD)) {
  test(`it is seen that ${name}`, async () => {
    const { findings } = await look(window, `${address}/${encodeURIComponent(name)}`, 'home');
    const rules = new Set(findings.map((finding) => finding.rule));
    assert.ok(rules.has(rule), `${rule} was not found, but ${[...rules].join(', ') || 'nothing'}`);
    assert.ok(findings.every(({ place, what }) => place && what));
  });
}

for (const name of ['nameless', 'two']) {
  test(`a page that is not one and the same is no page: ${name}`, async () => {
    await assert.rejects(look(window, `${address}/${name}`, 'home'), /one and the same/);
  });
}

test('a page that does not answer is no good page', async () => {
  await assert.rejects(look(window, `${address}/nothing`, 'home'), /answered 404/);
});
