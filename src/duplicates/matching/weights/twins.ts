import type { Comparison, TermPair } from '../field-comparison.js';
import type { MatchingModel } from '../matching-model.js';

/** Three bits are 0.89: never enough to be proposed without an officer. */
export const MOST_FOR_TWINS = 3;
/** Vowels alone tell two words apart, as many or more here than there: Hasan and Husin, Hasan and Hasanah. */
const BY_VOWELS = new Set(['vowel', 'skeleton']);
/** Several slips in one name, or two names: Andi and Anto. */
const SOMEWHAT = new Set(['close', 'half']);
const ANOTHER_AGE = new Set(['different', 'another-age', 'year-near', 'years-near']);

/**
 * Whether a pair may be brothers or sisters of like names: Rina and Rini. Only a document's number tells them from a
 * slip; where more than vowels is wrong, one phone does too. A word that nobody else bears is a slip.
 */
export function mayBeTwins(comparison: Comparison, terms: MatchingModel['terms']): boolean {
  const find = (name: string) => comparison.fields.find(({ field }) => field === name);
  if (find('document')?.level === 'exact' || ANOTHER_AGE.has(find('birthDate')?.level ?? '')) return false;
  const words = find('name')?.terms ?? [];
  if (words.some(({ level }) => level === 'different')) return false;
  const alike = words.filter((term) => mayBeNames(term, terms));
  if (alike.some(({ level }) => BY_VOWELS.has(level))) return true;
  return alike.some(({ level }) => SOMEWHAT.has(level)) && find('phone')?.level !== 'exact';
}

/**
 * Whether each of two names has a word that stands against one of the other: of one family they are mostly two, and
 * nothing but a document's number says that they are one.
 */
export function standAgainst({ fields }: Comparison): boolean {
  const find = (name: string) => fields.find(({ field }) => field === name);
  if (find('document')?.level === 'exact') return false;
  return (find('name')?.terms ?? []).some(({ level }) => level === 'different');
}

/** Terms that hardly anybody bears are not counted. */
function mayBeNames({ a, b, borne }: TermPair, { name }: MatchingModel['terms']): boolean {
  if (borne || !name) return true;
  const words = [a, b].filter((word) => word !== undefined);
  return words.every((word) => name.counts[word] !== undefined);
}
