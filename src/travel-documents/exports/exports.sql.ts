/** What of a day is no longer good: documents that ended, and blanks that were stolen. Parameters: post, day. */
export const NUMBERS_OF_DAY = `
  WITH place AS (
    SELECT sending_country AS issuer, $2::date::timestamp AT TIME ZONE time_zone AS since,
      ($2::date + 1)::timestamp AT TIME ZONE time_zone AS before FROM post WHERE id = $1)
  SELECT number, 'PU' AS type, kind, issuer, status, $2::date::text AS date FROM (
    SELECT d.number::text, 'document' AS kind, p.issuer,
      CASE WHEN d.status = 'void' THEN 'void' WHEN d.ended_reason IN ('lost', 'stolen') THEN d.ended_reason
        ELSE 'revoked' END AS status
    FROM travel_document d, place p
    WHERE d.post_id = $1 AND d.status IN ('revoked', 'void') AND d.ended_at >= p.since AND d.ended_at < p.before
    UNION ALL
    SELECT b.serial::text, 'blank', p.issuer, 'stolen' FROM blank b, place p
    WHERE b.post_id = $1 AND b.status = 'stolen' AND b.changed_at >= p.since AND b.changed_at < p.before) n
  ORDER BY kind DESC, number`;

/** Days of a post that are over, from the first that has anything to tell, and are not frozen; oldest first. Parameter: post. */
export const DAYS_TO_FREEZE = `
  SELECT day::date::text AS day FROM post p,
    generate_series((now() AT TIME ZONE p.time_zone)::date - 31, (now() AT TIME ZONE p.time_zone)::date - 1, '1 day') day
  WHERE p.id = $1 AND day::date >= (p.created_at AT TIME ZONE p.time_zone)::date
    AND NOT EXISTS (SELECT FROM document_export e WHERE e.post_id = p.id AND e.day = day::date)
  ORDER BY 1`;
