/** The day at a post, and its zone. Parameter: post. */
export const DAY_AT_SQL = `
  SELECT (now() AT TIME ZONE time_zone)::date::text AS today, time_zone AS "timeZone" FROM post WHERE id = $1`;

/**
 * Counts one more number. Whoever asks at the same moment waits until this transaction ends; a rollback leaves no gap. Where numbers of
 * a day before still lead to a counter, or were let go on into today (see `DayEnd`), those of today go on from the last of them, so that
 * no two people have the same.
 */
export const NEXT_NUMBER_SQL = `
  INSERT INTO ticket_day (post_id, day, last_number) VALUES ($1, $2, 1 + CASE
    WHEN EXISTS (SELECT FROM ticket_day WHERE post_id = $1 AND day = $2) THEN 0
    WHEN EXISTS (SELECT FROM ticket WHERE post_id = $1 AND (day = $2 OR day < $2 AND status = ANY ($3)))
    THEN coalesce((SELECT last_number FROM ticket_day WHERE post_id = $1 AND day < $2 ORDER BY day DESC LIMIT 1), 0)
    ELSE 0 END)
  ON CONFLICT (post_id, day) DO UPDATE SET last_number = ticket_day.last_number + 1
  RETURNING last_number AS number, xmax = 0 AS first`;

/**
 * Whoever was called, or told to come back, has the place of that time, if it is before that of their appointment.
 * Parameter 8: that of the appointment, or told on paper.
 */
export const ISSUE_SQL = `
  INSERT INTO ticket (id, post_id, registration_id, booking_id, day, number, band_rank, due_at, status, needs)
  VALUES ($1, $2, $3, $4, $5, $6, $7,
    least($8, (SELECT max(due_at) FROM call_forward WHERE booking_id = $4)), 'waiting', $9)`;
