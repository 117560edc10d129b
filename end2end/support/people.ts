// The people of the demonstration bank who take part in the journeys, and their accounts.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { template } from './places.ts';

/** What `banyan demo codes --json` says of somebody. */
export interface Person {
  username: string;
  password: string;
  /** Their name, as on their accounts. */
  name: string;
  /** The secret of their authenticator app, in base 32. */
  secret: string;
}

export type Who = 'maya' | 'daniel' | 'amelia' | 'tom' | 'anna' | 'chen' | 'li';

/** Where set-up keeps the people between its process and those of the workers. */
export const peopleFile = path.join(template, 'people.json');

/** One of the people. */
export function person(who: Who): Person {
  const known = JSON.parse(readFileSync(peopleFile, 'utf8')) as Person[];
  const found = known.find(({ username }) => username === who);
  if (!found) throw new Error(`The demonstration bank has nobody called ${who}.`);
  return found;
}

/** Account numbers, as pages write them. They are the same for every seed of the demonstration. */
export const accounts = {
  maya: { everyday: number(1_204_837), savings: number(1_204_838) },
  daniel: { everyday: number(2_518_406), savings: number(2_518_407), euros: number(2_518_408) },
  amelia: { everyday: number(3_360_915), bakery: number(3_360_916) },
  whitfields: { household: number(4_071_250), tom: number(4_071_251), anna: number(4_071_252) },
  chen: { everyday: number(5_618_820), savings: number(5_618_821) },
  li: { everyday: number(6_902_433) },
};

/** Seven digits and the Luhn digit that guards them: `1204 8371`. */
export function number(serial: number): string {
  const digits = String(serial).padStart(7, '0');
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const all = `${digits}${(10 - (sum % 10)) % 10}`;
  return `${all.slice(0, 4)} ${all.slice(4)}`;
}

/** The same number with one digit wrong, as a slip of the finger makes it. */
export function mistyped(right: string): string {
  return right.slice(0, -1) + ((Number(right.slice(-1)) + 1) % 10);
}

/** Accounts at other banks, of which the simulator does with payments what their names say. */
export const elsewhere = {
  takes: { name: 'Ruth Adler', iban: 'GB32 OTHR 0404 0000 0001 00' },
  refuses: { name: 'Samuel Okoro', iban: 'GB42 OTHR 0404 0000 0001 14' },
  china: { name: '王晓明', bank: '1021 0009 9996', number: '6222 0210 0100 0041' },
  unnamed: { name: 'Ruth Adler', iban: 'GB27 OTHR 0404 0000 0001 90' },
};
