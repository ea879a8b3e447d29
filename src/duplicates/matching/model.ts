import type { MatchingModel } from './matching-model.js';
import { DEFAULT_HOUSEHOLD, DEFAULT_LEVELS } from './weights/default-levels.js';

/** Before anything has been estimated: cautious values for a register of some ten thousand people. */
export const DEFAULT_MODEL: MatchingModel = {
  version: 1,
  prior: 1e-5,
  levels: DEFAULT_LEVELS,
  terms: {},
  household: { prior: 1e-5, levels: DEFAULT_HOUSEHOLD },
};

export type { MatchingModel } from './matching-model.js';
export { score, type Reason, type Score } from './weights/score.js';
export { outcome, type Outcome } from './weights/thresholds.js';
