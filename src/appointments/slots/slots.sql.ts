/** Parameters: post, code of the service. */
export const SERVICE_FACTS_SQL = `
  SELECT s.id, s.minutes, p.time_zone, now() AS now,
    (SELECT count(*)::int FROM counter c WHERE c.post_id = p.id) AS counters
  FROM service_type s JOIN post p ON p.id = s.post_id WHERE s.post_id = $1 AND s.code = $2`;

/** Parameters: post, service, and as lists ids, starts and ends. */
export const NEW_SLOTS_SQL = `
  INSERT INTO slot (id, post_id, service_type_id, starts_at, ends_at)
  SELECT id, $1, $2, starts_at, ends_at
  FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) AS planned (id, starts_at, ends_at)
  ON CONFLICT ON CONSTRAINT slot_once DO NOTHING`;

/**
 * Takes away seats that nobody ever booked and that are planned no longer: a new holiday, other hours, fewer counters.
 * Seats that somebody is just taking stay. Parameters: service, counters, days planned, starts that are planned.
 */
export const UNPLANNED_SEATS_SQL = `
  WITH unplanned AS MATERIALIZED (
    SELECT s.slot_id, s.number FROM seat s JOIN post p ON p.id = s.post_id
    WHERE s.service_type_id = $1 AND s.free AND s.starts_at > now()
      AND s.starts_at < date_trunc('day', now() AT TIME ZONE p.time_zone) AT TIME ZONE p.time_zone + make_interval(days => $3)
      AND (s.number > $2 OR s.starts_at <> ALL ($4::timestamptz[]))
      AND NOT EXISTS (SELECT FROM booking b WHERE b.slot_id = s.slot_id AND b.seat_number = s.number)
    FOR UPDATE OF s SKIP LOCKED
  )
  DELETE FROM seat USING unplanned WHERE seat.slot_id = unplanned.slot_id AND seat.number = unplanned.number`;

/** Every planned slot has a seat for each counter, also for counters newer than the slot. Parameters: service, counters, starts. */
export const NEW_SEATS_SQL = `
  WITH made AS (
    INSERT INTO seat (slot_id, number, post_id, service_type_id, starts_at)
    SELECT s.id, number, s.post_id, s.service_type_id, s.starts_at
    FROM slot s CROSS JOIN generate_series(1, $2::int) AS number
    WHERE s.service_type_id = $1 AND s.starts_at > now() AND s.starts_at = ANY ($3::timestamptz[])
    ON CONFLICT ON CONSTRAINT seat_pk DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS seats FROM made`;

/** Free is what no booking holds: counted from the bookings, not from the hint. Parameters: service, from, after, limit. */
export const SLOTS_SQL = `
  SELECT s.id, t.code AS service, s.starts_at, s.ends_at, s.starts_at::text AS cursor_at, made.seats,
    made.seats - held.seats AS free
  FROM slot s JOIN service_type t ON t.id = s.service_type_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS seats FROM seat WHERE slot_id = s.id) made
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS seats FROM booking WHERE slot_id = s.id AND status <> 'cancelled') held
  WHERE t.code = $1 AND made.seats > 0 AND s.starts_at >= coalesce($2::timestamptz, now())
    AND ($3::timestamptz IS NULL OR (s.starts_at, s.id) > ($3, $4::uuid))
  ORDER BY s.starts_at, s.id LIMIT $5`;
