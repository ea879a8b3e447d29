import { DEFAULT_SERVICE } from '../slots/default-service.js';

/** The service that somebody is booked for who asks for one of a post: the main one, where that is not offered any more. */
const OFFERED = `
  FROM service_type WHERE post_id = $1 AND active AND code IN ($2, '${DEFAULT_SERVICE}')
    AND EXISTS (SELECT FROM service_type WHERE post_id = $1 AND code = $2)
  ORDER BY code = $2 DESC LIMIT 1`;

/** Parameters: post, code of the service. */
export const OFFERED_SQL = `SELECT code ${OFFERED}`;

/**
 * Takes the earliest free seat and books it, in one statement. Seats that others are just taking are passed over. Where
 * a seat turns out to be booked already (`one_booking_per_seat`) it is only marked as not free, and the answer is
 * `seats` 1 without an `id`: try again.
 * Parameters: booking, registration, post, code of the service, rank of the band, slot or null for any, the earliest
 * begin or null for now, whether the time was chosen. Versions of a person's bookings go on, so that an old one fits none.
 */
export const TAKE_SEAT_SQL = `
  WITH wanted AS MATERIALIZED (
    SELECT slot_id, number FROM seat
    WHERE service_type_id = (SELECT id ${OFFERED.replaceAll('$2', '$4').replaceAll('$1', '$3')})
      AND free AND free_from <= now() AND starts_at > now() AND starts_at >= coalesce($7::timestamptz, now())
      AND ($6::uuid IS NULL OR slot_id = $6)
    ORDER BY starts_at, number LIMIT 1 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE seat SET free = false FROM wanted
    WHERE seat.slot_id = wanted.slot_id AND seat.number = wanted.number RETURNING seat.*
  ), booked AS (
    INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at, band_rank,
      status, in_line_since, chosen, version)
    SELECT $1, t.post_id, $2, t.service_type_id, t.slot_id, t.number, t.starts_at, $5::smallint, 'booked',
      coalesce((SELECT received_at FROM registration WHERE id = $2), now()), $8::boolean,
      1 + coalesce((SELECT max(version) FROM booking WHERE registration_id = $2), 0)
    FROM taken t
    ON CONFLICT DO NOTHING RETURNING id
  ) SELECT (SELECT count(*)::int FROM taken) AS seats, (SELECT id FROM booked) AS id`;

/** Gives a booking that nobody has come to yet another band. No row where it is the same. Parameters: booking, rank of the band. */
export const RANK_SQL = `
  UPDATE booking SET band_rank = $2::smallint, version = version + 1
  WHERE id = $1 AND status = 'booked' AND band_rank <> $2::smallint RETURNING id`;

/** The person may come at once. In the transaction that books or ranks. Parameter: booking. */
export const COME_NOW_SQL =
  "UPDATE booking SET called_forward_at = now() WHERE id = $1 AND status = 'booked'";

/**
 * Moves a booking to a status if it stands in one of those that lead there; a call that was open has come to something,
 * or is withdrawn. Parameters: booking, status, from.
 */
export const MOVE_SQL = `
  WITH moved AS (
    UPDATE booking SET status = $2, version = version + 1 WHERE id = $1 AND status = ANY ($3)
    RETURNING id, slot_id, seat_number
  ), ended AS (
    UPDATE call_forward SET state = CASE WHEN $2 = 'checked-in' THEN 'arrived' ELSE 'withdrawn' END, ended_at = now()
    FROM moved WHERE booking_id = moved.id AND ended_at IS NULL
  )
  SELECT slot_id, seat_number FROM moved`;

/**
 * A seat in a closure stays closed, and one that is planned no longer is nobody's. Others are free after 1 to 15 minutes
 * that nobody can foretell, so that nobody can hand theirs to somebody who waits for it, nor an officer or a withdrawn
 * registration do so for them. Parameters: slot, number.
 */
export const FREE_SEAT_SQL = `
  UPDATE seat SET free = planned AND closure_id IS NULL,
    free_from = now() + make_interval(secs => 60 + random() * 840)
  WHERE slot_id = $1 AND number = $2`;

/** Parameters: booking, the time that the person was told. */
export const COME_BACK_SQL = `
  UPDATE booking SET return_at = $2, version = version + 1 WHERE id = $1 AND status = 'booked'`;
