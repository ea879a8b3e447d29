import type { CallState, OpenHours } from './call-state.js';
import { expectedStarts, HORIZON } from './starts-forecast.js';

/** When somebody's turn comes: 8 of 10 begin between `low` and `high`. */
export interface ExpectedStart {
  at: number;
  low: number;
  high: number;
}

/** z of the 10 % on each side. */
const Z = 1.2816;

/**
 * When the start comes that is the first, second... of all from now on, with its uncertainty. What is the same for
 * everybody is computed once, so that many can be asked for.
 * @returns a function of which start it is, when the person can be there, and what the range never falls below
 */
export function startRange(
  state: CallState,
): (ahead: number, notBefore: number, lowest?: number) => ExpectedStart {
  const taken = whenTaken(state);
  return (ahead, notBefore, lowest = notBefore) => {
    return rangeAround(state, { at: Math.max(taken(ahead), notBefore), ahead, lowest, variance: 0 });
  };
}

/** @param start `ahead`: which start it is; `variance`: of how many come before, where that is not sure */
export function rangeAround(
  state: CallState,
  { at, ahead, lowest, variance }: { at: number; ahead: number; lowest: number; variance: number },
): ExpectedStart {
  const { cv } = state.parameters.service;
  const deviation = minutesEach(state) * Math.sqrt(cv ** 2 * ahead + variance) + 1;
  return { at, low: Math.max(lowest, at - Z * deviation), high: at + Z * deviation };
}

/** Minutes from one start to the next. */
export const minutesEach = ({ counters, parameters }: CallState): number =>
  parameters.service.mean / Math.max(1, counters.filter(({ state }) => state === 'open').length);

/** When the counters will have taken so many people from now on, over as many days as it takes. */
function whenTaken(state: CallState): (people: number) => number {
  const { now, counters, parameters } = state;
  const rate = counters.filter(({ state }) => state !== 'paused').length / parameters.service.mean;
  const days = state.hours.filter(({ closesAt }) => closesAt > now);
  const today = days[0];
  if (!today) return () => Infinity;
  const starts = expectedStarts(state, today);
  return (people) => {
    const minute = starts.findIndex((taken) => taken >= people);
    if (minute >= 0) return now + minute;
    return afterHorizon(days, Math.min(today.closesAt, now + HORIZON), people - starts[HORIZON]!, rate);
  };
}

function afterHorizon(days: readonly OpenHours[], from: number, people: number, rate: number): number {
  let left = people;
  for (const { opensAt, closesAt } of days) {
    const begin = Math.max(from, opensAt);
    const taken = Math.max(0, closesAt - begin) * rate;
    if (left <= taken && rate > 0) return begin + left / rate;
    left -= taken;
  }
  return Infinity;
}
