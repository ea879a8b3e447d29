import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { oneRow } from '../../platform/database/one-row.js';
import { type OpeningFacts, openingTimes } from './opening-times.js';
import { readOpening } from './read-opening.js';

/** Whoever sets out so long before the post opens hardly waits before a closed door. */
const BEFORE_OPENING_MS = 45 * 60_000;
/** Whoever sets out later would come when nobody is there. */
const BEFORE_CLOSING_MS = 30 * 60_000;
const DAYS_AHEAD = 14;

/**
 * When somebody finds the post open who need not wait for an appointment: nobody in danger is sent to a closed door.
 * @returns `now`, also where the post opens at no time that is known; else the next opening
 */
export function nextOpen(facts: OpeningFacts, now: Date): Date {
  const next = openingTimes(facts, now, DAYS_AHEAD).find(
    ({ to }) => to.getTime() - now.getTime() > BEFORE_CLOSING_MS,
  );
  return next && next.from.getTime() - now.getTime() > BEFORE_OPENING_MS ? next.from : now;
}

export interface NextOpen {
  at: Date;
  /** Whether that is now. */
  now: boolean;
  /** Whether a moment is of a later day at the post. */
  isDayBefore(moment: Date): boolean;
}

/** The same for a post, in the caller's transaction. */
export async function readNextOpen(tx: EntityManager, postId: string): Promise<NextOpen> {
  const { now, timeZone } = await oneRow<{ now: Date; timeZone: string }>(
    tx,
    'SELECT now(), time_zone AS "timeZone" FROM post WHERE id = $1',
    [postId],
  );
  const at = nextOpen(await readOpening(tx, postId, timeZone), now);
  const day = (moment: Date) => DateTime.fromJSDate(moment, { zone: timeZone }).toISODate()!;
  return { at, now: at === now, isDayBefore: (moment) => day(at) < day(moment) };
}
