import { placeOf } from '../tickets/queue-order.js';
import { todayAt } from '../tickets/ticket-rows.js';

/**
 * Calls the next person of post $1 to the counter of session $2 and writes down the call. One statement: a ticket that
 * another counter is calling at this moment is skipped, not waited for, so forty counters at once call forty people.
 * That nobody is at two counters, and no two people at one, is kept by the row lock and by `one_person_per_counter`.
 */
export const CALL_NEXT_SQL = `
  WITH next AS (
    SELECT t.id FROM ticket t
    WHERE t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')}
    ORDER BY ${placeOf('t')} LIMIT 1 FOR UPDATE SKIP LOCKED
  ), called AS (
    UPDATE ticket SET status = 'called', counter_session_id = $2, called_at = now(), serving_since = NULL,
      version = version + 1
    FROM next WHERE ticket.id = next.id RETURNING ticket.id, ticket.post_id, ticket.counter_session_id
  )
  INSERT INTO ticket_call (ticket_id, attempt, post_id, counter_session_id)
  SELECT id, ${nextAttempt('called.id')}, post_id, counter_session_id FROM called
  RETURNING ticket_id AS id`;

/** Calls the number of ticket $1 once more, at the counter where it stands. */
export const CALL_AGAIN_SQL = `
  INSERT INTO ticket_call (ticket_id, attempt, post_id, counter_session_id)
  SELECT id, ${nextAttempt('ticket.id')}, post_id, counter_session_id FROM ticket WHERE id = $1`;

function nextAttempt(ticket: string): string {
  return `(SELECT coalesce(max(attempt), 0) + 1 FROM ticket_call WHERE ticket_id = ${ticket})`;
}
