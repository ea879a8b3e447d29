import { hallOrder } from './call-order.js';
import type { CallState } from './call-state.js';
import { lineForecast } from './line-forecast.js';
import { startFromZone } from './start-from-zone.js';
import { type ExpectedStart, startRange } from './start-range.js';

/** @returns when a person begins at a counter, wherever they are now; undefined where the state does not know them */
export function expectedStart(state: CallState, personId: string): ExpectedStart | undefined {
  const { now, hall, zone, parameters } = state;
  const inHall = [...hall].sort(hallOrder(parameters)).findIndex((person) => person.personId === personId);
  if (inHall >= 0) return startRange(state)(inHall + 1, now);
  const seated = zone.find((person) => person.personId === personId);
  if (seated) return startFromZone(state, seated);
  return lineForecast(state).get(personId);
}
