/**
 * Open registrations by the furthest milestone that each reached, with the age of that in minutes.
 * $1 post; $2 milestones in the order of the journey.
 */
export const STAGE_AGES = `
  WITH furthest AS (
    SELECT DISTINCT ON (m.registration_id) m.milestone, m.at
    FROM journey_milestone m JOIN registration r ON r.id = m.registration_id
    WHERE m.post_id = $1 AND r.status IN ('received', 'active')
    ORDER BY m.registration_id, array_position($2::text[], m.milestone) DESC
  )
  SELECT milestone AS stage, count(*)::integer AS people,
    floor(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(now() - at, '0'))) / 60)::integer
      AS "medianMinutes",
    floor(extract(epoch FROM max(greatest(now() - at, '0'))) / 60)::integer AS "oldestMinutes"
  FROM furthest GROUP BY milestone`;
