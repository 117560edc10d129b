// The link that somebody is sent who is on their way back in.

import type { Bank } from './bank.ts';

/** The path of the link that was sent last. */
export function linkOf(bank: Bank): string {
  const found = /\/recover\/[0-9a-z]{32}/.exec(bank.command('demo', 'outbox'));
  if (found === null) throw new Error('Nobody was sent a link.');
  return found[0];
}
