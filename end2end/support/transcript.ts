// What somebody hears who has the page read to them: its tree of roles and names, kept as a file and compared with it
// the next time. What a bank's days bring (amounts, dates, payees, ids) is left out, so that it differs only when the
// page does.

import type { Page } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { golden } from './places.ts';

/** Whether what is heard now is kept as what shall be heard from now on. */
const updating = process.env['BANYAN_TRANSCRIPTS'] === 'update';
/** What stands for something that a bank's days bring. */
const ANY = '…';

/** Compares the page with the file called `name`; says where they part. The page is not fit for use afterwards. */
export async function compare(page: Page, name: string): Promise<string[]> {
  const file = path.join(golden, `${name}.yml`);
  await page.evaluate(leaveOutTheDays, ANY);
  const heard = withoutValues(await page.locator('body').ariaSnapshot()) + '\n';
  if (updating) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, heard);
    return [];
  }
  if (!existsSync(file)) return [`there is no transcript of it yet: \`make transcripts\` writes ${path.basename(file)}`];
  const [now, kept] = [heard.split('\n'), readFileSync(file, 'utf8').split('\n')];
  const at = kept.findIndex((line, index) => line !== now[index]);
  const from = at === -1 ? kept.length : at;
  if (heard === kept.join('\n')) return [];
  return [`line ${from + 1} of its transcript was "${kept[from]?.trim()}" and is "${now[from]?.trim()}"`];
}

/** A transcript without what differs from day to day and from bank to bank. */
function withoutValues(text: string): string {
  const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
  const month =
    '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
  return text
    .replace(new RegExp(`(?:${weekday} )?\\d{1,2} ${month}(?: \\d{4})?`, 'g'), 'DAY')
    .replace(new RegExp(`${month} \\d{4}`, 'g'), 'MONTH')
    .replace(/(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:星期.)?/g, 'DAY')
    .replace(/\d{4}年\d{1,2}月/g, 'MONTH')
    // Until the evening somebody can be called today; and what is set aside is set aside for somebody else each day.
    .replace(/(?:Today|Tomorrow), DAY/g, 'DAY')
    .replace(/(set aside for ).+/g, `$1${ANY}`)
    .replace(/Good (?:morning|afternoon|evening)/g, 'Good day')
    .replace(/早上好|上午好|中午好|下午好|晚上好/g, '你好')
    .replace(/(\/|%2F|=|-)0[0-9a-hjkmnp-tv-z]{12}(?![0-9a-z])/g, '$1ID')
    // The key in the address of what was asked for is drawn anew each time.
    .replace(/[0-9a-f]{32}/g, 'KEY')
    // What a model is called follows from what it has learnt.
    .replace(/\b(?=[0-9]*[a-f])[0-9a-f]{16}\b/g, 'KEY')
    .replace(/\b[0-9a-z]{4} [0-9a-z]{4} [0-9a-z]{4} [0-9a-z]\b/g, 'NUMBER')
    // The level of a heading is its own.
    .replace(/\[level=\d\]|\d+(?:[.,: ]\d+)*/g, (found) => (found.startsWith('[') ? found : '#'));
}

/**
 * Runs in the page. Of several things of one kind that speak of money, as the lines of a history, the first stays, and
 * without its words; of the days above them the first as well.
 */
function leaveOutTheDays(any: string): void {
  const money = /[£€¥$]\s?[\d,.]+/;
  const isLine = (element: Element | null | undefined): boolean => element?.tagName === 'LI' && money.test(element.textContent ?? '');
  for (const list of document.querySelectorAll('main ul')) {
    const [first, ...others] = [...list.children].filter(isLine);
    if (first === undefined || list.querySelector('input, button') !== null) continue;
    for (const other of others) other.remove();
    const texts = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.textContent?.trim()) texts.currentNode.textContent = any;
    for (const link of first.querySelectorAll('a')) link.setAttribute('href', any);
    const heading = list.previousElementSibling;
    if (heading?.tagName !== 'H3') continue;
    heading.textContent = any;
    while (list.nextElementSibling !== null) list.nextElementSibling.remove();
  }
  for (const body of document.querySelectorAll('main tbody')) {
    const [, ...others] = [...body.children].filter((row) => money.test(row.textContent ?? ''));
    for (const other of others) other.remove();
  }
  // Which years and months there are statements of, and what the first line of one is, the days bring as well.
  for (const list of document.querySelectorAll('main .tabs + .card .papers, main .tabs:has(~ .card .papers)')) {
    for (const other of [...list.children].slice(1)) other.remove();
  }
  for (const cell of document.querySelectorAll('main .statement tbody :is(th, td)')) cell.textContent = any;
  // Whether an answer is late depends on when somebody looks.
  for (const late of document.querySelectorAll('main :is(.rows, [data-chat-part]) strong.tag.danger')) late.remove();
  // Whether somebody was told something lately, what was done before decides.
  for (const news of document.querySelectorAll('main .news')) news.remove();
  // What happened to an account differs with what was done before; keys and codes are new each time.
  for (const event of document.querySelectorAll('main li:has(> div > span > small)')) {
    if (event.previousElementSibling === null) event.textContent = any;
    else event.remove();
  }
  for (const secret of document.querySelectorAll('main code.code-text')) secret.textContent = any;
  for (const line of document.querySelectorAll('main p + p')) {
    const before = line.previousElementSibling;
    if (money.test(line.textContent ?? '') && money.test(before?.textContent ?? '') && line.className === before?.className) {
      line.remove();
    }
  }
}
