import { callOrder } from './call-order.js';
import type { CallState } from './call-state.js';
import { coming } from './show-up.js';
import { type ExpectedStart, startRange } from './start-range.js';

/** The turn of somebody who has not come yet. */
export interface TurnForecast extends ExpectedStart {
  /** People whose turn comes before, each counted by the chance that they come. */
  ahead: number;
  called: boolean;
}

/**
 * When the turn comes of everybody who is at home or on the way. For those who are called it is about when they were
 * told; for the others it follows from how many are before them. Whom the state leaves out is left out here.
 */
export function lineForecast(state: CallState): ReadonlyMap<string, TurnForecast> {
  const { now, hall, zone, underWay, toBeCalled, parameters } = state;
  const start = startRange(state);
  const turns = new Map<string, TurnForecast>();
  const present = [...hall, ...zone].map(({ dueAt }) => dueAt);
  for (const person of underWay) {
    const { at } = coming(person, state);
    const ahead = present.filter((dueAt) => dueAt <= person.dueAt).length;
    turns.set(person.personId, {
      ...start(ahead + 1, Math.max(person.dueAt, at), at),
      ahead,
      called: true,
    });
  }
  let ahead = present.length;
  for (const person of underWay) ahead += coming(person, state).chance;
  for (const person of [...toBeCalled].sort(callOrder(parameters))) {
    const reach = now + person.travel * parameters.travel.factor + parameters.rooms.early;
    turns.set(person.personId, { ...start(ahead + 1, reach), ahead, called: false });
    ahead += parameters.showUp;
  }
  return turns;
}
