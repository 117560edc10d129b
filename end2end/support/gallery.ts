// Every page a journey passes through is shown once more on a page of our own, where it can be turned, narrowed and
// tabbed through without disturbing the journey: measured, checked, and kept as a picture and as HTML.

import type { BrowserContext, Page, Response } from '@playwright/test';
import { FileSystemConfigLoader, HtmlValidate, cjsResolver } from 'html-validate';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contrast, faults, type Size } from './faults.ts';
import { html as htmlFolder, root, screens, seen } from './places.ts';
import { faceOf } from './routes.ts';
import type { Language } from './words.ts';

/** A page as the server sent it, or as a person had it before them. */
export interface View {
  address: string;
  status: number;
  headers: Record<string, string>;
  html: string;
  /** Whether the HTML is what the server sent, rather than what a browser made of it. */
  sent: boolean;
}

/** What a gallery must know of the project. */
export interface Way {
  project: string;
  language: Language;
  size: Size;
  scripts: boolean;
}

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 900 };

export class Gallery {
  private readonly page: Page;
  private readonly way: Way;
  private readonly validator = new HtmlValidate(new FileSystemConfigLoader([cjsResolver()]));

  constructor(page: Page, way: Way) {
    this.page = page;
    this.way = way;
  }

  /** Everything wrong with this view; nothing where this face of it has been looked at already. */
  async examine(view: View, state?: string): Promise<string[]> {
    const face = [faceOf(view), state].filter(Boolean).join('.');
    if (!this.isOurs(view) || !this.first(face)) return [];
    await this.hang(view);
    this.keep(`${face}.png`, await this.page.screenshot({ fullPage: true }));
    const found = await faults(this.page, this.way.size);
    // HTML is as it was sent whether or not scripts run, and colours are the same: once for each pair is enough.
    if (this.way.scripts) found.push(...(await this.otherWays(face)));
    else if (view.sent) found.push(...(await this.validate(view, face)));
    return found.map((fault) => `${face}: ${fault}`);
  }

  /** Whether it is read as this project reads: before the switches are pressed it is another project's. */
  private isOurs({ html }: View): boolean {
    return html.includes(`<html lang="${this.way.language}`) && html.includes(`data-text="${this.way.size}"`);
  }

  /** Whether nobody in this project has looked at this face before. */
  private first(face: string): boolean {
    try {
      mkdirSync(path.join(seen, this.way.project), { recursive: true });
      writeFileSync(path.join(seen, this.way.project, face), '', { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }

  private async hang(view: View): Promise<void> {
    const { 'set-cookie': _cookie, 'content-encoding': _encoding, 'content-length': _length, ...headers } = view.headers;
    const live = this.way.scripts && view.sent;
    const body = live ? view.html : withoutScripts(view.html);
    await this.page.route(view.address, (route) => route.fulfill({ status: view.status, headers, body }), { times: 1 });
    // Islands are fetched when the page has been painted.
    const islands = live && view.html.includes('<leptos-island');
    await this.page.goto(view.address, { waitUntil: islands ? 'networkidle' : 'load' });
  }

  private async validate(view: View, face: string): Promise<string[]> {
    const file = path.join(htmlFolder, this.way.project, `${face}.html`);
    mkdirSync(path.dirname(file), { recursive: true });
    // Leptos marks empty places with the shortest comment that browsers know; it is none by the letter of HTML.
    const html = view.html.replaceAll('<!>', '<!---->');
    writeFileSync(file, html);
    // Read under a name at the top of the project, so that its .htmlvalidate.json holds.
    const report = await this.validator.validateString(html, path.join(root, `${face}.html`));
    return report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, selector }) => `html ${ruleId}: ${message} (line ${line}, ${selector})`),
    );
  }

  /** In the dark, and on a narrow window. */
  private async otherWays(face: string): Promise<string[]> {
    await this.paint('dark');
    const found = (await contrast(this.page)).map((fault) => `in the dark: ${fault}`);
    this.keep(`${face}.dark.png`, await this.page.screenshot());
    await this.paint('light');
    await this.page.setViewportSize(NARROW);
    this.keep(`${face}.320.png`, await this.page.screenshot({ fullPage: true }));
    await this.page.setViewportSize(WIDE);
    return found;
  }

  /** Changes the colours, and waits for those that are on their way: half-way they are nobody's choice. */
  private async paint(colorScheme: 'dark' | 'light'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  }

  private keep(name: string, picture: Buffer): void {
    const file = path.join(screens, this.way.project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, picture);
  }
}

/** Notes every page that arrives in `context`, as it was sent. */
export function collect(context: BrowserContext): Promise<View | undefined>[] {
  const views: Promise<View | undefined>[] = [];
  context.on('response', (response) => {
    if (isPage(response)) views.push(viewOf(response));
  });
  return views;
}

function isPage(response: Response): boolean {
  const html = (response.headers()['content-type'] ?? '').startsWith('text/html');
  // What a test makes up stands elsewhere.
  const ours = new URL(response.url()).hostname === 'localhost';
  return ours && html && response.request().isNavigationRequest() && !(response.status() >= 300 && response.status() < 400);
}

async function viewOf(response: Response): Promise<View | undefined> {
  try {
    const [html, headers] = [await response.text(), response.headers()];
    return { address: response.url(), status: response.status(), headers, html, sent: true };
  } catch {
    // The browser had already left it.
    return undefined;
  }
}

/** A page as it is read with scripts off: none is there, and what is meant for that case shows. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<\/?noscript[^>]*>/g, '');
}
