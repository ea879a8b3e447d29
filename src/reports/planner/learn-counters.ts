import { ASSUMED, type Assumption, assume, ENOUGH_PEOPLE } from './assumptions.js';
import { type LearnedWork, perDayAt } from './learn-work.js';

/** What was seen at the counters in the last weeks. */
export interface CountersSeen {
  served: number;
  /** Of one service. */
  meanMinutes: number | null;
  /** Coefficient of variation of one service. */
  variation: number | null;
  /** Counters at work on each day that any was. */
  atWork: readonly number[];
  came: number;
  missed: number;
}

export interface CountersKnown {
  /** Counters that the post has. */
  counters: number;
  /** Planned minutes of the service, where the post says so. */
  plannedMinutes: number | null;
  openMinutes: number;
  /** Whether people are called when their turn is near, so that somebody else comes in place of who does not. */
  calledForward: boolean;
}

export interface LearnedCounters extends LearnedWork {
  minutes: number;
  variation: number;
  noShow: number;
}

/** Minutes that a counter waits for somebody who does not come, where others have been called too. */
const MISSED_MINUTES = 2;

/** How many people one counter serves a day, from how long services took and how many came who were expected. */
export function learnCounters(
  seen: CountersSeen,
  known: CountersKnown,
  given: { noShow?: number },
): LearnedCounters {
  const assumptions: Assumption[] = [];
  const enough = seen.served >= ENOUGH_PEOPLE && seen.meanMinutes !== null && seen.meanMinutes > 0;
  const minutes = enough ? seen.meanMinutes! : (known.plannedMinutes ?? ASSUMED.minutes);
  const variation = (enough && seen.variation) || ASSUMED.variation;
  if (!enough) assumptions.push(assume('service-minutes', 'counter', Math.round(minutes)));

  const counters = median(seen.atWork) ?? known.counters;
  if (seen.atWork.length === 0) assumptions.push(assume('staff-assumed', 'counter', counters));

  const expected = seen.came + seen.missed;
  const learned = expected >= ENOUGH_PEOPLE ? seen.missed / expected : undefined;
  const noShow = given.noShow ?? learned ?? ASSUMED.noShow;
  if (given.noShow === undefined && learned === undefined)
    assumptions.push(assume('no-show-assumed', 'counter', Math.round(noShow * 100)));

  const lost = known.calledForward ? Math.min(MISSED_MINUTES, minutes) : minutes;
  const share = Math.min(noShow, 0.9);
  const perStaff = perDayAt(minutes + (share / (1 - share)) * lost, known.openMinutes);
  const level = enough ? variation / Math.sqrt(seen.served) : 0.2;
  const spread = {
    level: Math.max(level, 0.03),
    daily: variation / Math.sqrt(Math.max(perStaff * counters, 1)),
  };
  return { perStaff, staff: counters, spread, assumptions, minutes, variation, noShow };
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
