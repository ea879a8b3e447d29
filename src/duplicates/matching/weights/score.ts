import type { Comparison } from '../field-comparison.js';
import type { MatchingModel } from '../matching-model.js';
import { evidenceOfField, evidenceOfKin } from './evidence.js';
import { likelihoods, type Likelihoods } from './likelihoods.js';
import { mayBeTwins, MOST_FOR_TWINS, standAgainst } from './twins.js';

/** What one field weighed: bits above zero speak for one person, below zero against. */
export interface Reason {
  field: string;
  level: string;
  bits: number;
}

export interface Score {
  bits: number;
  probability: number;
  reasons: Reason[];
}

/**
 * Weighs a pair (Fellegi and Sunter 1969): is it one person, two relatives, or two strangers? The bits of a field
 * compare one person with the likelier of the other two.
 */
export function score(comparison: Comparison, model: MatchingModel): Score {
  const { total, byField } = weigh(comparison, model);
  const other = total.household > total.strangers ? 'household' : 'strangers';
  const weighed = total.same - addLog2(total.household, total.strangers);
  const families = model.household.prior > 0;
  const doubtful = families && (mayBeTwins(comparison, model.terms) || standAgainst(comparison));
  const bits = doubtful ? Math.min(weighed, MOST_FOR_TWINS) : weighed;
  const reasons = byField.map(({ field, level, weights }) => ({
    field,
    level,
    bits: weights.same - weights[other],
  }));
  return { bits, probability: 1 / (1 + 2 ** -bits), reasons };
}

/** How likely a pair is two relatives, rather than one person or strangers. */
export function shareOfRelatives(comparison: Comparison, model: MatchingModel): number {
  const { same, household, strangers } = weigh(comparison, model).total;
  return 1 / (1 + 2 ** (addLog2(same, strangers) - household));
}

function weigh(comparison: Comparison, model: MatchingModel) {
  const total = { ...priors(model) };
  const byField: { field: string; level: string; weights: Likelihoods }[] = [];
  for (const field of comparison.fields) {
    if (field.level === 'missing') continue;
    const weights = likelihoods(evidenceOfField(field, model.terms), model);
    total.same += weights.same;
    total.household += weights.household;
    total.strangers += weights.strangers;
    byField.push({ field: field.field, level: field.level, weights });
  }
  total.household += likelihoods(evidenceOfKin(comparison), model).household;
  return { total, byField };
}

export const priors = ({ prior, household }: MatchingModel): Likelihoods => ({
  same: Math.log2(prior),
  household: household.prior > 0 ? Math.log2(household.prior) : -1000,
  strangers: Math.log2(1 - prior - household.prior),
});

const addLog2 = (a: number, b: number) => {
  const most = Math.max(a, b);
  return most + Math.log2(2 ** (a - most) + 2 ** (b - most));
};
