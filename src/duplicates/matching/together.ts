import type { Comparison, FieldComparison } from './field-comparison.js';
import type { MatchingModel } from './matching-model.js';
import { evidenceOfField } from './weights/evidence.js';
import { likelihoods } from './weights/likelihoods.js';

/** Two reports, one of each group. */
export interface PairOfReports {
  a: number;
  b: number;
  comparison: Comparison;
}

/**
 * What is known of two groups of reports together, as one comparison: each field as that pair of reports has it that
 * agrees most. What differs within a group has been found to be one person's already. Days of birth that differ count
 * twice where two reports or more of either group say so: one of them may be a slip, hardly two.
 */
export function together(pairs: PairOfReports[], model: MatchingModel): Comparison {
  const best = new Map<string, { field: FieldComparison; bits: number }>();
  for (const { comparison } of pairs)
    for (const field of comparison.fields) {
      if (field.level === 'missing') continue;
      const { same, strangers } = likelihoods(evidenceOfField(field, model.terms), model);
      const bits = same - strangers;
      const before = best.get(field.field);
      if (!before || bits > before.bits) best.set(field.field, { field, bits });
    }
  const birth = best.get('birthDate');
  const again = birth && birth.bits < 0 && saidByTwo(pairs) ? [birth.field] : [];
  return { fields: [...Array.from(best.values(), ({ field }) => field), ...again] };
}

function saidByTwo(pairs: PairOfReports[]): boolean {
  const dated = pairs.filter(({ comparison: { fields } }) =>
    fields.some(({ field, level }) => field === 'birthDate' && level !== 'missing'),
  );
  return new Set(dated.map(({ a }) => a)).size > 1 && new Set(dated.map(({ b }) => b)).size > 1;
}
