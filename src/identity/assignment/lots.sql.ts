/**
 * Of the accounts in $3 those who may be drawn for the seat $4 of the round $1 of the registration $2: not away, not tied, did
 * not come to the first conclusion, were not in this round before unless they were away. Whoever gathered evidence is among
 * them for the second seat where the first did not: one of the two looks at it from outside, whichever of them is first.
 */
export const UNTIED_SQL = `
  SELECT id, gathered FROM (
    SELECT id, EXISTS (SELECT FROM identity_evidence e WHERE e.registration_id = $2 AND e.recorded_by = free.id) AS gathered
    FROM unnest($3::uuid[]) AS free (id)) free
  WHERE NOT EXISTS (SELECT FROM identity_duty d WHERE d.account_id = free.id AND NOT d.available)
    AND NOT EXISTS (SELECT FROM identity_tie t WHERE t.registration_id = $2 AND t.account_id = free.id)
    AND NOT EXISTS (SELECT FROM identity_round r WHERE r.id = $1 AND (r.opened_by = free.id OR (gathered AND (
      $4::smallint <> 2 OR EXISTS (SELECT FROM identity_evidence e
        WHERE e.registration_id = $2 AND e.recorded_by = r.opened_by)))))
    AND NOT EXISTS (SELECT FROM identity_assignment a WHERE a.round_id = $1 AND a.officer_id = free.id
      AND a.ended_as IS DISTINCT FROM 'away')
  ORDER BY id`;

/** On whom of the accounts in $2 the lot for the second seat of the registration $1 fell last, in a round that evidence put out of date. */
export const DRAWN_BEFORE_SQL = `
  SELECT a.officer_id AS id FROM identity_assignment a JOIN identity_round r ON r.id = a.round_id
  WHERE r.registration_id = $1 AND a.officer_id = ANY ($2::uuid[]) AND a.seat = 2 AND a.ended_as = 'overtaken'
  ORDER BY r.number DESC LIMIT 1`;

/** Open rounds for which nobody is drawn, oldest first, with the seat that is empty. */
export const WAITING_SQL = `
  SELECT r.id AS "roundId", r.registration_id AS "registrationId", r.post_id AS "postId",
    (r.opinions + 1)::smallint AS seat
  FROM identity_round r WHERE r.ended_at IS NULL AND r.opinions > 0
    AND NOT EXISTS (SELECT FROM identity_assignment a WHERE a.round_id = r.id AND a.ended_at IS NULL)
  ORDER BY r.opened_at LIMIT 200`;

/** Ends assignments of officers who are no longer signed in. */
export const LEFT_SQL = `
  UPDATE identity_assignment a SET ended_at = clock_timestamp(), ended_as = 'away'
  WHERE ended_at IS NULL AND assigned_at < now() - interval '15 minutes' AND NOT EXISTS (
    SELECT FROM session s WHERE s.subject_id = a.officer_id AND s.ended_at IS NULL AND s.expires_at > now())`;

/** Cases that wait for one officer. */
export const OWN_SQL = `
  SELECT o.*, g.reference FROM (
    SELECT r.registration_id, a.seat, a.assigned_at FROM identity_assignment a
      JOIN identity_round r ON r.id = a.round_id WHERE a.officer_id = $1 AND a.ended_at IS NULL
    UNION ALL SELECT registration_id, 1, drawn_at FROM identity_first_lot WHERE officer_id = $1 AND ended_at IS NULL
  ) o JOIN registration g ON g.id = o.registration_id AND g.status IN ('received', 'active')
  ORDER BY o.assigned_at LIMIT 200`;
