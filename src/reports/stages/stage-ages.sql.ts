/**
 * Open registrations by the furthest milestone that each reached, with the age of that in minutes.
 * $1 post; $2 milestones in the order of the journey.
 *
 * The rank of a milestone and its time in microseconds (which stays below 2^53 until 2255) make one number, so that the
 * furthest milestone and its time are found without sorting everybody's.
 */
export const STAGE_AGES = `
  WITH furthest AS (
    SELECT max((array_position($2::text[], m.milestone)::bigint << 53) | (extract(epoch FROM m.at) * 1e6)::bigint) AS mark
    FROM journey_milestone m JOIN registration r ON r.id = m.registration_id
    WHERE m.post_id = $1 AND r.status IN ('received', 'active')
    GROUP BY m.registration_id
  ), aged AS (
    SELECT ($2::text[])[mark >> 53] AS stage,
      greatest(extract(epoch FROM now())::float8 - (mark & ((1::bigint << 53) - 1)) / 1e6, 0) / 60 AS minutes
    FROM furthest
  )
  SELECT stage, count(*)::integer AS people,
    floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes))::integer AS "medianMinutes",
    floor(max(minutes))::integer AS "oldestMinutes"
  FROM aged GROUP BY stage`;
