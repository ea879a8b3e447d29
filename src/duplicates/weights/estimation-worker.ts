import { constants, setPriority } from 'node:os';
import { compare } from '../matching/comparison.js';
import { estimateModel } from '../matching/estimation.js';
import type { Features } from '../matching/features.js';
import type { MatchingModel } from '../matching/matching-model.js';

type Pair = readonly [Features, Features];

export interface EstimationTask {
  records: Features[];
  /** Pairs of anybody with anybody, by chance: places in `records`. */
  random: [number, number][];
  /** Pairs that share a key. */
  candidates: Pair[];
  pairsInAll: number;
}

try {
  // Of this thread alone, on Linux.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // A machine that does not let us be modest.
}

/** Runs in a thread of its own: comparing tens of thousands of pairs takes seconds. */
export default function estimate({ records, random, candidates, pairsInAll }: EstimationTask): MatchingModel {
  return estimateModel({
    records,
    random: random.map(([a, b]) => compare(records[a]!, records[b]!)),
    candidates: candidates.map(([a, b]) => compare(a, b)),
    pairsInAll,
  });
}
