import type { Comparison, FieldComparison } from './field-comparison.js';
import type { MatchingModel } from './matching-model.js';
import { evidenceOfField } from './weights/evidence.js';
import { likelihoods } from './weights/likelihoods.js';

/** Words that stand for two of the other name. */
const OF_TWO = new Set(['joined', 'joined-typo']);
/** Words that stand against none of the other name. */
const ALONE = new Set(['extra', 'generation']);
/** Of which one of the two told a part alone. */
const VAGUE = new Set(['year-only', 'new-year', 'year-near', 'day-only']);

/**
 * What is known of two groups of reports together, as one comparison: each field as that pair of reports has it that
 * agrees most. What differs within a group has been found to be one person's already. Of names and days of birth those
 * count that tell most: a report that leaves a word out does not speak against one that tells it.
 */
export function together(comparisons: Comparison[], model: MatchingModel): Comparison {
  const fields = comparisons
    .flatMap((comparison) => comparison.fields)
    .filter(({ level }) => level !== 'missing');
  const most = new Map<string, number>();
  for (const one of fields) most.set(one.field, Math.max(most.get(one.field) ?? 0, told(one)));
  const best = new Map<string, { comparison: FieldComparison; bits: number }>();
  for (const comparison of fields) {
    if (told(comparison) < most.get(comparison.field)!) continue;
    const { same, strangers } = likelihoods(evidenceOfField(comparison, model.terms), model);
    const bits = same - strangers;
    const before = best.get(comparison.field);
    if (!before || bits > before.bits) best.set(comparison.field, { comparison, bits });
  }
  return { fields: [...best.values()].map(({ comparison }) => comparison) };
}

/** How much two reports tell in a field: the words of two names that stand against each other; whole days of birth. */
function told({ field, level, terms = [] }: FieldComparison): number {
  if (field === 'birthDate') return VAGUE.has(level) ? 0 : 1;
  if (field !== 'name') return 0;
  return terms.reduce((sum, { level: word }) => sum + (ALONE.has(word) ? 0 : OF_TWO.has(word) ? 2 : 1), 0);
}
