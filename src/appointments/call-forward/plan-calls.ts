import type { CallState } from './call-forward-state.js';
import { planHall } from './plan-hall.js';
import { planPlaces } from './plan-places.js';

export interface Call {
  personId: string;
  /** `zone`: set out for the embassy, and sit down near by. `hall`: from the zone, come in. */
  to: 'hall' | 'zone';
  /** When to tell them: always now. Plan again after every event, and every minute. */
  at: number;
  /** When they are expected at a counter: kept with the person, and told to them. */
  dueAt: number;
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
  const inside = planHall(state, hours).map(({ personId, dueAt }) => ({
    personId,
    to: 'hall' as const,
    at: now,
    dueAt,
  }));
  const setOut = planPlaces(state, hours).map(({ person: { personId }, dueAt }) => ({
    personId,
    to: 'zone' as const,
    at: now,
    dueAt,
  }));
  return { calls: [...inside, ...setOut] };
}
