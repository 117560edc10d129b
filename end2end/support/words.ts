// The app's own sentences, so that one journey serves every language.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.ts';

// Each is a folder of app/locales.
export const languages = ['en', 'zh', 'es'] as const;
export type Language = (typeof languages)[number];
/** What a browser that reads this language asks for. */
export const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN', es: 'es-ES' };

export type Values = Record<string, FluentVariable>;

// Stands for a value that a test does not know; it is in no sentence.
const UNKNOWN = '\u0001';

export class Words {
  readonly language: Language;
  private readonly bundle: FluentBundle;

  constructor(language: Language) {
    this.language = language;
    this.bundle = new FluentBundle(language, { useIsolating: false });
    const folder = path.join(root, 'app/locales', language);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
      const errors = this.bundle.addResource(new FluentResource(readFileSync(path.join(folder, file), 'utf8')));
      if (errors.length > 0) throw new Error(`${file}: ${errors.join(', ')}`);
    }
  }

  /** The sentence with this key, as a person reads it. */
  say(key: string, values: Values = {}): string {
    const errors: Error[] = [];
    const sentence = this.bundle.formatPattern(this.pattern(key), values, errors);
    if (errors.length > 0) throw new Error(`${key} (${this.language}): ${errors.join(', ')}`);
    return sentence;
  }

  /** The sentence with this key, whatever its values are. */
  like(key: string, values: Values = {}): RegExp {
    return new RegExp(`^\\s*${this.open(key, values)}\\s*$`, 's');
  }

  /** The same within other text. */
  part(key: string, values: Values = {}): RegExp {
    return new RegExp(this.open(key, values), 's');
  }

  /** The sentence as an expression that leaves its unknown values open. */
  private open(key: string, values: Values): string {
    const unknown = new Proxy(values, {
      get: (known, name: string) => known[name] ?? UNKNOWN,
      has: () => true,
      // Fluent asks for own properties.
      getOwnPropertyDescriptor: (known, name: string) => ({
        value: known[name] ?? UNKNOWN,
        configurable: true,
        enumerable: true,
        writable: true,
      }),
    });
    const escaped = this.say(key, unknown).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return escaped.replaceAll(UNKNOWN, '.+?');
  }

  private pattern(key: string) {
    const [name, attribute] = key.split('.') as [string, string?];
    const message = this.bundle.getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (!pattern) throw new Error(`There is no sentence "${key}" in app/locales/${this.language}.`);
    return pattern;
  }
}
