import type { Comparison } from '../field-comparison.js';
import type { LevelWeight, MatchingModel, TermCounts } from '../matching-model.js';
import { DEFAULT_SHARED, DEFAULT_TEXT } from './default-levels.js';
import { evidenceOf } from './evidence.js';
import { NUMBERS, usuallyShared } from './shared-numbers.js';

/** Without one of these, people who seem to be of one family only happen to live in one town. */
const FAMILY = ['phone', 'mothersName'];

type Terms = Record<string, TermCounts>;

const OFTEN = 0.1;

/** As many observations as what was known before is worth. */
const PRIOR_OBSERVATIONS = 200;
/** Counted for the date of birth, which is no sum of its own terms. */
const PARTS_OF_BIRTH = new Set(['birthYear', 'birthDay']);
const NAMES = new Set(['name', 'mothersName']);

/** The model with how strangers compare (u) taken from random pairs, and terms and their frequency from the records. */
export function strangerWeights(random: Comparison[], terms: Terms, start: MatchingModel): MatchingModel {
  const seen = tally(random, terms);
  const levels: MatchingModel['levels'] = {};
  const household = { ...start.household.levels };
  for (const field of new Set([...Object.keys(start.levels), ...Object.keys(terms)])) {
    if (PARTS_OF_BIRTH.has(field)) continue;
    const found = seen.get(field);
    levels[field] = {};
    for (const [level, weight] of Object.entries(start.levels[field] ?? DEFAULT_TEXT)) {
      const observed = (found?.get(level) ?? 0) + weight.u * PRIOR_OBSERVATIONS;
      const u = observed / ((found?.get('') ?? 0) + PRIOR_OBSERVATIONS);
      levels[field][level] = withTerms(field, level, { ...weight, u }, terms);
    }
    if (field.startsWith('other.')) household[field] ??= inHousehold(levels[field]);
  }
  const prior = FAMILY.some((field) => terms[field]) ? start.household.prior : 0;
  return { ...start, terms, levels, household: { prior, levels: household } };
}

/** A free field that strangers often share (a channel, a kind) is no address. */
function inHousehold(levels: Record<string, LevelWeight>): Record<string, number> {
  if ((levels['exact']?.u ?? 0) < OFTEN) return DEFAULT_SHARED;
  return Object.fromEntries(Object.entries(levels).map(([level, { u }]) => [level, u]));
}

/** How often each level was seen; under the empty name, how often any. */
function tally(random: Comparison[], terms: Terms): Map<string, Map<string, number>> {
  const seen = new Map<string, Map<string, number>>();
  for (const comparison of random)
    for (const { field, level, onlyHousehold } of evidenceOf(comparison, terms)) {
      if (onlyHousehold) continue;
      const levels = seen.get(field) ?? new Map<string, number>();
      seen.set(field, levels);
      for (const key of [level, '']) levels.set(key, (levels.get(key) ?? 0) + 1);
    }
  return seen;
}

function withTerms(field: string, level: string, weight: LevelWeight, terms: Terms): LevelWeight {
  if (weight.termFrequency === undefined) return weight;
  const { [field]: counts, birthYear, birthDay } = terms;
  if (field === 'birthDate' && birthYear && birthDay) {
    const usual = chanceAgreement(birthYear) * chanceAgreement(birthDay);
    return { ...weight, u: usual, termFrequency: usual };
  }
  if (!counts) return weight;
  const usual = NUMBERS.has(field) ? usuallyShared(counts) : chanceAgreement(counts);
  if (level !== 'exact') return { ...weight, termFrequency: Math.min(usual, 4 / counts.total) };
  return { ...weight, u: NAMES.has(field) ? weight.u : usual, termFrequency: usual };
}

/** How often two terms drawn by chance are the same, which is also the mean frequency of a term that is drawn. */
function chanceAgreement({ total, counts }: TermCounts): number {
  let agreement = 0;
  let kept = 0;
  for (const count of Object.values(counts)) {
    agreement += (count / total) ** 2;
    kept += count;
  }
  return Math.max(1e-9, agreement + ((total - kept) / total) * (1.5 / total));
}
