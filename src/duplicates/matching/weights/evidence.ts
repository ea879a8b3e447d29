import type { Comparison, FieldComparison, TermPair } from '../comparison.js';
import type { TermCounts } from '../model.js';
import { wholeName } from './whole-name.js';

/** What a family does to a piece of evidence. */
export type InHousehold =
  /** The word is shared, and is written as one person would write it. */
  | 'as-same'
  /** Relatives are no more alike here than strangers. */
  | 'as-strangers'
  /** Accounted for elsewhere. */
  | 'silent'
  /** Has a frequency of its own among relatives. */
  | 'own';

/** The smallest thing that is weighed: one word, one date. */
export interface Evidence {
  field: string;
  level: string;
  /** How frequent the term is; undefined where that plays no part. */
  frequency?: number;
  household: InHousehold;
  /** Speaks of relatives only: how alike the names are as a whole. */
  onlyHousehold?: boolean;
}

/** A term that was not kept occurs less than three times. */
const RARE = 1.5;
const UNCOUNTED = new Set(['different', 'extra', 'initial']);
const NAMES = new Set(['name', 'mothersName']);
const PERSONAL = new Set(['birthDate', 'sex', 'document']);
const ALIKE_BY_CHANCE = new Set([
  'typo',
  'close',
  'skeleton',
  'part',
  'nickname',
  'initial',
  'joined-typo',
  'sound',
]);

/** @returns the evidence of a pair; a field that one of the two does not know gives none */
export function evidenceOf(comparison: Comparison, terms: Record<string, TermCounts>): Evidence[] {
  return comparison.fields.flatMap((field) =>
    field.level === 'missing' ? [] : evidenceOfField(field, terms[field.field]),
  );
}

export function evidenceOfField(comparison: FieldComparison, counts: TermCounts | undefined): Evidence[] {
  const { field, level, terms } = comparison;
  if (NAMES.has(field)) {
    const words = (terms ?? []).map((term) => ({
      ...weighed(field, term, counts),
      household: inFamilyName(term.level),
    }));
    return [...words, { field, level: wholeName(terms ?? []), household: 'own', onlyHousehold: true }];
  }
  const household =
    PERSONAL.has(field) && !(field === 'birthDate' && level === 'exact') ? 'as-strangers' : 'own';
  return [{ ...(terms?.[0] ? weighed(field, terms[0], counts) : { field, level }), household }];
}

function inFamilyName(level: string): InHousehold {
  if (level === 'different' || level === 'extra') return 'silent';
  return ALIKE_BY_CHANCE.has(level) ? 'as-strangers' : 'as-same';
}

function weighed(field: string, { level, a, b }: TermPair, counts: TermCounts | undefined) {
  if (a === undefined || b === undefined || UNCOUNTED.has(level) || !counts) return { field, level };
  const frequency = Math.max(RARE, Math.min(counts.counts[a] ?? 0, counts.counts[b] ?? 0)) / counts.total;
  return { field, level, frequency };
}
