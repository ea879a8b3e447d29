import type { TermPair } from '../field-comparison.js';

const SURELY = new Set(['exact', 'variant', 'joined']);
const LEFT_OVER = new Set(['different', 'called', 'half', 'extra', 'generation']);

/**
 * How alike two names are as a whole: 'whole-' where each word of the one has a partner in the other, 'single-' where
 * each has but one word, 'part-one' and 'part-more' where one has words more than the one or the several that agree;
 * '-all' where they surely agree, '-near' where not all do, '-vowel' where vowels alone tell two words apart, '-close'
 * where two words are only somewhat alike; 'whole-some' where words stand against each other, 'whole-none' where none
 * agree. A letter that may stand for a word says nothing.
 */
type WholeName =
  | 'whole-all'
  | 'whole-near'
  | 'whole-vowel'
  | 'whole-close'
  | 'single-all'
  | 'single-near'
  | 'part-more'
  | 'part-one'
  | 'whole-some'
  | 'whole-none';

export function wholeName(terms: TermPair[]): WholeName {
  const agreeing = terms.filter(({ level }) => !LEFT_OVER.has(level) && level !== 'initial');
  if (agreeing.length === 0) return 'whole-none';
  const has = (wanted: string) => terms.some(({ level }) => level === wanted);
  if (has('different') || has('called') || has('half') || has('generation')) return 'whole-some';
  if (has('vowel')) return 'whole-vowel';
  if (has('close') && agreeing.length > 1) return 'whole-close';
  const several = agreeing.length > 1 || agreeing[0]!.level.startsWith('joined');
  if (has('initial')) return several ? 'part-more' : 'whole-some';
  if (has('extra')) return several ? 'part-more' : 'part-one';
  const all = agreeing.every(({ level }) => SURELY.has(level));
  if (several) return all ? 'whole-all' : 'whole-near';
  return all ? 'single-all' : 'single-near';
}
