import { atPlanMinute, planMinutes } from './plan-minute.js';

/**
 * Writes down whom the plan calls. A booking that is called already (`one_open_call_per_booking`), or is no longer to be
 * come to, is left out. Parameters: post, JSON of `{id, dueAt, expectedAt, travel}`.
 */
export const CALL_SQL = `
  INSERT INTO call_forward (booking_id, attempt, post_id, called_to, due_at, expected_at, travel_minutes)
  SELECT b.id, 1 + (SELECT count(*) FROM call_forward c WHERE c.booking_id = b.id), b.post_id, 'zone',
    ${atPlanMinute('w."dueAt"')}, ${atPlanMinute('w."expectedAt"')}, w.travel
  FROM jsonb_to_recordset($2::jsonb) AS w (id uuid, "dueAt" float8, "expectedAt" float8, travel smallint)
    JOIN booking b ON b.id = w.id
  WHERE b.post_id = $1 AND b.status = 'booked' AND b.callable_from <= now()
  ON CONFLICT DO NOTHING RETURNING booking_id AS id, attempt`;

/** Waits for whoever is changing the bookings, and passes over what is no longer to be come to. Parameter: bookings. */
export const MARK_CALLED_SQL = `
  UPDATE booking SET called_forward_at = now(), called_to = 'zone', callable_from = 'infinity', version = version + 1
  WHERE id = ANY ($1) AND status = 'booked' RETURNING id, registration_id AS "registrationId"`;

/** Calls whose booking ended in the same moment. Parameters: bookings written down, bookings marked. */
export const WITHDRAW_CALLS_SQL = `
  UPDATE call_forward SET state = 'withdrawn', ended_at = now()
  WHERE booking_id = ANY ($1) AND booking_id <> ALL ($2) AND ended_at IS NULL`;

/**
 * Takes up people who were told to come by hand, or at once because they are in danger, so that they are waited for,
 * told again and counted like all others. Parameters: post, minutes of their way.
 */
export const TAKE_UP_SQL = `
  WITH told AS (
    UPDATE booking SET callable_from = 'infinity', called_to = 'hall'
    WHERE post_id = $1 AND status = 'booked' AND called_forward_at IS NOT NULL AND callable_from = '-infinity'
    RETURNING id, post_id, called_forward_at
  )
  INSERT INTO call_forward (booking_id, attempt, post_id, called_to, called_at, due_at, expected_at, travel_minutes)
  SELECT id, 1 + (SELECT count(*) FROM call_forward c WHERE c.booking_id = told.id), post_id, 'hall', called_forward_at,
    called_forward_at + ${planMinutes('$2::int')}, called_forward_at + ${planMinutes('$2::int')}, $2
  FROM told ON CONFLICT DO NOTHING`;

/** When somebody called should have been there: after their way, longer by half, and the grace. */
const AWAITED = `greatest(c.called_at, c.replied_at) + ${planMinutes(
  `(c.travel_minutes * 1.5)::int + $2::int + CASE WHEN c.reply = 'ten-minutes' THEN 10 ELSE 0 END`,
)}`;

/** People to be told once more. Parameters: post, grace in minutes. */
export const RECALL_SQL = `
  UPDATE call_forward c SET state = 'recalled', recalled_at = now() FROM booking b
  WHERE c.post_id = $1 AND c.ended_at IS NULL AND c.state = 'called' AND b.id = c.booking_id AND now() > ${AWAITED}
  RETURNING c.booking_id AS id, b.registration_id AS "registrationId", c.attempt, c.called_to AS "to"`;

/**
 * Calls in vain: told twice and not come. The person keeps their place in the line and is called again in two hours;
 * after the third time they come at the time of their appointment, or when they can. Parameters: post, grace in minutes.
 */
export const LAPSE_SQL = `
  WITH lapsed AS (
    UPDATE call_forward c SET state = 'lapsed', ended_at = now()
    WHERE c.post_id = $1 AND c.ended_at IS NULL AND c.state = 'recalled'
      AND now() > greatest(c.recalled_at, c.replied_at) + ${planMinutes('$2::int')}
    RETURNING booking_id, attempt
  )
  UPDATE booking SET version = version + 1,
    callable_from = CASE WHEN attempt < 3 THEN now() + ${planMinutes('120')} ELSE 'infinity' END
  FROM lapsed WHERE booking.id = lapsed.booking_id
  RETURNING id, registration_id AS "registrationId", attempt`;

/** What a called person answered. Parameters: registration, reply. */
export const REPLY_SQL = `
  UPDATE call_forward c SET reply = $2, replied_at = now() FROM booking b
  WHERE b.registration_id = $1 AND c.booking_id = b.id AND c.ended_at IS NULL
  RETURNING c.booking_id AS id, c.attempt`;

/** The person cannot come now: the call or the time of their own is over, and they are not called before a time. Parameters: booking, that time. */
export const DECLINE_SQL = `
  WITH declined AS (
    UPDATE call_forward SET state = 'declined', reply = 'cannot-come', replied_at = now(), ended_at = now()
    WHERE booking_id = $1 AND ended_at IS NULL
  )
  UPDATE booking SET callable_from = $2, return_at = NULL, version = version + 1 WHERE id = $1`;

/** Parameters: bookings, whether messages reach their people. */
export const REACHABLE_SQL = 'UPDATE booking SET reachable = $2 WHERE id = ANY ($1)';
/** Parameters: bookings, minutes. */
export const CALL_LATER_SQL = `
  UPDATE booking SET callable_from = now() + ${planMinutes('$2::int')} WHERE id = ANY ($1) AND status = 'booked'`;
/** What is known about reaching a person is asked anew. Parameter: registration. */
export const REACHABLE_ANEW_SQL = `
  UPDATE booking SET reachable = NULL WHERE registration_id = $1 AND status = 'booked'`;
