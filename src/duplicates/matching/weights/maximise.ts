import type { LevelWeight, MatchingModel } from '../model.js';
import type { CompiledPairs } from './compiled-pairs.js';
import { expect } from './expect.js';
import { DEFAULT_HOUSEHOLD, DEFAULT_LEVELS, DEFAULT_SHARED, DEFAULT_TEXT } from './default-levels.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = 20;
const FIXED_IN_HOUSEHOLDS = new Set(['birthDate', 'sex', 'document']);
/** Relatives bear the same name in full no more often than this, whatever the data seem to say. */
const MOST_NAMESAKES = 0.02;

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
        return [level, { ...weight, m, termFrequency: frequencyOf(weight, seen) }];
      }),
    );
  }
  return {
    ...model,
    levels,
    prior: Math.max(1e-9, found.people * share),
    household: {
      prior: model.household.prior === 0 ? 0 : Math.max(1e-9, found.relatives * share),
      levels: relatives(model, found.household),
    },
  };
}

function frequencyOf(weight: LevelWeight, seen: { pairs: number; frequency: number } | undefined) {
  if (weight.termFrequency === undefined) return undefined;
  return ((seen?.frequency ?? 0) + 5 * weight.termFrequency) / ((seen?.pairs ?? 0) + 5);
}

function relatives(model: MatchingModel, found: Record<string, Record<string, number>>) {
  const levels: MatchingModel['household']['levels'] = {};
  for (const [field, before] of Object.entries(model.household.levels)) {
    const defaults = DEFAULT_HOUSEHOLD[field] ?? DEFAULT_SHARED;
    const total = sum(Object.keys(before).map((level) => found[field]?.[level] ?? 0));
    levels[field] = FIXED_IN_HOUSEHOLDS.has(field)
      ? before
      : Object.fromEntries(
          Object.keys(before).map((level) => {
            const seen = (found[field]?.[level] ?? 0) + PRIOR_PAIRS * (defaults[level as 'exact'] ?? 0.01);
            const most = field === 'name' && level === 'whole-all' ? MOST_NAMESAKES : 1;
            return [level, Math.min(most, seen / (total + PRIOR_PAIRS))];
          }),
        );
  }
  return levels;
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
