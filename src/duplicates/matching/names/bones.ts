import type { SpellingRule } from '../spelling/spelling-rule.js';

/** Digraphs, and letters that are left out, or written for one another, where vowels are. */
const RULES: SpellingRule[] = [
  [/tch|ch/g, 'C'],
  [/ck|q|c/g, 'k'],
  [/C|dj|j/g, 'c'],
  [/sch|sh/g, 's'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/x/g, 'ks'],
  [/(?!^)[aeiouyw]/g, ''],
  [/^[aeiou]+/, ''],
  [/(?!^)h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants of a word, as scripts write it that leave out vowels. */
export const bonesOf = (word: string): string =>
  RULES.reduce((text, [what, by]) => text.replace(what, by), word);
