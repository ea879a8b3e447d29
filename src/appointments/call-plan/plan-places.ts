import { callOrder } from './call-order.js';
import type { CallState, OpenHours, ToBeCalled } from './call-state.js';
import type { CallParameters } from './call-parameters.js';
import { DuePeople } from './due-people.js';
import { coming } from './show-up.js';
import { expectedStarts, HORIZON } from './starts-forecast.js';
import { presentAt, stockAt } from './stock.js';

/** Who is to set out now, and when they are due at a counter. */
export interface SetOut {
  person: ToBeCalled;
  dueAt: number;
  /** How many more than usual will be due and waiting then: they begin so much later. */
  crowd: number;
}

/**
 * Whom to call from afar. The minutes ahead have room for as many people as the counters will have taken by then,
 * and a few more, less those who are there or under way (each counted by the chance that they come). In the order of
 * the line everyone takes the earliest room that they can reach; whose room would be lost by waiting sets out now.
 * So a gap in ten minutes goes to the next person who lives near, and the far ones are called while there is time.
 */
export function planPlaces(state: CallState, hours: OpenHours): SetOut[] {
  const { now, parameters, toBeCalled } = state;
  if (toBeCalled.length === 0) return [];
  const { rooms, showUp: chance } = parameters;
  const opening = Math.max(0, Math.ceil(hours.opensAt - now));
  const starts = expectedStarts(state, hours);
  const due = duePeople(state, hours, starts, opening);
  let fullFrom = HORIZON + 1;
  const seats = seatsAhead(state, starts, hours);
  const calls: SetOut[] = [];
  for (const person of [...toBeCalled].sort(callOrder(parameters))) {
    if (!person.hasPhone) continue;
    const way = person.travel * parameters.travel.factor;
    const spread = way * parameters.travel.cv;
    if (now + latestWay(way, parameters) > hours.closesAt) continue;
    const lead = way + rooms.early + rooms.earlyDeviations * spread;
    const soonest = Math.max(Math.min(Math.ceil(lead), HORIZON), opening);
    if (soonest >= fullFrom) continue;
    const minute = due.firstRoom(soonest, chance);
    if (minute < 0) {
      fullFrom = soonest;
      continue;
    }
    due.add(minute, chance);
    if (minute > Math.ceil(lead)) continue;
    const arrival = Math.min(HORIZON, Math.ceil(way));
    if (seats[arrival]! < chance) continue;
    for (let i = arrival; i <= HORIZON; i++) seats[i]! -= chance;
    calls.push({
      person,
      crowd: Math.max(0, due.waitingAt(minute) - rooms.stock),
      dueAt: Math.max(now + lead, hours.opensAt),
    });
  }
  return calls;
}

/** Minutes after which somebody who set out has surely come and sat down: a log-normal way has a long tail. */
const latestWay = (way: number, { rooms, travel }: CallParameters): number =>
  way * Math.exp(rooms.closingDeviations * Math.sqrt(Math.log(1 + travel.cv ** 2))) + rooms.closingMargin;

/** Who is due in each minute ahead: those who are there, and those under way by the chance that they come. */
function duePeople(state: CallState, hours: OpenHours, starts: Float64Array, opening: number): DuePeople {
  const { now, parameters, hall, zone, underWay } = state;
  const due = new Float64Array(HORIZON + 1);
  const add = (at: number, chance: number) => {
    const minute = Math.max(opening, Math.ceil(at - now), 0);
    if (minute <= HORIZON) due[minute]! += chance;
  };
  for (const { dueAt } of hall) add(dueAt, 1);
  for (const { dueAt } of zone) add(dueAt, 1);
  for (const person of underWay) {
    const { chance, at } = coming(person, state);
    add(Math.max(person.dueAt, at), chance);
  }
  const today = hours.closesAt - now > HORIZON ? Infinity : starts[HORIZON]! + parameters.rooms.closingSpare;
  const most = Float64Array.from(due, (_, i) =>
    Math.min(stockAt(now + i, hours, parameters.rooms), today - starts[i]!),
  );
  const atWork = state.counters.filter((counter) => counter.state === 'open').length;
  return new DuePeople(due, starts, most, atWork, opening);
}

/** For each minute ahead: how many more may have arrived by then, so that hall and zone hold them. */
function seatsAhead(state: CallState, starts: Float64Array, hours: OpenHours): Float64Array {
  const { now, parameters, hall, zone, underWay } = state;
  const seats = starts.slice();
  const arrivals = new Float64Array(HORIZON + 1);
  for (const person of underWay) {
    const { chance, at } = coming(person, state);
    const minute = Math.max(0, Math.ceil(at - now));
    if (minute <= HORIZON) arrivals[minute]! += chance;
  }
  for (let i = 0, here = hall.length + zone.length; i <= HORIZON; i++) {
    here += arrivals[i]!;
    seats[i]! += presentAt(now + i, hours, parameters.rooms) - here;
  }
  return seats;
}
