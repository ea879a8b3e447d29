import type { TermPair } from '../field-comparison.js';

const SURELY = new Set(['exact', 'variant', 'joined']);

/** How alike two names are as a whole: all words, all but some only nearly, some words, none. */
export function wholeName(
  terms: TermPair[],
): 'whole-all' | 'whole-near' | 'whole-vowel' | 'whole-some' | 'whole-none' {
  const agreeing = terms.filter(
    ({ level }) => level !== 'different' && level !== 'extra' && level !== 'generation',
  );
  if (agreeing.length === 0) return 'whole-none';
  if (terms.some(({ level }) => level === 'different' || level === 'generation')) return 'whole-some';
  if (terms.some(({ level }) => level === 'vowel')) return 'whole-vowel';
  return agreeing.every(({ level }) => SURELY.has(level)) ? 'whole-all' : 'whole-near';
}
