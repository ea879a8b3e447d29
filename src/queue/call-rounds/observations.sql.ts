import { inPlanMinutes as minutesOf } from '../../appointments/calls/plan-minute.js';

/** How far back a post looks at itself, and how much of it. */
const WINDOW = `now() - interval '14 days'`;
const MOST = 3000;

/** Parameter: post. */
export const SERVICES_SEEN_SQL = `
  SELECT ${minutesOf('t.ended_at - t.serving_since')} AS minutes, y.code AS "caseType", s.account_id AS "officerId",
    CASE WHEN c.due_at IS NOT NULL THEN ${minutesOf('t.serving_since - c.due_at')} END AS late
  FROM ticket t JOIN booking b ON b.id = t.booking_id JOIN service_type y ON y.id = coalesce(t.service_type_id, b.service_type_id)
    JOIN counter_session s ON s.id = t.counter_session_id
    LEFT JOIN LATERAL (
      SELECT due_at FROM call_forward WHERE booking_id = b.id AND state = 'arrived' ORDER BY attempt DESC LIMIT 1) c ON true
  WHERE t.post_id = $1 AND t.status = 'finished' AND t.serving_since IS NOT NULL AND t.ended_at > ${WINDOW}
  ORDER BY t.ended_at DESC LIMIT ${MOST}`;

/** Parameter: post. */
export const CALLS_SEEN_SQL = `
  SELECT state = 'arrived' AS came, travel_minutes AS estimate, ${minutesOf('ended_at - called_at')} AS minutes
  FROM call_forward WHERE post_id = $1 AND state IN ('arrived', 'lapsed', 'declined') AND ended_at > ${WINDOW}
  ORDER BY ended_at DESC LIMIT ${MOST}`;
