import { SMALLEST_SHOWN } from '../figures/withholding.js';
import { withholdStages } from '../stages/withhold-stages.js';
import type { ByBand, PlanFacts } from './plan-facts.js';

/** Facts without what is withheld, and which bands may be shown. */
export interface ShownFacts extends PlanFacts {
  suppressed: boolean;
}

/**
 * Takes small counts out before anything is worked out from them: a stage that is withheld counts as empty, so that no forecast,
 * whatever is tried with it, gives back what it never knew.
 */
export function withholdFacts(facts: PlanFacts): ShownFacts {
  return { ...facts, loads: withholdStages(facts.loads), suppressed: true };
}

/** Bands of a stage, unless one of them is small: the others and the sum would give it away. */
export function shownBands(bands: ByBand, people: number | null, suppressed: boolean): ByBand | null {
  if (people === null) return null;
  const small = Object.values(bands).some((count) => count > 0 && count < SMALLEST_SHOWN);
  return suppressed && small ? null : bands;
}
