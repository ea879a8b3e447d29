import type { OpenHours } from './call-state.js';
import type { RoomParameters } from './call-parameters.js';

/** How many people should be due and waiting at a time of the day. */
export function stockAt(at: number, { opensAt, closesAt }: OpenHours, rooms: RoomParameters): number {
  const fresh = Math.max(0, 1 - Math.max(0, at - opensAt) / rooms.openingFade);
  const ending = endingAt(at, closesAt, rooms);
  const stock = rooms.stock + (rooms.stockAtOpening - rooms.stock) * fresh;
  return stock + (rooms.stockAtClosing - stock) * ending;
}

/** How many people should be in zone and hall at most. */
export function presentAt(at: number, { closesAt }: OpenHours, rooms: RoomParameters): number {
  return rooms.presentMost + (rooms.presentAtClosing - rooms.presentMost) * endingAt(at, closesAt, rooms);
}

/** From 0 to 1 towards the end of the day: the last people must have come some time before it. */
const endingAt = (at: number, closesAt: number, rooms: RoomParameters): number =>
  Math.min(1, Math.max(0, 1 - (closesAt - rooms.closingAt - at) / rooms.closingFade));
