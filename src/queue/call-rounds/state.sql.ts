import { inPlanMinutes as minutes, planMinutes } from '../../appointments/calls/plan-minute.js';
import { todayAt } from '../../posts/day-at.js';
import { travelMinutes } from '../../registrations/travel-time.js';

/** People to whom the plan looks in each band: the calls of a moment are among the first of the line. */
const MOST = 1000;
/** How far ahead the plan looks. */
const AHEAD = planMinutes('150');
/** People who were told a time must set out about now: it holds, and they are not called before. Parameter $2: their way. */
const SETS_OUT = `now() + ${planMinutes('$2::int + 45')}`;

/** Nothing where the post calls by hand. Parameter: post. */
export const SETTING_SQL = `
  SELECT s.travel_minutes AS "travelMinutes", s.grace_minutes AS "graceMinutes", p.time_zone AS "timeZone", now() AS now
  FROM call_forward_setting s JOIN post p ON p.id = s.post_id WHERE s.post_id = $1 AND s.automatic`;

/** One plan at a time at a post; whoever comes second goes away. Parameter: post. */
export const ALONE_SQL = `
  SELECT pg_try_advisory_xact_lock(hashtextextended('call-forward ' || $1, 0)) AS alone`;

/** Parameter: post. */
export const COUNTERS_SQL = `
  SELECT s.id AS "counterId", CASE WHEN s.paused_at IS NULL THEN 'open' ELSE 'paused' END AS state,
    s.account_id AS "officerId", t.since, t."caseType"
  FROM counter_session s LEFT JOIN LATERAL (
    SELECT ${minutes('coalesce(t.serving_since, t.called_at)')} AS since, y.code AS "caseType"
    FROM ticket t JOIN booking b ON b.id = t.booking_id
    JOIN service_type y ON y.id = coalesce(t.service_type_id, b.service_type_id)
    WHERE t.counter_session_id = s.id AND t.status IN ('called', 'serving')) t ON true
  WHERE s.post_id = $1 AND s.closed_at IS NULL ORDER BY s.id`;

/** How many counters worked on the last day on which any did; every counter where none ever did. Parameter: post. */
export const USUAL_COUNTERS_SQL = `
  SELECT coalesce(nullif((
    SELECT count(DISTINCT s.counter_id) FROM counter_session s JOIN post p ON p.id = s.post_id
    WHERE s.post_id = $1 AND (s.opened_at AT TIME ZONE p.time_zone)::date = (
      SELECT max((o.opened_at AT TIME ZONE p.time_zone)::date) FROM counter_session o WHERE o.post_id = $1)), 0),
    (SELECT count(*) FROM counter WHERE post_id = $1 AND closed_at IS NULL))::int AS counters`;

/** Who has checked in today and waits. Parameter: post. */
export const PRESENT_SQL = `
  SELECT t.booking_id AS "personId", t.band_rank AS "bandRank", y.code AS "caseType", ${minutes('t.due_at')} AS "dueAt",
    ${minutes('t.waiting_since')} AS since, ${minutes('t.called_in_at')} AS "calledInAt"
  FROM ticket t JOIN booking b ON b.id = t.booking_id
    JOIN service_type y ON y.id = coalesce(t.service_type_id, b.service_type_id)
  WHERE t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')}`;

const PERSON = `b.id AS "personId", b.band_rank AS "bandRank", y.code AS "caseType"`;

/** Who was called and has not come yet. Parameter: post. */
export const UNDER_WAY_SQL = `
  SELECT ${PERSON}, ${minutes('c.due_at')} AS "dueAt", ${minutes('c.called_at')} AS "calledAt", c.called_to AS "to",
    c.travel_minutes AS travel, c.reply
  FROM call_forward c JOIN booking b ON b.id = c.booking_id JOIN service_type y ON y.id = b.service_type_id
  WHERE c.post_id = $1 AND c.ended_at IS NULL AND b.status = 'booked'`;

/** The time that somebody was told: on paper at a kiosk, or that of the appointment. */
const TIME_TOLD = 'coalesce(b.return_at, b.starts_at)';

/** Who comes at a time that they were told, and is not called. Parameters: post, minutes of their way. */
export const TOLD_SQL = `
  SELECT ${PERSON}, ${minutes(TIME_TOLD)} AS "dueAt", ${minutes('b.booked_at')} AS "calledAt"
  FROM booking b JOIN service_type y ON y.id = b.service_type_id
  WHERE b.post_id = $1 AND b.status = 'booked' AND b.called_forward_at IS NULL
    AND ${TIME_TOLD} > now() - ${planMinutes('60')} AND ${TIME_TOLD} < now() + ${AHEAD}
    AND (b.return_at IS NOT NULL OR b.chosen OR b.reachable = false OR b.starts_at <= ${SETS_OUT})`;

const line = (rank: number): string => `
  (SELECT ${PERSON}, ${minutes('b.in_line_since')} AS "inLineSince",
     coalesce(${travelMinutes('r.travel_time')}, $2::int) AS travel
   FROM booking b JOIN service_type y ON y.id = b.service_type_id JOIN registration r ON r.id = b.registration_id
   WHERE b.post_id = $1 AND b.status = 'booked' AND b.band_rank = ${rank} AND b.callable_from < 'infinity'
     AND b.callable_from <= now() AND NOT b.chosen AND b.reachable IS DISTINCT FROM false
     AND b.starts_at > ${SETS_OUT} AND (b.return_at IS NULL OR b.return_at < now() - ${planMinutes('60')})
     AND r.status IN ('received', 'active')
   ORDER BY b.in_line_since, b.id LIMIT ${MOST})`;

/** Who can be called, the first of each band. Parameters: post, minutes of their way where they did not say. */
export const LINE_SQL = [0, 1, 2].map(line).join(' UNION ALL ');

/** Calls people from the zone into the hall, each once. Parameters: post, bookings. */
export const CALL_IN_SQL = `
  UPDATE ticket SET called_in_at = now(), version = version + 1
  WHERE post_id = $1 AND booking_id = ANY ($2) AND status = 'waiting' AND called_in_at IS NULL
  RETURNING id, registration_id AS "registrationId"`;
