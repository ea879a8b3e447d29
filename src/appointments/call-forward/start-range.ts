import type { CallState, OpenHours } from './call-forward-state.js';
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
  const { service } = state.parameters;
  const atWork = Math.max(1, state.counters.filter(({ state }) => state === 'open').length);
  const taken = whenTaken(state);
  return (ahead, notBefore, lowest = notBefore) => {
    const at = Math.max(taken(ahead), notBefore);
    const deviation = ((service.mean * service.cv) / atWork) * Math.sqrt(ahead) + 1;
    return { at, low: Math.max(lowest, at - Z * deviation), high: at + Z * deviation };
  };
}

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
