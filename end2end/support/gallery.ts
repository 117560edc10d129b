// Every page is shown once more on a page of our own, where it can be turned, narrowed and tabbed through without
// disturbing anybody: measured, checked, and kept as a picture and as HTML.

import type { BrowserContext, Page, Response } from '@playwright/test';
import { FileSystemConfigLoader, HtmlValidate, cjsResolver } from 'html-validate';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { axe, contrast, faults, inForcedColours, type Fault, type Size } from './faults.ts';
import { found as foundFolder, html as htmlFolder, pictures, root, screens, seen } from './places.ts';
import { faceOf } from './routes.ts';
import { compare } from './transcript.ts';
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

/** How a project reads. */
export interface Way {
  language: Language;
  size: Size;
}

/** What a page was looked at for, and what was found: one file for each. */
export interface Finding {
  face: string;
  way: string;
  /** Whether scripts ran. */
  scripts: boolean;
  faults: Fault[];
  took_ms: number;
}

/** What a visit knows of its page besides the page. */
export interface Circumstances {
  /** The name of the state it is in, where it is not simply as it was sent. */
  state?: string;
  /** Whether it is the same at every run, so that what is heard of it can be compared. */
  transcript?: boolean;
}

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 900 };
/**
 * The ways that are looked at for everything: each language and each size of text is one of them. Colours, the way of the
 * focus and what IBM Equal Access knows are the same in the others, where what depends on both is looked at: whether
 * everything fits, what is large enough to press, and every other rule.
 */
const CLOSELY = ['en-standard', 'zh-large'];
/** The way that stands for all where the system or the reader asks for other colours altogether. */
const SAMPLE = 'en-standard';
/** The states that have colours and parts of their own, and the parts that everything is made of. */
const OF_THEIR_OWN = /^design-|\.(problems|close|sure|answered)$/;
/** The way of which a transcript is kept: roles and order are the same in the others. */
const HEARD = ['en-standard'];

export class Gallery {
  private readonly page: Page;
  private readonly way: Way;
  private readonly name: string;
  private readonly closely: boolean;
  /** What this visit is the first to look at. */
  private marks: string[] = [];
  /** What scripts have made of the face that is looked at, where it is looked at by this visit. */
  private made: string | undefined;
  private readonly validator = new HtmlValidate(new FileSystemConfigLoader([cjsResolver()]));

  constructor(page: Page, way: Way) {
    this.page = page;
    this.way = way;
    this.name = `${way.language}-${way.size}`;
    this.closely = CLOSELY.includes(this.name);
  }

  /**
   * Everything wrong with this view; nothing where this face of it has been looked at already. The server sends the
   * same page whether scripts run or not, so a page with nothing on it for a script is looked at once for both.
   */
  async examine(view: View, { state, transcript = false }: Circumstances = {}): Promise<string[]> {
    const face = faceOf(view, state);
    if (!this.isOurs(view)) return [];
    const found: Fault[] = [];
    this.marks = [];
    this.made = undefined;
    if (this.first(face)) found.push(...(await this.look(view, face, view.sent)));
    if (view.sent && isForScripts(view) && this.first(`${face}.none`)) found.push(...(await this.look(view, face, false)));
    if (transcript && HEARD.includes(this.name) && this.first(`${face}.heard`)) found.push(...(await this.listen(view, face)));
    return this.told(face, found);
  }

  /**
   * What axe finds on a page that somebody passes on a journey; nothing where this face of it has been seen already.
   * Every page and state is looked at closely by its recipe, so that journeys need not do it again.
   */
  async glance(view: View): Promise<string[]> {
    const face = faceOf(view);
    this.marks = [];
    if (!this.isOurs(view) || this.hasSeen(face) || !this.first(`${face}.passed`)) return [];
    const started = Date.now();
    await this.hang(view, view.sent);
    await this.picture(face);
    const found = await axe(this.page, this.closely);
    this.note(`${face}.passed`, { face, way: this.name, scripts: true, faults: found, took_ms: Date.now() - started });
    return this.told(face, found);
  }

  /** In sentences. What something was found on is looked at again by whoever comes there next: a test run once more. */
  private told(face: string, found: Fault[]): string[] {
    if (found.length > 0) for (const mark of this.marks) rmSync(path.join(seen, this.name, mark), { force: true });
    return found.map(({ check, said }) => `${face}: ${check}: ${said}`);
  }

  /** Whether it is read as this project reads: before the switches are pressed it is another project's. */
  private isOurs({ html }: View): boolean {
    return html.includes(`<html lang="${this.way.language}`) && html.includes(`data-text="${this.way.size}"`);
  }

  private hasSeen(face: string): boolean {
    return existsSync(path.join(seen, this.name, face));
  }

  /** Whether nobody who reads this way has done this before. */
  private first(what: string): boolean {
    try {
      mkdirSync(path.join(seen, this.name), { recursive: true });
      writeFileSync(path.join(seen, this.name, what), '', { flag: 'wx' });
      this.marks.push(what);
      return true;
    } catch {
      return false;
    }
  }

  private async look(view: View, face: string, scripts: boolean): Promise<Fault[]> {
    const started = Date.now();
    await this.hang(view, scripts);
    const mark = scripts || !view.sent ? '' : '.none';
    const made = await this.page.evaluate(parts);
    const same = mark !== '' && made === this.made;
    this.made = made;
    // Where scripts have shown, hidden and added nothing it is the same page: what was found on it once holds for both.
    if (same) return [];
    await this.picture(`${face}${mark}`);
    // Colours do not depend on scripts, and most states have the colours and the parts of their page.
    const own = this.closely && mark === '' && (!face.includes('.') || OF_THEIR_OWN.test(face));
    const found = await faults(this.page, { size: this.way.size, closely: this.closely, own });
    if (scripts) found.push(...(await this.validate(view, face)));
    if (own) found.push(...(await this.otherColours(face)));
    if (pictures && mark === '') await this.narrow(face);
    const finding = { face, way: this.name, scripts, faults: found, took_ms: Date.now() - started };
    this.note(`${face}${mark}`, finding);
    return found;
  }

  /** What is heard of it, compared with what was heard before. */
  private async listen(view: View, face: string): Promise<Fault[]> {
    const started = Date.now();
    await this.hang(view, view.sent);
    const said = await compare(this.page, path.join(this.name, face));
    const faults = said.map((sentence): Fault => ({ check: 'transcript', said: sentence }));
    this.note(`${face}.heard`, { face: `${face}.heard`, way: this.name, scripts: true, faults, took_ms: Date.now() - started });
    return faults;
  }

  private async hang(view: View, live: boolean): Promise<void> {
    const { 'set-cookie': _cookie, 'content-encoding': _encoding, 'content-length': _length, ...headers } = view.headers;
    const body = live ? view.html : withoutScripts(view.html);
    await this.page.route(view.address, (route) => route.fulfill({ status: view.status, headers, body }), { times: 1 });
    await this.page.goto(view.address);
    // Islands are fetched when the page has been painted.
    const alive = () => performance.getEntriesByName('banyan-alive').length > 0;
    if (live && view.html.includes('banyan-alive')) await this.page.waitForFunction(alive);
  }

  private async validate(view: View, face: string): Promise<Fault[]> {
    const file = path.join(htmlFolder, this.name, `${face}.html`);
    mkdirSync(path.dirname(file), { recursive: true });
    // Leptos marks empty places with the shortest comment that browsers know; it is none by the letter of HTML.
    const html = view.html.replaceAll('<!>', '<!---->');
    writeFileSync(file, html);
    // Read under a name at the top of the project, so that its .htmlvalidate.json holds.
    const report = await this.validator.validateString(html, path.join(root, `${face}.html`));
    return report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, selector }): Fault => ({
          check: 'html',
          said: `${ruleId}: ${message} (line ${line}, ${selector})`,
        }),
      ),
    );
  }

  /** In the dark, with more contrast, in the colours of the system. */
  private async otherColours(face: string): Promise<Fault[]> {
    const found: Fault[] = [];
    const also = (where: string, faults: Fault[]) =>
      found.push(...faults.map(({ check, said }) => ({ check, said: `${where}: ${said}` })));
    await this.paint({ colorScheme: 'dark' });
    also('in the dark', await contrast(this.page));
    await this.picture(`${face}.dark`);
    await this.paint({ colorScheme: 'light' });
    if (this.name === SAMPLE) {
      await this.paint({ contrast: 'more' });
      also('with more contrast', await contrast(this.page));
      await this.paint({ contrast: 'no-preference', forcedColors: 'active' });
      also('in forced colours', await inForcedColours(this.page));
      await this.picture(`${face}.forced`);
      await this.paint({ forcedColors: 'none' });
    }
    return found;
  }

  /** Changes the colours, and ends what is on its way to them: half-way they are nobody's choice. */
  private async paint(colours: Parameters<Page['emulateMedia']>[0]): Promise<void> {
    await this.page.emulateMedia(colours);
    await this.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  }

  /** A picture of it in a narrow window. */
  private async narrow(face: string): Promise<void> {
    await this.page.setViewportSize(NARROW);
    await this.picture(`${face}.320`);
    await this.page.setViewportSize(WIDE);
  }

  private async picture(name: string): Promise<void> {
    if (!pictures) return;
    const file = path.join(screens, this.name, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, fullPage: true });
  }

  private note(name: string, finding: Finding): void {
    const file = path.join(foundFolder, this.name, `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(finding));
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

/** Whether an answer of the bank is a page that a browser went to. */
export function isPage(response: Response): boolean {
  const html = (response.headers()['content-type'] ?? '').startsWith('text/html');
  // What a test makes up stands elsewhere.
  const ours = new URL(response.url()).hostname === 'localhost';
  return ours && html && response.request().isNavigationRequest() && !(response.status() >= 300 && response.status() < 400);
}

/** A page as the server sent it. */
export async function viewOf(response: Response): Promise<View | undefined> {
  try {
    const [html, headers] = [await response.text(), response.headers()];
    return { address: response.url(), status: response.status(), headers, html, sent: true };
  } catch {
    // The browser had already left it.
    return undefined;
  }
}

/** A page as somebody has it before them. */
export async function touched(page: Page): Promise<View> {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  // A place within the page is never asked for, and would not be the page that is looked at.
  return { address: page.url().replace(/#.*$/, ''), status: 200, headers, html: await page.content(), sent: false };
}

/** Runs in the page: everything that can be seen, heard or pressed, without the scripts that brought it about. */
function parts(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const behind of page.querySelectorAll('script, link')) behind.remove();
  const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  page.normalize();
  return page.outerHTML;
}

/** Whether a page is another with scripts than without. What keeps drafts shows nothing where there is none. */
function isForScripts({ html }: View): boolean {
  return /<leptos-island\b|<noscript\b/.test(html);
}

/** A page as it is read with scripts off: none is there, and what is meant for that case shows. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<\/?noscript[^>]*>/g, '');
}
