import { tiedSql } from '../../identity/assignment/first-officers.sql.js';
import { todayAt } from '../../posts/day-at.js';
import { SKILL_WAIT_MINUTES } from '../skills/calling-rule.js';
import { ANYONE_SKILLED } from '../skills/skills-at-work.js';
import { placeOf } from '../tickets/queue-order.js';
import { ticketsSql } from '../tickets/ticket-rows.js';

/** Who needs what a counter lacks: firm $3, soft $4, other counters $5. The same rule as `mayCall`. */
const NEEDS_TRAINING = 't.needs && $3::text[]';
const NEEDS_OTHERS = '(t.needs && $4::text[] OR coalesce(t.counter_id = ANY ($5::uuid[]), false))';
const FITS = `NOT ${NEEDS_TRAINING} AND (NOT ${NEEDS_OTHERS}
      OR coalesce(t.passed_over_at <= now() - interval '${SKILL_WAIT_MINUTES} minutes', false))`;

/** Nobody is called to an officer who said that they are tied to them (decision 30): the next counter calls them. */
const UNTIED = `NOT ${tiedSql('t.registration_id', '$2')}`;

/** The hall chose whom the account $2 sees: nobody handed them over to its counter, nor had it sent them back to the hall itself. */
const IN_TURN = `counter_id IS NULL AND NOT EXISTS (
      SELECT FROM ticket_transfer x WHERE x.ticket_id = called.id AND x.transferred_by = $2)`;

/**
 * Calls the next person of post $1 to the counter that the account $2 has open, writes down the call, and answers what is
 * told of the ticket. One statement: a ticket that another counter is calling at this moment is skipped, not waited for,
 * so forty counters at once call forty people. That nobody is at two counters, and no two people at one, is kept by the row
 * lock and by `one_person_per_counter`. @param where when the counter `s` calls @param fits whom of the waiting `t`
 */
const callNext = (where: string, fits: string): string => `
  WITH own AS MATERIALIZED (
    SELECT s.id FROM counter_session s WHERE s.account_id = $2 AND s.closed_at IS NULL ${where}
  ), next AS (
    SELECT t.id FROM ticket t
    WHERE EXISTS (SELECT FROM own) AND t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')}
      AND ${UNTIED} ${fits}
    ORDER BY ${placeOf('t')} LIMIT 1 FOR UPDATE SKIP LOCKED
  ), called AS (
    UPDATE ticket SET status = 'called', counter_session_id = (SELECT id FROM own), called_at = now(),
      serving_since = NULL, version = version + 1
    FROM next WHERE ticket.id = next.id RETURNING ticket.*
  ), written AS (
    INSERT INTO ticket_call (ticket_id, attempt, post_id, counter_session_id, in_turn)
    SELECT id, ${nextAttempt('called.id')}, post_id, counter_session_id, ${IN_TURN} FROM called RETURNING attempt
  ) ${ticketsSql('called', { timesCalled: '(SELECT attempt::integer FROM written)', ahead: '0' })}`;

/** Nobody is there, it is not paused, and nobody at the post is asked for a skill. */
export const CALLS_ANYBODY = `AND s.paused_at IS NULL AND NOT ${ANYONE_SKILLED}
      AND NOT EXISTS (SELECT FROM ticket a WHERE a.counter_session_id = s.id AND a.status IN ('called', 'serving'))`;

/**
 * Whoever is next, to a counter that calls anybody; nothing also where it does not, so that this can be sent before that
 * is known. Somebody who is being handed over at this very moment is left to the counter that they are handed to.
 */
export const CALL_NEXT_SQL = callNext(CALLS_ANYBODY, 'AND t.counter_id IS NULL');

/** The next of those whom the counter may call. */
export const CALL_FITTING_SQL = callNext('', `AND ${FITS}`);

/**
 * Notes of those before ticket $2 (or of all, where nobody could be called) that they were passed over for want of a
 * skill. Whoever is being called or changed at this moment is left out; a hundred at most, the rest at the next call.
 */
export const PASS_OVER_SQL = `
  WITH passed AS (
    SELECT t.id FROM ticket t
    WHERE t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')} AND t.passed_over_at IS NULL
      AND (${NEEDS_TRAINING} OR ${NEEDS_OTHERS})
      AND ($2::uuid IS NULL OR (${placeOf('t')}) < (SELECT ${placeOf('c')} FROM ticket c WHERE c.id = $2::uuid))
    ORDER BY ${placeOf('t')} LIMIT 100 FOR UPDATE SKIP LOCKED
  )
  UPDATE ticket SET passed_over_at = now() FROM passed WHERE ticket.id = passed.id`;

/** Calls the number of ticket $1 once more, at the counter where it stands. */
export const CALL_AGAIN_SQL = `
  INSERT INTO ticket_call (ticket_id, attempt, post_id, counter_session_id)
  SELECT id, ${nextAttempt('ticket.id')}, post_id, counter_session_id FROM ticket WHERE id = $1`;

function nextAttempt(ticket: string): string {
  return `(SELECT coalesce(max(attempt), 0) + 1 FROM ticket_call WHERE ticket_id = ${ticket})`;
}
