import type { CallBand, Present, ToBeCalled } from './call-state.js';
import type { CallParameters } from './call-parameters.js';

/**
 * The place in a line as a time, smaller is earlier. Urgent stands before everybody, strictly; below it `high` goes
 * some minutes ahead and nobody is overtaken for ever (ageing), because under overload strict priority starves
 * (Oz, Shneer and Ziedins 2020).
 */
function place(band: CallBand, since: number, highAhead: number): number {
  if (band === 'urgent') return since - 1e9;
  return band === 'high' ? since - highAhead : since;
}

const byPlace =
  <P extends { personId: string }>(placeOf: (person: P) => number) =>
  (a: P, b: P): number =>
    placeOf(a) - placeOf(b) || (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0);

/** How many times further ahead the vulnerable are in the line of those to be called: hours count there. */
const AHEAD_IN_LINE = 12;

/** Compares people who wait to be called. */
export const callOrder = ({ rooms }: CallParameters) =>
  byPlace<ToBeCalled>(({ band, inLineSince }) => place(band, inLineSince, rooms.highAhead * AHEAD_IN_LINE));

/** Compares people in the hall, by when they are due. */
export const hallOrder = ({ rooms }: CallParameters) =>
  byPlace<Present>(({ band, dueAt }) => place(band, dueAt, rooms.highAhead));

/** The place of somebody who is called, before and in the zone. */
export const zonePlace = (
  { band, dueAt }: Pick<Present, 'band' | 'dueAt'>,
  { rooms }: CallParameters,
): number => place(band, dueAt, rooms.highAheadInZone);

/** Compares people in the zone, by when they are due. */
export const zoneOrder = (parameters: CallParameters) =>
  byPlace<Present>((person) => zonePlace(person, parameters));
