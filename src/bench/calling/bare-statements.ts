import { tiedSql } from '../../identity/assignment/first-officers.sql.js';
import { placeOf } from '../../queue/tickets/queue-order.js';
import { todayAt } from '../../posts/day-at.js';

/** The writes of a visit and nothing else: every row that the service leaves behind, none of what it asks or answers. */

export const CONFINE = "SELECT set_config('pulang.posts', $1, true)";

/** The next of post $1 who is not tied to the account $3, to the counter session $2. */
export const CALL = `
  WITH next AS (
    SELECT t.id FROM ticket t
    WHERE t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')} AND NOT ${tiedSql('t.registration_id', '$3')}
    ORDER BY ${placeOf('t')} LIMIT 1 FOR UPDATE SKIP LOCKED
  ), called AS (
    UPDATE ticket SET status = 'called', counter_session_id = $2, called_at = now(), version = version + 1
    FROM next WHERE ticket.id = next.id RETURNING ticket.id, registration_id
  ), written AS (
    INSERT INTO ticket_call (ticket_id, attempt, post_id, counter_session_id) SELECT id, 1, $1, $2 FROM called
  ) SELECT id, registration_id AS "registrationId" FROM called`;

export const START =
  "UPDATE ticket SET status = 'serving', serving_since = now(), version = version + 1 WHERE id = $1";

/** Whoever comes to a counter for the first time is being helped from then on. */
export const WORK_BEGINS =
  "UPDATE registration SET status = 'active', version = version + 1 WHERE id = $1 AND status = 'received'";

export const FINISH = `UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now(), version = version + 1
  WHERE id = $1 RETURNING booking_id`;

export const KEEP = "UPDATE booking SET status = 'kept', version = version + 1 WHERE id = $1";

export const RECORD = `INSERT INTO audit_event (id, post_id, actor_kind, actor_id, action, subject_kind, subject_id, detail, request_id)
  VALUES (gen_random_uuid(), $1, 'officer', $2, $3, $4, $5, '{}', $6)`;
