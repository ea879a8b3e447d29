import type { EntityManager } from 'typeorm';
import { travelMinutes } from '../../registrations/travel-time.js';

/** Until a message is read and somebody is on their way. */
const TO_SET_OUT_MINUTES = 15;
/** The way of whoever did not say how long they need. */
const UNSAID_TRAVEL_MINUTES = 30;

const EARLIEST_SQL = `
  SELECT now() + make_interval(mins => max(coalesce(${travelMinutes('travel_time')}, $2::int)) + $3::int) AS at
  FROM registration WHERE id = ANY ($1) AND NOT (channel = 'kiosk' AND received_at > now() - interval '30 minutes')`;

/**
 * When the appointment of people who come together may begin at the earliest, so that the one who needs longest can be there:
 * no time is told that nobody can keep. Undefined where all of them have just registered at a kiosk.
 */
export async function earliestBegin(
  tx: EntityManager,
  registrationIds: readonly string[],
): Promise<Date | undefined> {
  const [row] = await tx.query<{ at: Date | null }[]>(EARLIEST_SQL, [
    registrationIds,
    UNSAID_TRAVEL_MINUTES,
    TO_SET_OUT_MINUTES,
  ]);
  return row?.at ?? undefined;
}
