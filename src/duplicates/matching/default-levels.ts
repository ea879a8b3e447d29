import type { LevelWeight } from './model.js';

/** Before anything has been estimated: cautious values for a register of some ten thousand people. */
export const DEFAULT_LEVELS: Record<string, Record<string, LevelWeight>> = {
  name: { exact: { m: 0.7, u: 0.0001 }, different: { m: 0.3, u: 0.9999 } },
  birthDate: { exact: { m: 0.8, u: 0.00005 }, different: { m: 0.2, u: 0.99995 } },
  sex: { exact: { m: 0.98, u: 0.5 }, different: { m: 0.02, u: 0.5 } },
  phone: { exact: { m: 0.6, u: 0.00002 }, different: { m: 0.4, u: 0.99998 } },
  town: { exact: { m: 0.7, u: 0.02 }, different: { m: 0.3, u: 0.98 } },
  document: { exact: { m: 0.9, u: 0.000001 }, different: { m: 0.1, u: 0.999999 } },
};
