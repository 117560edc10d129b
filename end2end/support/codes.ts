// One-time codes (RFC 6238): what a person's authenticator app would show.

import { createHmac } from 'node:crypto';

const STEP_S = 30;

/** The code of `secret` (base 32) for a step: how many half minutes since 1970. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest[digest.length - 1]! & 0x0f;
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.toUpperCase().replace(/[=\s]/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
}

/** Hands out codes that the bank has not seen: each is good once, from one step early to one step late. */
export class Codes {
  private readonly used = new Map<string, number>();

  /** The next code nobody has used; waits where all three that are good now have been. */
  async next(secret: string): Promise<string> {
    const last = this.used.get(secret) ?? 0;
    const step = Math.max(last + 1, now() - 1);
    // A code of the step before may grow too old on its way; near the end of a step the next one is safer.
    const chosen = step < now() && secondsLeft() < 5 ? now() : step;
    this.used.set(secret, chosen);
    while (chosen > now() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
    return codeAt(secret, chosen);
  }

  /** Six digits that are not this person's code, nor have been nor will be soon. */
  wrong(secret: string): string {
    const near = [-2, -1, 0, 1, 2].map((offset) => codeAt(secret, now() + offset));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
  }
}

const now = () => Math.floor(Date.now() / 1000 / STEP_S);
const secondsLeft = () => STEP_S - ((Date.now() / 1000) % STEP_S);
