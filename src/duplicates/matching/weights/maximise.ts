import type { LevelWeight, MatchingModel } from '../matching-model.js';
import type { CompiledPairs } from './compiled-pairs.js';
import { expect } from './expect.js';
import { DEFAULT_LEVELS, DEFAULT_TEXT } from './default-levels.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = 20;

/** Not estimated: like names of twins would be taken for slips, and teach that they are. */
const TIED = 'vowel';

/**
 * Where families are among the records: brothers of one name would be taken for one person, and teach that people tell
 * wholly different days of birth.
 */
const MOST: Record<string, Record<string, number>> = {
  birthDate: { different: 0.002, 'another-age': 0.001 },
};

/** One round: how likely each pair is one person under the model, and the weights that fit that best. */
export function maximise(pairs: CompiledPairs, model: MatchingModel, share: number): MatchingModel {
  const found = expect(pairs, model);
  const levels: MatchingModel['levels'] = {};
  for (const [field, before] of Object.entries(model.levels)) {
    const defaults = DEFAULT_LEVELS[field] ?? DEFAULT_TEXT;
    const total = sum(Object.keys(before).map((level) => found.same[field]?.[level]?.pairs ?? 0));
    levels[field] = Object.fromEntries(
      Object.entries(before).map(([level, weight]) => {
        const seen = found.same[field]?.[level];
        const m = ((seen?.pairs ?? 0) + PRIOR_PAIRS * (defaults[level]?.m ?? 0.01)) / (total + PRIOR_PAIRS);
        const most = model.household.prior > 0 ? MOST[field]?.[level] : undefined;
        if (most) return [level, { ...weight, m: Math.min(m, most) }];
        if (level === TIED) return [level, { ...weight, termFrequency: frequencyOf(weight, undefined) }];
        return [level, { ...weight, m, termFrequency: frequencyOf(weight, seen) }];
      }),
    );
  }
  return {
    ...model,
    levels,
    prior: Math.max(1e-9, found.people * share),
    household: {
      ...model.household,
      prior: model.household.prior === 0 ? 0 : Math.max(1e-9, found.relatives * share),
    },
  };
}

function frequencyOf(weight: LevelWeight, seen: { pairs: number; frequency: number } | undefined) {
  if (weight.termFrequency === undefined) return undefined;
  return ((seen?.frequency ?? 0) + 5 * weight.termFrequency) / ((seen?.pairs ?? 0) + 5);
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
