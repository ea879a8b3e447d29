import { hallOrder, zoneOrder } from './call-order.js';
import type { CallState } from './call-forward-state.js';
import { lineForecast } from './line-forecast.js';
import { type ExpectedStart, startRange } from './start-range.js';

/** @returns when a person begins at a counter, wherever they are now; undefined where the state does not know them */
export function expectedStart(state: CallState, personId: string): ExpectedStart | undefined {
  const { now, hall, zone, parameters } = state;
  const inHall = [...hall].sort(hallOrder(parameters)).findIndex((person) => person.personId === personId);
  if (inHall >= 0) return startRange(state)(inHall + 1, now);
  const inZone = [...zone].sort(zoneOrder(parameters)).findIndex((person) => person.personId === personId);
  if (inZone >= 0) return startRange(state)(hall.length + inZone + 1, now + parameters.rooms.zoneWalk);
  return lineForecast(state).get(personId);
}
