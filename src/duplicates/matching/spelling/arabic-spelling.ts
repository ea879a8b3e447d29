import type { SpellingRule } from './spelling-rule.js';

/** The article that melts into the word behind it, and vowels as English and French hear them. */
export const ARABIC_SPELLING: SpellingRule[] = [
  [/^abd[aeou]{1,2}[lrnszdt]?(?=[a-z]{4})/g, 'abdul'],
  [/(?<=[a-z]{3})[aeu]l?d+[iy]n$/g, 'uddin'],
  [/(?<=[a-z]{3})ull?ah?$/g, 'ullah'],
  [/(?<=[a-z]{2})iyy?ah?$/g, 'iah'],
  [/(?<=[a-z])ou(?=[a-z])/g, 'u'],
  [/(?<=[a-z])oo(?=[a-z])/g, 'u'],
  [/(?<=[a-z])ee(?=[a-z])/g, 'i'],
  [/ahh?$/g, 'a'],
];
