import { compare, type Comparison } from '../matching/comparison.js';
import type { Features } from '../matching/features.js';
import { score, type MatchingModel } from '../matching/model.js';
import { together } from '../matching/together.js';
import type { Weighing } from './scored-pair.js';

/** Weighs pairs of these records by a model; each is compared once. */
export function weighing(features: Features[], model: MatchingModel): Weighing {
  const known = new Map<number, { comparison: Comparison; bits: number }>();
  const weighed = (a: number, b: number) => {
    const key = Math.min(a, b) * features.length + Math.max(a, b);
    const before = known.get(key);
    if (before) return before;
    const comparison = compare(features[a]!, features[b]!);
    const found = { comparison, bits: score(comparison, model).bits };
    known.set(key, found);
    return found;
  };
  return {
    families: model.household.prior > 0,
    pair: (a, b) => weighed(a, b).bits,
    together: (pairs) =>
      score(
        together(
          pairs.map(([a, b]) => ({ a, b, comparison: weighed(a, b).comparison })),
          model,
        ),
        model,
      ).bits,
  };
}
