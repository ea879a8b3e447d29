import type { CallState, OpenHours } from './call-state.js';
import { planHall } from './plan-hall.js';
import { planPlaces } from './plan-places.js';
import { minutesEach } from './start-range.js';
import { expectedStarts } from './starts-forecast.js';

export interface Call {
  personId: string;
  /** `zone`: set out for the embassy, and sit down near by. `hall`: from the zone, come in. */
  to: 'hall' | 'zone';
  /** When to tell them: always now. Plan again after every event, and every minute. */
  at: number;
  /** When they are due at a counter: kept with the person. */
  dueAt: number;
  /** When they will begin, as they are told. */
  expectedAt: number;
}

export interface CallPlan {
  calls: Call[];
}

/**
 * Who is called where, now. Pure: the same state gives the same plan, in the order in which to tell them. Nobody is in
 * it twice, and nobody who is already there or under way. The caller acts on it and keeps `dueAt` with each person.
 */
export function planCalls(state: CallState): CallPlan {
  const { now } = state;
  const hours = state.hours.find(({ closesAt }) => closesAt > now);
  if (!hours) return { calls: [] };
  const setOut = planPlaces(state, hours).map(({ person: { personId }, dueAt, crowd }) => ({
    personId,
    to: 'zone' as const,
    at: now,
    dueAt,
    expectedAt: dueAt + crowd * minutesEach(state) + state.parameters.startsLate,
  }));
  return { calls: [...intoHall(state, hours), ...setOut] };
}

function intoHall(state: CallState, hours: OpenHours): Call[] {
  const { now, parameters } = state;
  const { zoneWalk } = parameters.rooms;
  return planHall(state, hours).map(({ personId, dueAt }, index) => {
    const before = state.hall.length + state.underWay.filter(({ by }) => by === 'zone').length + index;
    const taken = expectedStarts(state, hours, 40).findIndex((starts) => starts >= before + 1);
    const expectedAt = Math.max(now + zoneWalk, hours.opensAt, taken < 0 ? 0 : now + taken - 0.5);
    return { personId, to: 'hall', at: now, dueAt, expectedAt };
  });
}
