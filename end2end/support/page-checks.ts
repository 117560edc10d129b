// What is measured inside a page. Each function runs in the browser: it can use nothing outside itself.

/** Things to press whose box is smaller than `least` pixels either way. */
export function smallTargets(least: number): string[] {
  const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]';
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}> "${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}"`;
  const ratherHidden = (box: DOMRect) => box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom <= 0;

  // WCAG 2.5.8 exempts a link inside a sentence: its line decides its height.
  const inSentence = (element: Element) => {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
    const block = element.parentElement?.closest('p, li, dd, td, h1, h2, h3, div, legend, figcaption');
    if (!block) return false;
    const links = [...block.querySelectorAll('a')].map((link) => link.textContent ?? '').join('');
    return (block.textContent ?? '').replace(/\s/g, '').length > links.replace(/\s/g, '').length;
  };

  // The label of a radio button or a checkbox is pressed as much as the button itself.
  const boxOf = (element: Element) => {
    const boxes = [element.getBoundingClientRect()];
    if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) {
      boxes.push(...[...(element.labels ?? [])].map((label) => label.getBoundingClientRect()));
    }
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  };

  return [...document.querySelectorAll('header, main, footer')]
    .flatMap((part) => [...part.querySelectorAll(pressed)])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inSentence(element))
    .map((element) => ({ element, box: boxOf(element) }))
    .filter(({ box }) => !ratherHidden(box) && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ element, box }) => `${name(element)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
}

/** Elements that stick out of the page to the side, if the page can be pushed sideways at all. */
export function sideways(): string[] {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const width = page.clientWidth;
  const kept = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (getComputedStyle(element).overflowX !== 'visible' || kept(element.parentElement));
  const wide = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !kept(element.parentElement))
    .map((element) => {
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${words}"`;
    });
  return [`the page is ${page.scrollWidth} wide in a window of ${width}`, ...wide.slice(0, 6)];
}

/** Text cut off where a reader has set wider spacing (WCAG 1.4.12). Its sheet stays until the page goes. */
export function clipped(): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
      'p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const cut = [...document.querySelectorAll('header *, main *, footer *')].filter((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What is typed into a field moves within it.
    if (box.width <= 1 || box.height <= 1 || element.closest('svg, select, input, textarea')) return false;
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  });
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return cut.slice(0, 6).map((element) => `"${(element.textContent ?? '').trim().slice(0, 40)}" is cut off`);
}

/** What sticks out to the side where somebody has made the text of their browser twice as large (WCAG 1.4.4). */
export function textAt200(): string[] {
  const page = document.documentElement;
  // Every size on the page is a multiple of the one of its root.
  page.style.fontSize = `${2 * parseFloat(getComputedStyle(page).fontSize)}px`;
  const width = page.clientWidth;
  const wide = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .map((element) => `<${element.tagName.toLowerCase()}> "${(element.textContent ?? '').trim().slice(0, 40)}"`);
  const found = page.scrollWidth > width ? [`the page is ${page.scrollWidth} wide of ${width}`, ...wide.slice(0, 6)] : [];
  page.style.fontSize = '';
  return found;
}

/** Unfolds everything that is folded away. */
export function unfold(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    details.open = true;
    details.dataset['folded'] = 'yes';
  }
}

/** Folds it away again. */
export function foldAgain(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-folded]')) {
    details.open = false;
    delete details.dataset['folded'];
  }
}

/** Pictures that cannot be told from what is behind them. */
export function lostIcons(): string[] {
  return [...document.querySelectorAll('svg')]
    .filter((icon) => icon.checkVisibility({ visibilityProperty: true }))
    .filter((icon) => {
      let ground: Element | null = icon;
      while (ground !== null && /, 0\)$|^transparent$/.test(getComputedStyle(ground).backgroundColor)) {
        ground = ground.parentElement;
      }
      const behind = ground === null ? 'rgb(255, 255, 255)' : getComputedStyle(ground).backgroundColor;
      const drawn = [icon, ...icon.querySelectorAll('*')].flatMap((part) => {
        const { stroke, fill } = getComputedStyle(part);
        return [stroke, fill].filter((colour) => colour !== 'none');
      });
      return drawn.length > 0 && drawn.every((colour) => colour === behind);
    })
    .map((icon) => `a picture in "${(icon.parentElement?.textContent ?? '').trim().slice(0, 40)}" cannot be seen`);
}
