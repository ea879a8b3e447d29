import type { LevelWeight, MatchingModel } from '../matching-model.js';
import { DEFAULT_HOUSEHOLD, DEFAULT_LEVELS, DEFAULT_SHARED, DEFAULT_TEXT } from './default-levels.js';
import type { Evidence } from './evidence.js';

/** Logarithms (base 2) of how likely the evidence is if the pair is one person, two relatives, or two strangers. */
export interface Likelihoods {
  same: number;
  household: number;
  strangers: number;
}

const LEAST = 1e-9;
const UNSEEN: LevelWeight = { m: 0.01, u: 0.01 };

export function likelihoods(evidence: Evidence[], model: MatchingModel): Likelihoods {
  const sum = { same: 0, household: 0, strangers: 0 };
  for (const piece of evidence) {
    const { field, level } = piece;
    const household: Record<string, number> =
      model.household.levels[field] ?? DEFAULT_HOUSEHOLD[field] ?? DEFAULT_SHARED;
    const own = () => Math.log2(household[level] ?? DEFAULT_HOUSEHOLD[field]?.[level] ?? 0.01);
    if (piece.onlyHousehold) {
      sum.household += own();
      continue;
    }
    const weight = (model.levels[field] ?? DEFAULT_TEXT)[level] ?? DEFAULT_LEVELS[field]?.[level] ?? UNSEEN;
    const same = Math.log2(weight.m);
    const strangers = Math.log2(Math.max(LEAST, weight.u * termFactor(piece, weight)));
    sum.same += same;
    sum.strangers += strangers;
    if (piece.household === 'own') sum.household += own();
    else if (piece.household === 'as-same') sum.household += same;
    else if (piece.household === 'as-strangers') sum.household += strangers;
    else if (piece.household === 'as-frequent')
      sum.household += same + Math.log2(likeNames(level, termFactor(piece, weight)));
  }
  return sum;
}

/** A term twice as frequent as the usual one is twice as likely to be shared by chance. */
const termFactor = ({ frequency }: Evidence, { termFrequency }: LevelWeight) =>
  frequency === undefined || !termFrequency ? 1 : frequency / termFrequency;

/** Below this a word is hardly anybody's name: rather a slip. */
const NO_NAME = 0.6;
/** How often two other names begin with one letter. */
const SAME_LETTER = 0.1;

/**
 * How much likelier than a slip two like names are between relatives: others than Rina and Rini if both are frequent.
 * Vowels alone are seldom slips, and if the result is a name, hardly ever.
 */
export function likeNames(level: string, factor: number): number {
  if (level === 'initial') return SAME_LETTER;
  if (level === 'vowel') return factor < NO_NAME ? 3 : Math.min(64, Math.max(24, 8 * factor));
  return Math.min(64, Math.max(0.1, factor));
}
