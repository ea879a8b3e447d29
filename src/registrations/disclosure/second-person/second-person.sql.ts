/** How long it may be looked at once another person has agreed, or in danger: one turn of duty. The database keeps it too. */
const OPEN = `interval '8 hours'`;
/** How long an answer is waited for. */
const WAITS = `interval '24 hours'`;

const WAITING = `(w.state = 'opened' OR (w.state = 'asked' AND w.asked_at > now() - ${WAITS}))`;
/** The account has no tie to the person; what they asked for themselves is theirs to see. Parameter: account. */
const NOT_TIED = `NOT EXISTS (SELECT FROM kept_away k WHERE k.registration_id = w.registration_id AND k.account_id = $1)`;
const IN_FORCE = `w.state IN ('agreed', 'opened', 'right') AND w.open_until > now()`;

/** What nobody agreed to in time makes room for another question. Parameters: registration, account, kind. */
export const LAPSE_SQL = `
  UPDATE second_person_request SET state = 'lapsed'
  WHERE registration_id = $1 AND asked_by = $2 AND kind = $3 AND state = 'asked' AND asked_at <= now() - ${WAITS}`;

/** Of whoever is erased nothing is left to be looked at. Parameter: registration. */
export const LAPSE_ALL_SQL = `
  UPDATE second_person_request SET state = 'lapsed' WHERE registration_id = $1 AND state = 'asked'`;

/** Parameters: id, post, registration, account, sealed reason, kind. */
export const ASK_SQL = `
  INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state)
  VALUES ($1, $2, $3, $4, $5, $6, 'asked')`;

/** The same parameters. */
export const OPEN_SQL = `
  INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state, open_until)
  VALUES ($1, $2, $3, $4, $5, $6, 'opened', now() + ${OPEN})`;

/** An opening that was wrong ends at once. Parameters: id, verdict, account. */
export const DECIDE_SQL = `
  UPDATE second_person_request SET state = $2, decided_by = $3, decided_at = now(),
    open_until = CASE $2 WHEN 'agreed' THEN now() + ${OPEN} WHEN 'wrong' THEN least(open_until, now()) ELSE open_until END
  WHERE id = $1`;

/** Parameters: registration, account. */
export const KEPT_AWAY_SQL = 'SELECT FROM kept_away WHERE registration_id = $1 AND account_id = $2';

/** What lets this account see this of a person now. Parameters: registration, account, kind. */
export const IN_FORCE_SQL = `
  SELECT w.id FROM second_person_request w WHERE w.registration_id = $1 AND w.asked_by = $2 AND w.kind = $3 AND ${IN_FORCE}
  ORDER BY w.open_until DESC LIMIT 1`;

const SHOWN = `
  SELECT w.id, w.registration_id AS "registrationId", w.post_id AS "postId", r.reference, w.kind,
    CASE WHEN w.state = 'asked' AND w.asked_at <= now() - ${WAITS} THEN 'lapsed' ELSE w.state END AS state,
    w.asked_by AS "askedBy", a.display_name AS "askedByName", w.asked_at AS "askedAt", w.asked_at + ${WAITS} AS "lapsesAt",
    w.reason_sealed AS reason, p.id AS "personId", p.wrapped_key AS key,
    d.display_name AS "decidedByName", w.decided_at AS "decidedAt", w.open_until AS "openUntil", ${IN_FORCE} AS open
  FROM second_person_request w JOIN registration r ON r.id = w.registration_id JOIN person p ON p.id = r.person_id
  JOIN account a ON a.id = w.asked_by LEFT JOIN account d ON d.id = w.decided_by`;

/** What waits for another person, and the account's own, the oldest first. Parameters: account, id where the page before ended, how many. */
export const LIST_SQL = `${SHOWN} WHERE ${WAITING} AND (w.asked_by = $1 OR ${NOT_TIED}) AND ($2::uuid IS NULL OR w.id > $2)
  ORDER BY w.id LIMIT $3`;

/** How much of it the account may decide. Parameter: account. */
export const WAITING_SQL = `
  SELECT count(*)::int AS waiting FROM second_person_request w WHERE ${WAITING} AND w.asked_by <> $1 AND ${NOT_TIED}`;

/** What an account last asked of one kind about somebody; what is in force before all else. Parameters: registration, account, kind. */
export const OWN_SQL = `${SHOWN} WHERE w.registration_id = $1 AND w.asked_by = $2 AND w.kind = $3
  ORDER BY (${IN_FORCE}) DESC, w.id DESC LIMIT 1`;

export const HOLD_SQL = 'SELECT FROM second_person_request WHERE id = $1 FOR UPDATE';

/** Parameter: id. */
export const ONE_SQL = `${SHOWN} WHERE w.id = $1`;
