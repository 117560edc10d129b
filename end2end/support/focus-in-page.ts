// What `focus.ts` asks inside a page. Each function runs in the browser: it can use nothing outside itself.

/** Where the focus is. */
export interface Stop {
  /** The place of the element among all of the page, in the order of reading. */
  at: number;
  /** The element, for people. */
  name: string;
  /** It, and with a radio button all of its group: arrows lead from one to the next. */
  group: number[];
  /** What is wrong there. */
  faults: string[];
}

/** Puts the point from which Tab goes on before everything else. */
export function startBefore(): void {
  const mark = document.createElement('span');
  mark.tabIndex = -1;
  document.body.prepend(mark);
  mark.focus();
  mark.remove();
  scrollTo(0, 0);
}

/** Everything on the page that must be reached. */
export function expected(): { at: number; name: string }[] {
  const reached =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll<HTMLElement>(reached)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
    .map((element) => {
      const words = (element.textContent || element.getAttribute('name') || '').trim().replace(/\s+/g, ' ');
      return { at: all.indexOf(element), name: `<${element.tagName.toLowerCase()}> "${words.slice(0, 40)}"` };
    });
}

/** The stop at which the focus is now; `null` where it has left the page. */
export function stop(): Stop | null {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body || element === document.documentElement) return null;
  const all = [...document.querySelectorAll('*')];
  const words = (element.textContent || element.getAttribute('name') || '').trim().replace(/\s+/g, ' ');
  const name = `<${element.tagName.toLowerCase()}> "${words.slice(0, 40)}"`;
  const isRadio = element instanceof HTMLInputElement && element.type === 'radio';
  const alike = isRadio
    ? [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (other) => other.name === element.name && other.form === element.form,
      )
    : [element];
  // What shows the focus may be drawn on the label around a small box.
  const own = [element, ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [])];

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgba = (colour: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
  };
  const luminance = (colour: number[]) => {
    const [r, g, b] = colour.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ratio = (a: number[], b: number[]) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (of: Element): number[] => {
    for (let at = of.parentElement; at !== null; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba('Canvas');
  };
  // The colours of every ring at least two pixels wide that is drawn around an element.
  const ringsOf = (of: Element) => {
    const style = getComputedStyle(of);
    const rings: string[] = [];
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) rings.push(style.outlineColor);
    for (const shadow of style.boxShadow.split(/,(?![^(]*\))/)) {
      const lengths = shadow.match(/-?[\d.]+px/g);
      const colour = shadow.replace(/-?[\d.]+px/g, '').replace('inset', '').trim();
      if (lengths !== null && lengths.length === 4 && parseFloat(lengths[3]!) >= 2) rings.push(colour);
    }
    return rings;
  };

  const faults: string[] = [];
  const rings = own.flatMap((one) => ringsOf(one).map((ring) => ratio(rgba(ring), groundOf(one))));
  // In a frame it is a part of another page that has the focus, and shows it there.
  if (rings.length === 0 && element.localName !== 'iframe') faults.push(`the focus does not show on ${name}`);
  else if (rings.length > 0 && Math.max(...rings) < 3) faults.push(`the focus on ${name} shows at ${Math.max(...rings).toFixed(1)}:1`);

  const boxes = own.map((one) => one.getBoundingClientRect()).filter((box) => box.width > 1 && box.height > 1);
  const box = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (box === undefined || box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) {
    faults.push(`the focus is out of sight on ${name}`);
  } else {
    const within = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
    const above = document.elementFromPoint(
      within(box.left + Math.min(box.width, innerWidth) / 2, innerWidth),
      within(box.top + Math.min(box.height, innerHeight) / 2, innerHeight),
    );
    const same = own.some((one) => one.contains(above)) || above?.contains(element);
    if (!same) faults.push(`the focus is covered on ${name}`);
  }
  return { at: all.indexOf(element), name, group: alike.map((one) => all.indexOf(one)), faults };
}
