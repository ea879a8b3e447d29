/** Parameters: id, ticket, post, registration, officer, session, needs before, counter before, service before, note. */
export const TRANSFER_SQL = `
  INSERT INTO ticket_transfer (id, ticket_id, post_id, registration_id, transferred_by, counter_session_id, needs_before,
    counter_before, service_before, note_sealed)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Whoever is handed over is in the hall, also where they were called straight from the zone. */
export const IN_THE_HALL = `coalesce(called_in_at,
  (SELECT now() FROM call_forward_setting c WHERE c.post_id = ticket.post_id AND c.automatic))`;

/** Whether the person is with this officer now. Parameters: ticket, account. */
export const AT_COUNTER_SQL = `
  SELECT FROM ticket t JOIN counter_session s ON s.id = t.counter_session_id
  WHERE t.id = $1 AND s.account_id = $2 AND t.ended_at IS NULL`;

/** Parameters: ticket. */
export const NOTES_SQL = `
  SELECT x.note_sealed AS "noteSealed", x.registration_id AS "registrationId", a.display_name AS "writtenBy",
    c.number AS counter, x.transferred_at AS "writtenAt"
  FROM ticket_transfer x JOIN account a ON a.id = x.transferred_by
  JOIN counter_session s ON s.id = x.counter_session_id JOIN counter c ON c.id = s.counter_id
  WHERE x.ticket_id = $1 AND x.note_sealed IS NOT NULL AND x.undone_at IS NULL ORDER BY x.transferred_at, x.id`;

export interface NoteRow {
  noteSealed: Buffer;
  registrationId: string;
  writtenBy: string;
  counter: number;
  writtenAt: Date;
}

/** The person is asked for what they needed before, and the note is nobody's any more. Parameter: ticket. */
export const TAKE_BACK_SQL = `
  WITH last AS (
    UPDATE ticket_transfer SET undone_at = now(), note_sealed = NULL WHERE id = (
      SELECT id FROM ticket_transfer WHERE ticket_id = $1 AND undone_at IS NULL ORDER BY transferred_at DESC, id DESC LIMIT 1)
    RETURNING ticket_id, needs_before, counter_before, service_before
  )
  UPDATE ticket SET needs = needs_before, counter_id = counter_before, service_type_id = service_before
  FROM last WHERE ticket.id = last.ticket_id`;

export const FORGET_SQL =
  'UPDATE ticket_transfer SET note_sealed = NULL WHERE registration_id = $1 AND note_sealed IS NOT NULL';
