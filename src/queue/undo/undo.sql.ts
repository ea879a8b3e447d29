/** Parameters: ticket, status, counter session. */
export const RESTORE_SQL = `
  UPDATE ticket SET status = $2, counter_session_id = $3, outcome = NULL, ended_at = NULL, passed_over_at = NULL,
    parked_at = CASE WHEN $2 = 'parked' THEN now() END,
    serving_since = CASE WHEN $2 = 'called' THEN NULL ELSE serving_since END, version = version + 1
  WHERE id = $1`;

/** The counter of the last call. Parameter: ticket. */
export const CALLED_TO_SQL = `
  SELECT counter_session_id AS id FROM ticket_call WHERE ticket_id = $1 ORDER BY attempt DESC LIMIT 1`;
