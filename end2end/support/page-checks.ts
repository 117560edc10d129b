// What is measured inside a page. Each function runs in the browser: it can use nothing outside itself.

/** Things to press in the header and the main part whose box is smaller than `least` pixels either way. */
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

  return [...document.querySelectorAll('header, main')]
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
    if (box.width <= 1 || box.height <= 1 || element.closest('svg') || element.closest('select')) return false;
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  });
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return cut.slice(0, 6).map((element) => `"${(element.textContent ?? '').trim().slice(0, 40)}" is cut off`);
}

/**
 * Gives everything that can be tabbed to the focus, in turn, and says where it does not show or something lies over
 * it. The last key pressed must have been one of the keyboard's, or browsers show no focus at all.
 */
export function focusFaults(): string[] {
  const reached =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const draws = (element: Element | null | undefined) => {
    if (!element) return false;
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  };
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(reached)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus();
    if (document.activeElement !== element) continue;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const box = element.getBoundingClientRect();
    const above = document.elementFromPoint(
      Math.min(Math.max(box.left + Math.min(box.width, innerWidth) / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
    );
    const same = [element, ...labels].some((own) => own.contains(above)) || above?.contains(element);
    const words = (element.textContent || element.getAttribute('name') || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const name = `<${element.tagName.toLowerCase()}> "${words}"`;
    if (!draws(element) && !labels.some(draws)) faults.push(`focus does not show on ${name}`);
    if (!same) faults.push(`focus is covered on ${name}`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(0, 0);
  return [...new Set(faults)];
}
