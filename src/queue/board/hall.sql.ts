import { todayAt } from '../../posts/day-at.js';

/** A number at a counter, or called to one, with how often it was called: the last call first. Post $1. */
export const CALLS_SQL = `
  SELECT t.number, c.number AS counter, t.id || ' ' || call.attempt AS call
  FROM ticket t
  JOIN counter_session s ON s.id = t.counter_session_id
  JOIN counter c ON c.id = s.counter_id
  JOIN LATERAL (SELECT attempt, called_at FROM ticket_call WHERE ticket_id = t.id ORDER BY attempt DESC LIMIT 1) call
    ON true
  WHERE t.post_id = $1 AND t.status IN ('called', 'serving') AND t.day = ${todayAt('$1')}
  ORDER BY call.called_at DESC, t.id DESC`;

export interface CallRow {
  number: number;
  counter: number;
  /** Another one for each call, so that a call can be told from what was shown before. */
  call: string;
}

/** Who waits at post $1, by rank of the band. */
export const WAITING_SQL = `
  SELECT band_rank AS "bandRank", count(*)::integer AS people,
    floor(extract(epoch FROM now() - min(waiting_since)) / 60)::integer AS "longestMinutes"
  FROM ticket WHERE post_id = $1 AND status = 'waiting' AND day = ${todayAt('$1')} GROUP BY band_rank`;

export interface WaitingRow {
  bandRank: number;
  people: number;
  longestMinutes: number;
}

/** Every counter of post $1 that is not closed for good, and who works there. */
export const COUNTERS_SQL = `
  SELECT c.number, s.id AS "sessionId", a.display_name AS "officerName", t.number AS ticket, coalesce(s.paused_at, s.opened_at) AS since,
    CASE WHEN s.id IS NULL THEN 'closed' WHEN s.paused_at IS NULL THEN 'open' ELSE 'paused' END AS state
  FROM counter c
  LEFT JOIN counter_session s ON s.counter_id = c.id AND s.closed_at IS NULL
  LEFT JOIN account a ON a.id = s.account_id
  LEFT JOIN ticket t ON t.counter_session_id = s.id AND t.status IN ('called', 'serving')
  WHERE c.post_id = $1 AND c.closed_at IS NULL ORDER BY c.number`;

export interface CounterRow {
  number: number;
  sessionId: string | null;
  officerName: string | null;
  ticket: number | null;
  since: Date | null;
  state: 'open' | 'paused' | 'closed';
}

/**
 * What waits are told from: counters at work at post $1, what service $2 is planned to take, and how long the latest
 * calls of today took up a counter, whether the person came or not.
 */
export const PACE_SQL = `
  WITH ended AS (
    SELECT ended_at, called_at FROM ticket
    WHERE post_id = $1 AND day = ${todayAt('$1')} AND called_at IS NOT NULL
      AND outcome IN ('done', 'come-back', 'did-not-come')
    ORDER BY ended_at DESC LIMIT 60
  ), at_work AS (
    SELECT s.id, EXISTS (SELECT FROM ticket t WHERE t.counter_session_id = s.id
      AND t.status IN ('called', 'serving')) AS taken
    FROM counter_session s WHERE s.post_id = $1 AND s.closed_at IS NULL AND s.paused_at IS NULL
  )
  SELECT now() AS "asOf",
    (SELECT minutes FROM service_type WHERE post_id = $1 AND code = $2) AS planned,
    (SELECT count(*)::integer FROM at_work) AS "openCounters",
    (SELECT count(*)::integer FROM at_work WHERE NOT taken) AS "idleCounters",
    (SELECT count(*)::integer FROM ended) AS calls,
    (SELECT coalesce(sum(extract(epoch FROM ended_at - called_at)), 0)::float8 / 60 FROM ended) AS minutes`;

export interface PaceRow {
  asOf: Date;
  planned: number;
  openCounters: number;
  idleCounters: number;
  calls: number;
  minutes: number;
}
