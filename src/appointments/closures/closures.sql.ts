const CLOSURE = `
  SELECT c.id, c.begins_at AS "from", c.ends_at AS "to", c.reason, c.announced_at AS "announcedAt",
    c.lifted_at AS "liftedAt", c.version,
    (SELECT count(*)::int FROM seat s JOIN booking b ON b.slot_id = s.slot_id AND b.seat_number = s.number
      AND b.status = 'booked' WHERE s.closure_id = c.id) AS "toBeBooked"
  FROM closure c`;

export const CLOSURE_SQL = `${CLOSURE} WHERE c.id = $1`;
/** Parameter: post. */
export const CLOSURES_SQL = `${CLOSURE} WHERE c.post_id = $1 AND c.ends_at > now() - interval '30 days'
  ORDER BY c.begins_at DESC, c.id LIMIT 100`;

/** Parameters: id, post, begin, end, reason, account. */
export const NEW_CLOSURE_SQL = `
  INSERT INTO closure (id, post_id, begins_at, ends_at, reason, announced_by) VALUES ($1, $2, $3, $4, $5, $6)`;

/** Whoever plans slots waits, so that no seat is planned into a closure. Parameter: post. */
export const HOLD_PLANNING_SQL = `
  SELECT pg_advisory_xact_lock(hashtextextended('slots ' || id, 0)) FROM service_type WHERE post_id = $1 ORDER BY id`;

/**
 * Closes every seat that overlaps. It waits for those that somebody is taking at this moment, so whoever booked in time is
 * found by what follows, and nobody books afterwards. Parameters: closure, post, begin, end.
 */
export const CLOSE_SEATS_SQL = `
  UPDATE seat SET free = false, closure_id = $1 FROM slot s
  WHERE seat.slot_id = s.id AND s.post_id = $2 AND s.starts_at < $4 AND s.ends_at > $3 AND seat.closure_id IS NULL`;

/** People with a seat in a closure who have not come yet, by band. Parameter: closure. */
export const CLOSED_OUT_SQL = `
  SELECT b.registration_id AS id FROM seat s
    JOIN booking b ON b.slot_id = s.slot_id AND b.seat_number = s.number AND b.status = 'booked'
  WHERE s.closure_id = $1 ORDER BY b.band_rank, b.starts_at, b.id`;

/** People who were called and are not there yet, where the closure has begun or begins soon. Parameters: post, closure. */
export const CALLED_INTO_IT_SQL = `
  WITH stopped AS (
    UPDATE call_forward f SET state = 'withdrawn', ended_at = now() FROM closure c
    WHERE f.post_id = $1 AND f.ended_at IS NULL AND c.id = $2 AND c.begins_at < now() + interval '2 hours'
      AND c.ends_at > now()
    RETURNING f.booking_id, f.attempt, c.ends_at
  )
  UPDATE booking b SET callable_from = stopped.ends_at, version = version + 1 FROM stopped
  WHERE b.id = stopped.booking_id AND b.status = 'booked'
  RETURNING b.id, b.registration_id AS "registrationId", stopped.attempt`;

/** Parameter: closure. */
export const LIFT_SQL = `
  UPDATE closure SET lifted_at = now(), version = version + 1 WHERE id = $1 AND lifted_at IS NULL`;
export const OPEN_SEATS_SQL = `
  UPDATE seat SET closure_id = NULL, free_from = '-infinity', free = planned AND NOT EXISTS (
    SELECT FROM booking b WHERE b.slot_id = seat.slot_id AND b.seat_number = seat.number AND b.status <> 'cancelled')
  WHERE closure_id = $1`;

/** Seats that another closure covers too. Parameter: post. */
export const STILL_CLOSED_SQL = `
  UPDATE seat SET free = false, closure_id = c.id FROM slot s, closure c
  WHERE seat.slot_id = s.id AND s.post_id = $1 AND c.post_id = $1 AND c.lifted_at IS NULL AND c.ends_at > now()
    AND s.starts_at < c.ends_at AND s.ends_at > c.begins_at AND seat.closure_id IS NULL`;
