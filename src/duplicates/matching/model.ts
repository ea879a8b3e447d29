import type { Comparison } from './comparison.js';
import { DEFAULT_LEVELS } from './default-levels.js';

/** How often a level is seen among pairs that are one person (m), and among pairs that are not (u). */
export interface LevelWeight {
  m: number;
  u: number;
}

/** Everything that is estimated; plain data, to be stored as JSON. */
export interface MatchingModel {
  version: 1;
  /** The share of all pairs (of anybody with anybody) that are one person. */
  prior: number;
  levels: Record<string, Record<string, LevelWeight>>;
  /** By field, how many of `total` terms are this one; terms too rare to be kept are missing. */
  terms: Record<string, { total: number; counts: Record<string, number> }>;
}

export const DEFAULT_MODEL: MatchingModel = { version: 1, prior: 1e-6, levels: DEFAULT_LEVELS, terms: {} };

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

export interface Thresholds {
  automatic: number;
  review: number;
}

export type Outcome = 'same' | 'review' | 'different';

/** From which probability on a pair is proposed as the same, and from which it is shown to an officer. */
export const THRESHOLDS: Thresholds = { automatic: 0.999, review: 0.5 };

/** Weighs a pair (Fellegi and Sunter 1969): the sum of what its fields weigh, and the prior. */
export function score(comparison: Comparison, model: MatchingModel): Score {
  const reasons = comparison.fields.map(({ field, level }) => {
    const weight = model.levels[field]?.[level];
    return { field, level, bits: weight ? Math.log2(weight.m / weight.u) : 0 };
  });
  const bits = reasons.reduce((sum, reason) => sum + reason.bits, Math.log2(model.prior / (1 - model.prior)));
  return { bits, probability: 1 / (1 + 2 ** -bits), reasons };
}

export function outcome(probability: number, thresholds: Thresholds = THRESHOLDS): Outcome {
  if (probability >= thresholds.automatic) return 'same';
  return probability >= thresholds.review ? 'review' : 'different';
}
