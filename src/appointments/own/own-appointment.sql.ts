/**
 * Times with a free seat, at most three of each day and spread over it, so that nobody can watch the whole calendar.
 * Parameters: post, code of the service, minutes ahead, how many, seats that a time must have.
 */
export const CHOICES_SQL = `
  SELECT id AS "slotId", starts_at AS "startsAt", ends_at AS "endsAt" FROM (
    SELECT s.id, s.starts_at, s.ends_at, row_number() OVER (
      PARTITION BY (s.starts_at AT TIME ZONE p.time_zone)::date, ntile
      ORDER BY s.starts_at) AS place
    FROM (
      SELECT s.*, ntile(3) OVER (PARTITION BY (s.starts_at AT TIME ZONE z.time_zone)::date ORDER BY s.starts_at) AS ntile
      FROM slot s JOIN service_type t ON t.id = s.service_type_id JOIN post z ON z.id = s.post_id
      WHERE s.post_id = $1 AND t.code = $2 AND s.starts_at > now() + make_interval(mins => $3)
        AND (SELECT count(*) FROM seat x WHERE x.slot_id = s.id AND x.free AND x.free_from <= now()) >= $5
    ) s JOIN post p ON p.id = s.post_id
  ) spread WHERE place = 1 ORDER BY starts_at LIMIT $4`;

/** Parameters: booking, whether wished. */
export const WISH_SQL = `
  UPDATE booking SET version = version + 1,
    wants_earlier_since = CASE WHEN $2::boolean THEN coalesce(wants_earlier_since, now()) END
  WHERE id = $1 AND status = 'booked' RETURNING version`;

/** Free seats that people can still be told of. */
const IN_TIME = `free AND free_from <= now() AND starts_at > now() + interval '3 hours'`;

/**
 * Who would come earlier and could, those in more need first: earlier than they were told, which may be long before their
 * seat's time. Parameters: post, how many.
 */
export const WANT_EARLIER_SQL = `
  SELECT b.registration_id AS id FROM booking b
    JOIN (SELECT service_type_id, min(starts_at) AS at FROM seat WHERE post_id = $1 AND ${IN_TIME}
      GROUP BY service_type_id) first ON first.service_type_id = b.service_type_id AND first.at < coalesce(b.return_at, b.starts_at)
  WHERE b.post_id = $1 AND b.status = 'booked' AND b.wants_earlier_since IS NOT NULL
  ORDER BY b.band_rank, b.wants_earlier_since LIMIT $2`;

/** The earliest slot with free seats. Parameters: post, service type, before, seats. */
export const EARLIER_SLOT_SQL = `
  SELECT slot_id AS id FROM seat
  WHERE post_id = $1 AND service_type_id = $2 AND ${IN_TIME} AND starts_at < $3
  GROUP BY slot_id, starts_at HAVING count(*) >= $4 ORDER BY starts_at, slot_id LIMIT 1`;
