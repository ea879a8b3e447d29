import type { Catalogue } from '../../src/platform/i18n/catalogue.js';

/**
 * Languages made from English, for tests and previews only: one 40 % longer, as Burmese or German are, and one that is
 * written from right to left, as Urdu is. Both show at once whatever text is not translated.
 */
export function pseudoCatalogues(english: Catalogue): Catalogue[] {
  return [
    derive(english, 'en-XA', 'Ļöñğ', 'ltr', (text) =>
      text.replace(/[aeiou]/g, (vowel) => LONG[vowel] ?? vowel),
    ),
    derive(english, 'ar-XB', 'مثال', 'rtl', (text) => text.replace(/[\p{L}\p{N}]+/gu, '\u202e$&\u202c')),
  ];
}

const LONG: Readonly<Record<string, string>> = { a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù' };

function derive(
  { messages, meta, forStaff }: Catalogue,
  locale: string,
  name: string,
  direction: 'ltr' | 'rtl',
  change: (text: string) => string,
): Catalogue {
  const changed = Object.entries(messages).map(([key, pattern]) => [key, changeText(pattern, change)]);
  return { locale, forStaff, meta: { ...meta, name, direction }, messages: Object.fromEntries(changed) };
}

/** Changes the words of a message and leaves its ICU syntax: words stand at an even depth of braces. */
export function changeText(pattern: string, change: (text: string) => string): string {
  let depth = 0;
  return pattern
    .split(/([{}])/)
    .map((part) => {
      if (part === '{') depth += 1;
      else if (part === '}') depth -= 1;
      else if (depth % 2 === 0) return change(part);
      return part;
    })
    .join('');
}
