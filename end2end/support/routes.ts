// Pages by their route rather than their address: `/accounts/28/…` and `/accounts/31/…` are one page.

/** The route of an address as a file name: `accounts-ID-transactions-ID`. */
export function routeOf(address: string): string {
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  return parts.length === 0 ? 'home' : parts.map((part) => (isId(part) ? 'ID' : part)).join('-');
}

/** The name of what a page shows: its route, and whether it says what to put right. Trouble looks the same anywhere. */
export function faceOf({ address, status, html }: { address: string; status: number; html: string }): string {
  if (status >= 400) return `trouble-${status}`;
  return html.includes('aria-invalid="true"') ? `${routeOf(address)}.problems` : routeOf(address);
}

/** Whether a part of a path names one thing rather than a kind of thing: it has a digit in it. */
function isId(part: string): boolean {
  return /\d/.test(part);
}
