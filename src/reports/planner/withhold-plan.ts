import { SMALLEST_SHOWN } from '../figures/withholding.js';
import { withholdStages } from '../stages/withhold-stages.js';
import type { WorkDay } from './learn-work.js';
import type { ByBand, PlanFacts } from './plan-facts.js';

/** Facts without what is withheld, and which bands may be shown. */
export interface ShownFacts extends PlanFacts {
  suppressed: boolean;
}

/**
 * Takes small counts out before anything is worked out from them: a stage that is withheld counts as empty, so that no forecast,
 * whatever is tried with it, gives back what it never knew. So are days on which few came or passed, and parts of which one is
 * small.
 */
export function withholdFacts(facts: PlanFacts): ShownFacts {
  const { work, arrivals, verified, withPassport, assessed, urgent } = facts;
  return {
    ...facts,
    loads: withholdStages(facts.loads),
    arrivals: pooled(arrivals),
    work: Object.fromEntries(
      Object.entries(work).map(([stage, days]) => [stage, pooledDays(days)]),
    ) as PlanFacts['work'],
    withPassport: partOf(withPassport, verified),
    urgent: partOf(urgent, assessed),
    suppressed: true,
  };
}

/**
 * Counts of days as the daily figures show them: those that they withhold (`withholdSmall`) are what they come to together, which
 * the figures tell too, spread evenly; at the end, where they do not tell it yet, nobody.
 */
export function pooled(counts: readonly number[]): number[] {
  const shown: number[] = [];
  let pool: number[] = [];
  for (const count of counts) {
    const together = sum(pool) + count;
    if (together > 0 && together < SMALLEST_SHOWN) pool.push(count);
    else {
      const days = pool.length > 0 ? [...pool, count].map((_, __, all) => together / all.length) : [count];
      shown.push(...days);
      pool = [];
    }
  }
  return [...shown, ...pool.map(() => 0)];
}

function pooledDays(days: readonly WorkDay[]): WorkDay[] {
  const people = pooled(days.map((day) => day.people));
  return days.map((day, at) => ({ ...day, people: people[at]! }));
}

/** A part of a whole; none or all of it where it, or what is left, is small. */
function partOf(part: number, whole: number): number {
  if (part < SMALLEST_SHOWN) return 0;
  return whole - part < SMALLEST_SHOWN ? whole : part;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Bands of a stage, unless one of them is small: the others and the sum would give it away. */
export function shownBands(bands: ByBand, people: number | null, suppressed: boolean): ByBand | null {
  if (people === null) return null;
  const small = Object.values(bands).some((count) => count > 0 && count < SMALLEST_SHOWN);
  return suppressed && small ? null : bands;
}
