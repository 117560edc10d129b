// Pages by their route rather than their address: `/accounts/28/…` and `/accounts/31/…` are one page. Which routes there
// are, the program itself says.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { template } from './places.ts';

/** Where set-up keeps what `banyan routes --json` says, between its process and those of the workers. */
export const routesFile = path.join(template, 'routes.json');

/** Every page in the route table: `/accounts/{id}`. */
export function pages(): string[] {
  return (JSON.parse(readFileSync(routesFile, 'utf8')) as { pages: string[] }).pages;
}

/** The route of an address; `undefined` for one that is not in the table. A name goes before a parameter. */
export function routeOf(address: string): string | undefined {
  const parts = new URL(address).pathname.split('/');
  const fits = (route: string) => {
    const wanted = route.split('/');
    return wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || part.startsWith('{'));
  };
  return pages()
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

/** A route as a file name: `accounts-ID-transactions-VERSION`. */
export function nameOf(route: string): string {
  const name = route.replace(/\{\*?(\w+)\}/g, (_, part: string) => part.toUpperCase());
  return name.split('/').filter(Boolean).join('-') || 'home';
}

/** The name of what a page shows: its route, and in which state. Trouble looks the same anywhere. */
export function faceOf({ address, status, html }: { address: string; status: number; html: string }, state?: string): string {
  if (status >= 400) return [`trouble-${status}`, state].filter(Boolean).join('.');
  const route = routeOf(address);
  const name = route === undefined ? 'elsewhere' : nameOf(route);
  const shown = state ?? (html.includes('aria-invalid="true"') ? 'problems' : undefined);
  return shown === undefined ? name : `${name}.${shown}`;
}
