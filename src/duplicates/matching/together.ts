import type { Comparison, FieldComparison } from './field-comparison.js';
import type { MatchingModel } from './matching-model.js';
import { evidenceOfField } from './weights/evidence.js';
import { likelihoods } from './weights/likelihoods.js';

/**
 * What is known of two groups of reports together, as one comparison: each field as that pair of reports has it that
 * agrees most. What differs within a group has been found to be one person's already.
 */
export function together(comparisons: Comparison[], model: MatchingModel): Comparison {
  const fields = comparisons
    .flatMap((comparison) => comparison.fields)
    .filter(({ level }) => level !== 'missing');
  const best = new Map<string, { comparison: FieldComparison; bits: number }>();
  for (const comparison of fields) {
    const { same, strangers } = likelihoods(evidenceOfField(comparison, model.terms), model);
    const bits = same - strangers;
    const before = best.get(comparison.field);
    if (!before || bits > before.bits) best.set(comparison.field, { comparison, bits });
  }
  return { fields: [...best.values()].map(({ comparison }) => comparison) };
}
