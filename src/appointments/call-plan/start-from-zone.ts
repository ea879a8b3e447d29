import { zonePlace } from './call-order.js';
import type { CallState, Present } from './call-state.js';
import { comesBy } from './show-up.js';
import { type ExpectedStart, minutesEach, rangeAround } from './start-range.js';
import { expectedStarts, HORIZON } from './starts-forecast.js';

/** A person begins, in the mean, in the middle of their own start. */
const OWN_START = 0.5;

/**
 * When the turn comes of somebody who sits in the zone. Before them go those in hall and zone who are due earlier, of
 * those under way who are due earlier whoever comes in time, and whom the counters take while the person walks over.
 */
export function startFromZone(state: CallState, person: Present): ExpectedStart {
  const { now, parameters } = state;
  const lowest = now + parameters.rooms.zoneWalk;
  const today = state.hours.find(({ closesAt }) => closesAt > now);
  const starts = today ? expectedStarts(state, today) : new Float64Array(HORIZON + 1);
  const first = Math.ceil(parameters.rooms.zoneWalk);
  const before = goingBefore(state, person, starts[first]!);
  const minute = starts.findIndex((taken, i) => i >= first && taken >= before(now + i).people + OWN_START);
  const inTime = minute >= 0;
  const end = inTime ? now + minute : Math.min(today?.closesAt ?? Infinity, now + HORIZON);
  const { people, variance } = before(end);
  const left = inTime ? 0 : people + 1 - starts[HORIZON]!;
  const at = Math.max(end + left * minutesEach(state), lowest);
  return rangeAround(state, { at, ahead: people + 1, lowest, variance });
}

/** How many go before a person who would begin at a given time. @param passing taken before they can be in the hall */
function goingBefore(
  { now, hall, zone, underWay, parameters }: CallState,
  person: Present,
  passing: number,
): (at: number) => { people: number; variance: number } {
  const mine = zonePlace(person, parameters);
  const isBefore = (other: Pick<Present, 'personId' | 'band' | 'dueAt'>) =>
    other.personId !== person.personId && zonePlace(other, parameters) < mine;
  const inside = [...hall, ...underWay.filter(({ by }) => by === 'zone')];
  const behind = inside.filter((other) => !isBefore(other)).length;
  const here = [...inside, ...zone].filter(isBefore).length + Math.min(behind, passing);
  const others = underWay.filter((other) => other.by !== 'zone' && isBefore(other));
  return (at) => {
    const chances = others.map((other) => comesBy(other, at, { now, parameters }));
    return {
      people: chances.reduce((sum, chance) => sum + chance, here),
      variance: chances.reduce((sum, chance) => sum + chance * (1 - chance), 0),
    };
  };
}
