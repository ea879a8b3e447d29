import { callOrder, hallOrder, zoneOrder } from './call-order.js';
import type { CallState, OpenHours } from './call-forward-state.js';
import { chanceIfCalled, coming } from './show-up.js';
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
 * @returns when a person begins at a counter, wherever they are now; undefined where the state does not know them.
 * For those who are called it is about when they were told; for the others it follows from how many are before them.
 */
export function expectedStart(state: CallState, personId: string): ExpectedStart | undefined {
  const { now, hall, zone, underWay, parameters } = state;
  const inHall = [...hall].sort(hallOrder(parameters)).findIndex((person) => person.personId === personId);
  if (inHall >= 0) return range(state, inHall + 1, now, now);
  const inZone = [...zone].sort(zoneOrder(parameters)).findIndex((person) => person.personId === personId);
  const walk = now + parameters.rooms.zoneWalk;
  if (inZone >= 0) return range(state, hall.length + inZone + 1, walk, walk);
  const called = underWay.find((person) => person.personId === personId);
  if (called) {
    const { at } = coming(called, state);
    const before = [...hall, ...zone].filter(({ dueAt }) => dueAt <= called.dueAt).length;
    return range(state, before + 1, Math.max(called.dueAt, at), at);
  }
  return inLine(state, personId);
}

function inLine(state: CallState, personId: string): ExpectedStart | undefined {
  const { now, hall, zone, underWay, toBeCalled, parameters } = state;
  const line = [...toBeCalled].sort(callOrder(parameters));
  const index = line.findIndex((person) => person.personId === personId);
  const person = line[index];
  if (!person) return undefined;
  let ahead = hall.length + zone.length + 1;
  for (const other of underWay) ahead += coming(other, state).chance;
  for (const other of line.slice(0, index)) ahead += chanceIfCalled(other, parameters);
  const reach = now + person.travel * parameters.travel.factor + parameters.rooms.early;
  return range(state, ahead, reach, reach);
}

/** @param ahead which start it is, counted from now; @param notBefore when the person can be there */
function range(state: CallState, ahead: number, notBefore: number, lowest: number): ExpectedStart {
  const { service } = state.parameters;
  const atWork = Math.max(1, state.counters.filter(({ state }) => state === 'open').length);
  const at = Math.max(whenTaken(state, ahead), notBefore);
  const deviation = ((service.mean * service.cv) / atWork) * Math.sqrt(ahead) + 1;
  return { at, low: Math.max(lowest, at - Z * deviation), high: at + Z * deviation };
}

/** @returns when the counters will have taken `people` from now on, over as many days as it takes */
export function whenTaken(state: CallState, people: number): number {
  const { now, counters, parameters } = state;
  const rate = counters.filter(({ state }) => state !== 'paused').length / parameters.service.mean;
  const days = state.hours.filter(({ closesAt }) => closesAt > now);
  const today = days[0];
  if (!today) return Infinity;
  const starts = expectedStarts(state, today);
  const minute = starts.findIndex((taken) => taken >= people);
  if (minute >= 0) return now + minute;
  return afterHorizon(days, Math.min(today.closesAt, now + HORIZON), people - starts[HORIZON]!, rate);
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
