import type { Comparison } from '../comparison.js';
import type { LevelWeight, MatchingModel, TermCounts } from '../model.js';
import { DEFAULT_SHARED, DEFAULT_TEXT } from './default-levels.js';
import { evidenceOf } from './evidence.js';

/** As many observations as what was known before is worth. */
const PRIOR_OBSERVATIONS = 200;
/** Fields whose whole value is one term: by chance they agree as often as the terms' frequencies say. */
const SINGLE = (field: string) => field !== 'name' && field !== 'mothersName';

/** The model with how strangers compare (u) taken from random pairs, and terms and their frequency from the records. */
export function strangerWeights(
  random: Comparison[],
  terms: Record<string, TermCounts>,
  start: MatchingModel,
): MatchingModel {
  const seen: Record<string, Record<string, number>> = {};
  const totals: Record<string, number> = {};
  for (const comparison of random)
    for (const { field, level, onlyHousehold } of evidenceOf(comparison, terms)) {
      if (onlyHousehold) continue;
      const levels = (seen[field] ??= {});
      levels[level] = (levels[level] ?? 0) + 1;
      totals[field] = (totals[field] ?? 0) + 1;
    }
  const model: MatchingModel = {
    ...start,
    terms,
    levels: { ...start.levels },
    household: { ...start.household, levels: { ...start.household.levels } },
  };
  for (const field of new Set([...Object.keys(start.levels), ...Object.keys(terms)])) {
    const before = start.levels[field] ?? DEFAULT_TEXT;
    model.levels[field] = Object.fromEntries(
      Object.entries(before).map(([level, weight]) => {
        const u =
          ((seen[field]?.[level] ?? 0) + weight.u * PRIOR_OBSERVATIONS) /
          ((totals[field] ?? 0) + PRIOR_OBSERVATIONS);
        return [level, termsCounted(field, level, { ...weight, u }, terms[field])];
      }),
    );
    if (SINGLE(field) && !model.household.levels[field] && field.startsWith('other.'))
      model.household.levels[field] = DEFAULT_SHARED;
  }
  return model;
}

function termsCounted(
  field: string,
  level: string,
  weight: LevelWeight,
  counts: TermCounts | undefined,
): LevelWeight {
  if (!counts || weight.termFrequency === undefined) return weight;
  const usual = chanceAgreement(counts);
  if (level === 'exact') return { ...weight, u: SINGLE(field) ? usual : weight.u, termFrequency: usual };
  return { ...weight, termFrequency: Math.min(usual, 4 / counts.total) };
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
