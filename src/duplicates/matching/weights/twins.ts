import type { Comparison, TermPair } from '../field-comparison.js';
import type { MatchingModel } from '../matching-model.js';

/** Three bits are 0.89: never enough to be proposed without an officer. */
export const MOST_FOR_TWINS = 3;
const ANOTHER_AGE = new Set(['different', 'year-near']);
/** From so many letters on, a vowel is rather mistaken than chosen, where the result is nobody else's name. */
const LONG = 7;

/**
 * Whether a pair may be brothers or sisters of like names: Rina and Rini. Only a document's number tells them from a
 * slip; where more than vowels is wrong, one phone does too.
 */
export function mayBeTwins(comparison: Comparison, terms: MatchingModel['terms']): boolean {
  const find = (name: string) => comparison.fields.find(({ field }) => field === name);
  if (find('document')?.level === 'exact' || ANOTHER_AGE.has(find('birthDate')?.level ?? '')) return false;
  const words = find('name')?.terms ?? [];
  if (words.some(({ level }) => level === 'different')) return false;
  if (words.some((term) => term.level === 'vowel' && mayBeNames(term, terms))) return true;
  return words.some(({ level }) => level === 'close') && find('phone')?.level !== 'exact';
}

/** Terms that hardly anybody bears are not counted. */
function mayBeNames({ a, b }: TermPair, { name }: MatchingModel['terms']): boolean {
  const words = [a, b].filter((word) => word !== undefined);
  return (
    !name ||
    words.some(({ length }) => length < LONG) ||
    words.every((word) => name.counts[word] !== undefined)
  );
}
