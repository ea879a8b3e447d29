/** Parameters: post, code of the service. */
export const SERVICE_FACTS_SQL = `
  SELECT s.id, s.minutes, s.active, p.time_zone, now() AS now,
    (SELECT count(*)::int FROM counter c WHERE c.post_id = p.id AND c.closed_at IS NULL) AS counters
  FROM service_type s JOIN post p ON p.id = s.post_id WHERE s.post_id = $1 AND s.code = $2`;

/** Slots that somebody has and has not come to. Parameters: post, service. */
export const HELD_SLOTS_SQL = `
  SELECT DISTINCT s.starts_at AS "startsAt", s.ends_at AS "endsAt"
  FROM booking b JOIN slot s ON s.id = b.slot_id
  WHERE b.post_id = $1 AND b.service_type_id = $2 AND b.status = 'booked' AND b.starts_at > now()`;

/** Parameters: post, service, and as lists ids, starts and ends. */
export const NEW_SLOTS_SQL = `
  INSERT INTO slot (id, post_id, service_type_id, starts_at, ends_at)
  SELECT id, $1, $2, starts_at, ends_at
  FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) AS planned (id, starts_at, ends_at)
  ON CONFLICT ON CONSTRAINT slot_once DO NOTHING`;

/**
 * Seats that are planned no longer are nobody's from now on: a new holiday, other hours, a longer service, fewer counters.
 * It waits for those that somebody is taking at this moment, so whoever took one in time is found by what follows. How many
 * were free. Parameters: service, counters, days planned, starts that are planned, whether the service is offered.
 */
export const UNPLAN_SEATS_SQL = `
  WITH unplanned AS MATERIALIZED (
    SELECT s.slot_id, s.number, s.free FROM seat s JOIN post p ON p.id = s.post_id
    WHERE s.service_type_id = $1 AND s.planned AND s.starts_at > now()
      AND s.starts_at < date_trunc('day', now() AT TIME ZONE p.time_zone) AT TIME ZONE p.time_zone + make_interval(days => $3)
      AND (s.number > $2 OR s.starts_at <> ALL ($4::timestamptz[]) OR (NOT $5::boolean AND s.free))
    ORDER BY s.slot_id, s.number FOR UPDATE OF s
  ), done AS (
    UPDATE seat SET planned = false, free = false FROM unplanned
    WHERE seat.slot_id = unplanned.slot_id AND seat.number = unplanned.number
  ) SELECT count(*) FILTER (WHERE free)::int AS seats FROM unplanned`;

/** Takes away seats that are not planned and that nobody ever booked. Parameter: service. */
export const DROP_SEATS_SQL = `
  DELETE FROM seat s WHERE s.service_type_id = $1 AND NOT s.planned AND s.starts_at > now()
    AND NOT EXISTS (SELECT FROM booking b WHERE b.slot_id = s.slot_id AND b.seat_number = s.number)`;

/** Seats that are planned again, because of a booking of old never taken away; how many. Parameters: service, counters, starts. */
export const PLAN_AGAIN_SQL = `
  WITH again AS (
    UPDATE seat s SET planned = true, free = closure_id IS NULL AND NOT EXISTS (
      SELECT FROM booking b WHERE b.slot_id = s.slot_id AND b.seat_number = s.number AND b.status <> 'cancelled')
    WHERE s.service_type_id = $1 AND NOT s.planned AND s.starts_at > now() AND s.number <= $2
      AND s.starts_at = ANY ($3::timestamptz[]) RETURNING s.free
  ) SELECT count(*) FILTER (WHERE free)::int AS seats FROM again`;

/**
 * Whoever lost their seat keeps their time where their slot has another one: nobody need be told. How many did.
 * Parameter: service.
 */
export const SEAT_ANEW_SQL = `
  WITH lost AS MATERIALIZED (
    SELECT b.id, b.slot_id, b.band_rank, b.in_line_since
    FROM booking b JOIN seat s ON s.slot_id = b.slot_id AND s.number = b.seat_number
    WHERE s.service_type_id = $1 AND NOT s.planned AND s.starts_at > now() AND b.status = 'booked'
    ORDER BY b.id FOR UPDATE OF b SKIP LOCKED
  ), spare AS MATERIALIZED (
    SELECT s.slot_id, s.number FROM seat s
    WHERE s.service_type_id = $1 AND s.free AND s.starts_at > now() AND s.slot_id IN (SELECT slot_id FROM lost)
      AND NOT EXISTS (SELECT FROM booking b
        WHERE b.slot_id = s.slot_id AND b.seat_number = s.number AND b.status <> 'cancelled')
    ORDER BY s.slot_id, s.number FOR UPDATE OF s SKIP LOCKED
  ), given AS (
    SELECT lost.id, slot_id, spare.number
    FROM (SELECT *, row_number() OVER (PARTITION BY slot_id ORDER BY band_rank, in_line_since, id) AS n FROM lost) lost
    JOIN (SELECT *, row_number() OVER (PARTITION BY slot_id ORDER BY number) AS n FROM spare) spare USING (slot_id, n)
  ), taken AS (
    UPDATE seat SET free = false FROM given WHERE seat.slot_id = given.slot_id AND seat.number = given.number
  ), moved AS (
    UPDATE booking SET seat_number = given.number FROM given WHERE booking.id = given.id RETURNING 1
  ) SELECT count(*)::int AS seats FROM moved`;

/** Every planned slot has a seat for each counter, also for counters newer than the slot. Parameters: service, counters, starts. */
export const NEW_SEATS_SQL = `
  WITH made AS (
    INSERT INTO seat (slot_id, number, post_id, service_type_id, starts_at)
    SELECT s.id, number, s.post_id, s.service_type_id, s.starts_at
    FROM slot s CROSS JOIN generate_series(1, $2::int) AS number
    WHERE s.service_type_id = $1 AND s.starts_at > now() AND s.starts_at = ANY ($3::timestamptz[])
    ON CONFLICT ON CONSTRAINT seat_pk DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS seats FROM made`;

/**
 * People who are to be booked again: their seat is not planned, and nobody told them to come now. Whoever was told comes as
 * they are.
 */
const UNSEATED = `
  SELECT b.registration_id AS id FROM seat s
    JOIN booking b ON b.slot_id = s.slot_id AND b.seat_number = s.number AND b.status = 'booked'
  WHERE s.post_id = $1 AND NOT s.planned AND s.starts_at > now() AND b.called_forward_at IS NULL
    AND NOT EXISTS (SELECT FROM call_forward c WHERE c.booking_id = b.id AND c.ended_at IS NULL)`;

/** Those in more need first. Parameter: post. */
export const UNSEATED_SQL = `${UNSEATED} ORDER BY b.band_rank, b.starts_at, b.id`;
/** Parameters: post, booking. */
export const IS_UNSEATED_SQL = `${UNSEATED} AND b.id = $2`;

/** Services of a post that are to be planned anew, and for how many days. Parameters: post, days ahead, one that always is. */
export const PLANNED_SERVICES_SQL = `
  SELECT t.code, greatest($2, coalesce(max((s.starts_at AT TIME ZONE p.time_zone)::date)
    - (now() AT TIME ZONE p.time_zone)::date + 1, 0))::int AS days
  FROM service_type t JOIN post p ON p.id = t.post_id LEFT JOIN slot s ON s.service_type_id = t.id AND s.starts_at > now()
  WHERE t.post_id = $1 GROUP BY t.id, p.id HAVING t.code = $3 OR count(s.id) > 0 ORDER BY t.id`;

/**
 * A slot has the seats that are planned and not closed. Free are those that no booking holds: counted from the bookings, as
 * `seat.free` is only a hint. Parameters: service, from, after, limit.
 */
export const SLOTS_SQL = `
  SELECT s.id, t.code AS service, s.starts_at, s.ends_at, s.starts_at::text AS cursor_at, made.seats, made.free
  FROM slot s JOIN service_type t ON t.id = s.service_type_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS seats, (count(*) - count(b.id))::int AS free
      FROM seat x LEFT JOIN booking b ON b.slot_id = x.slot_id AND b.seat_number = x.number AND b.status <> 'cancelled'
      WHERE x.slot_id = s.id AND x.planned AND x.closure_id IS NULL) made
  WHERE t.code = $1 AND made.seats > 0 AND s.starts_at >= coalesce($2::timestamptz, now())
    AND ($3::timestamptz IS NULL OR (s.starts_at, s.id) > ($3, $4::uuid))
  ORDER BY s.starts_at, s.id LIMIT $5`;
