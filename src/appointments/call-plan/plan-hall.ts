import { zoneOrder } from './call-order.js';
import type { CallState, OpenHours, Present } from './call-state.js';
import { between } from './service-law.js';
import { expectedStarts } from './starts-forecast.js';

/**
 * Who goes from the zone into the hall now: as many as the counters will take until they are there, and a few more.
 * Where the zone is all but full the hall takes what it has seats for, and where its last seat is taken more than that:
 * nobody stands in the zone. Urgent people go in at once.
 */
export function planHall(state: CallState, hours: OpenHours): Present[] {
  const { now, zone, hall, underWay, parameters } = state;
  const { rooms } = parameters;
  if (zone.length === 0) return [];
  const isEarly = now < hours.opensAt - rooms.hallFrom;
  const crossing = underWay.filter(({ by }) => by === 'zone').length;
  const ahead = Math.ceil(rooms.zoneWalk) + 1;
  const starts = expectedStarts(state, hours, ahead);
  const soon = between(starts, rooms.zoneWalk);
  const beforeOpening = now < hours.opensAt;
  const spare = beforeOpening ? rooms.hallSpareAtOpening : rooms.hallSpare;
  const atWork = state.counters.filter(({ state }) => state === 'open').length;
  const most = beforeOpening ? Math.max(rooms.hallSeats, atWork + 1) : rooms.hallSeats;
  const wanted = isEarly ? 0 : Math.min(soon + spare, most);
  const mustMakeRoom = (seated: number, there: number) =>
    (seated >= rooms.zoneSeats - 1 && there < most && !isEarly) ||
    (seated >= rooms.zoneSeats && there < Math.max(most, rooms.hallSeatsMost));
  const waiting = [...zone].sort(zoneOrder(parameters));
  const go: Present[] = [];
  while (waiting.length > 0) {
    const there = hall.length + crossing + go.length;
    const isTheirTurn = waiting[0]!.band === 'urgent' || there + 0.5 <= wanted;
    if (isTheirTurn || isLastOfTheDay(now, hours, rooms.zoneWalk)) go.push(waiting.shift()!);
    else if (mustMakeRoom(waiting.length, there)) go.push(...waiting.splice(whoStands(waiting), 1));
    else break;
  }
  return go;
}

/** Who goes early where the zone has no seat left: not the vulnerable, if there is anybody else. */
const whoStands = (waiting: readonly Present[]): number =>
  Math.max(
    0,
    waiting.findIndex(({ band }) => band === 'standard'),
  );

/** The last minutes before closing: whoever is in the hall by then is still served. */
const isLastOfTheDay = (now: number, { closesAt }: OpenHours, walk: number): boolean =>
  now >= closesAt - 2 * walk - 1 && now < closesAt;
