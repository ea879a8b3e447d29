import { isOut } from '../../travel-documents/documents/good-documents.js';

/**
 * Open registrations by the stage that they wait for, with their ages; by band, and of all bands together (band null).
 * $1 post; $2 milestones in the order of the journey. The furthest milestone counts, as in STAGE_AGES; people who were verified
 * wait for their application, its approval or the document, or go on to the clearance with a passport that agrees. Whose document
 * is void or was lost waits for the application again.
 */
export const BACKLOG = `
  WITH marked AS (
    SELECT m.registration_id,
      max((array_position($2::text[], m.milestone)::bigint << 53) | (extract(epoch FROM m.at) * 1e6)::bigint) AS mark
    FROM journey_milestone m JOIN registration r ON r.id = m.registration_id
    WHERE m.post_id = $1 AND r.status IN ('received', 'active')
    GROUP BY m.registration_id
  ), furthest AS (
    SELECT registration_id, mark, ($2::text[])[mark >> 53] AS milestone FROM marked
  ), placed AS (
    SELECT coalesce(t.band, 'standard') AS band,
      CASE
        WHEN f.milestone IN ('verified', 'document-issued', 'clearance-granted') AND a.status IS NOT NULL
          THEN CASE a.status WHEN 'approved' THEN 'issue' ELSE 'approval' END
        WHEN f.milestone = 'registered' THEN 'triage'
        WHEN f.milestone = 'served' THEN 'identity'
        WHEN f.milestone = 'clearance-granted' THEN 'departure'
        WHEN f.milestone IN ('verified', 'document-issued') THEN CASE
          WHEN EXISTS (SELECT FROM identity_evidence e
            WHERE e.registration_id = f.registration_id AND e.kind = 'passport' AND e.agrees) THEN 'clearance'
          WHEN EXISTS (SELECT FROM travel_document d
            WHERE d.registration_id = f.registration_id AND ${isOut('d')}) THEN 'clearance'
          ELSE 'application' END
        ELSE 'counter' END AS stage,
      greatest(extract(epoch FROM now())::float8 - (f.mark & ((1::bigint << 53) - 1)) / 1e6, 0) / 60 AS minutes
    FROM furthest f
    LEFT JOIN triage_assessment t ON t.registration_id = f.registration_id AND t.superseded_at IS NULL
    LEFT JOIN document_application a ON a.registration_id = f.registration_id AND a.status IN ('applied', 'approved')
    WHERE f.milestone NOT IN ('departed', 'arrived')
  )
  SELECT stage, band, count(*)::integer AS people,
    floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes))::integer AS "medianMinutes",
    floor(max(minutes))::integer AS "oldestMinutes"
  FROM placed GROUP BY GROUPING SETS ((stage, band), (stage))`;

/** $1 post; $2 its zone; $3 the first day that counts. Whole days only: today is not over. */
const PAST = (time: string): string =>
  `post_id = $1 AND ${time} >= ($3::date::timestamp AT TIME ZONE $2) AND (${time} AT TIME ZONE $2)::date < (now() AT TIME ZONE $2)::date`;
const DAY_OF = (time: string): string => `(${time} AT TIME ZONE $2)::date::text`;

/** People who registered, by day. */
export const ARRIVALS = `
  SELECT ${DAY_OF('at')} AS day, count(*)::integer AS people
  FROM journey_milestone WHERE milestone = 'registered' AND ${PAST('at')} GROUP BY 1`;

/** People who passed a stage and who let them pass, by day. */
export const WORK = `
  SELECT 'identity' AS stage, ${DAY_OF('decided_at')} AS day, count(DISTINCT registration_id)::integer AS people,
    count(DISTINCT decided_by)::integer AS staff
    FROM identity_decision WHERE outcome = 'verified' AND ${PAST('decided_at')} GROUP BY 2
  UNION ALL SELECT 'application', ${DAY_OF('applied_at')}, count(*)::integer, count(DISTINCT applied_by)::integer
    FROM document_application WHERE ${PAST('applied_at')} GROUP BY 2
  UNION ALL SELECT 'approval', ${DAY_OF('decided_at')}, count(*)::integer, count(DISTINCT decided_by)::integer
    FROM document_application WHERE status IN ('approved', 'issued') AND ${PAST('decided_at')} GROUP BY 2
  UNION ALL SELECT 'issue', ${DAY_OF('issued_at')}, count(*)::integer, count(DISTINCT issued_by)::integer
    FROM travel_document WHERE ${PAST('issued_at')} GROUP BY 2
  UNION ALL SELECT 'clearance', ${DAY_OF('decided_at')}, count(*)::integer, 1
    FROM exit_clearance WHERE status = 'granted' AND ${PAST('decided_at')} GROUP BY 2
  UNION ALL SELECT 'departure', ${DAY_OF('departed_at')}, count(*)::integer, 1
    FROM departure WHERE departed_at IS NOT NULL AND ${PAST('departed_at')} GROUP BY 2`;

/** Counters at work, by day, today too. */
export const COUNTERS_AT_WORK = `
  SELECT count(DISTINCT counter_id)::integer AS counters FROM counter_session
  WHERE post_id = $1 AND opened_at >= ($3::date::timestamp AT TIME ZONE $2) GROUP BY (opened_at AT TIME ZONE $2)::date`;

/**
 * One row of what else is known: the day, services at the counters (those that took between half a minute and four hours),
 * who came, bands, documents, and who could work. $1 post; $2 its zone; $3 the first day that counts.
 */
export const FACTS = `
  WITH since AS (SELECT ($3::date::timestamp AT TIME ZONE $2) AS at),
  service AS (
    SELECT extract(epoch FROM ended_at - serving_since)::float8 / 60 AS minutes FROM ticket, since
    WHERE post_id = $1 AND status = 'finished' AND outcome IN ('done', 'come-back') AND ended_at >= since.at
      AND ended_at - serving_since BETWEEN interval '30 seconds' AND interval '4 hours'
  ), verified AS (
    SELECT EXISTS (SELECT FROM identity_evidence e
      WHERE e.registration_id = d.registration_id AND e.kind = 'passport' AND e.agrees) AS passport
    FROM identity_decision d, since
    WHERE d.post_id = $1 AND d.outcome = 'verified' AND d.superseded_at IS NULL AND d.decided_at >= since.at
  ), bands AS (
    SELECT count(*)::integer AS assessed, count(*) FILTER (WHERE band = 'urgent')::integer AS urgent
    FROM triage_assessment, since WHERE post_id = $1 AND superseded_at IS NULL AND assessed_at >= since.at
  ), invited AS (
    SELECT count(*) FILTER (WHERE status IN ('checked-in', 'kept'))::integer AS came,
      count(*) FILTER (WHERE status = 'missed')::integer AS missed
    FROM booking, since WHERE post_id = $1 AND starts_at >= since.at AND status IN ('checked-in', 'kept', 'missed')
  )
  SELECT now() AS "asOf", (now() AT TIME ZONE $2)::date::text AS today,
    floor(extract(epoch FROM (now() AT TIME ZONE $2)::time) / 60)::integer AS minute,
    (SELECT (min(received_at) AT TIME ZONE $2)::date::text FROM registration WHERE post_id = $1) AS "firstDay",
    (SELECT count(*)::integer FROM service) AS served,
    (SELECT avg(minutes) FROM service) AS "meanMinutes",
    (SELECT stddev_samp(minutes) / nullif(avg(minutes), 0) FROM service) AS variation,
    invited.came, invited.missed, bands.assessed, bands.urgent,
    (SELECT count(*)::integer FROM verified) AS verified,
    (SELECT count(*)::integer FROM verified WHERE passport) AS "withPassport",
    (SELECT count(*)::integer FROM account a JOIN account_post p ON p.account_id = a.id
      WHERE p.post_id = $1 AND a.active AND a.role = 'officer') AS officers,
    (SELECT count(*)::integer FROM account a JOIN account_post p ON p.account_id = a.id
      WHERE p.post_id = $1 AND a.active AND a.role = 'approver') AS approvers,
    coalesce((SELECT automatic FROM call_forward_setting WHERE post_id = $1), false) AS "calledForward"
  FROM invited, bands`;

/** Days of the coming months, `YYYY-MM-DD`, at whose noon an announced closure is in force. $1 post; $2 its zone; $3 days. */
export const CLOSED_DAYS = `
  SELECT day::date::text AS day
  FROM generate_series((now() AT TIME ZONE $2)::date::timestamp, (now() AT TIME ZONE $2)::date + $3 * interval '1 day',
    interval '1 day') AS day
  WHERE EXISTS (SELECT FROM closure c WHERE c.post_id = $1 AND c.lifted_at IS NULL
    AND (day + interval '12 hours') AT TIME ZONE $2 >= c.begins_at
    AND (day + interval '12 hours') AT TIME ZONE $2 < c.ends_at)`;
