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

/** Letters of which Latin spelling says too much or too little: David, Avraham, Chaim, Phumiphon, Alqasim. */
const OTHERWISE: SpellingRule[][] = [
  [],
  [
    [/v/g, ''],
    [/ch/g, 'h'],
  ],
  [
    [/v/g, 'b'],
    [/ch/g, 'h'],
  ],
  [[/ph/g, 'p']],
  [[/^[ae]l(?=[^aeiouy].{3})/, '']],
];

/** What the bones of a word may be that is written with its vowels. */
export const bonesOfLatin = (word: string): string[] => [
  ...new Set(
    OTHERWISE.map((rules) => bonesOf(rules.reduce((text, [what, by]) => text.replace(what, by), word))),
  ),
];

/** The consonants of a word, as scripts write it that leave out vowels. */
export const bonesOf = (word: string): string =>
  RULES.reduce((text, [what, by]) => text.replace(what, by), word);
