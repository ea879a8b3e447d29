/** Whether the hall called the person of the registration $1 to the counter of the account $2, in their turn. */
export const CALLED_SQL = `SELECT FROM called_by_turn WHERE registration_id = $1 AND account_id = $2 LIMIT 1`;

/** Of the accounts in $2 those who may come to the first conclusion on the registration $1: neither away nor tied. */
export const FREE_SQL = `
  SELECT id FROM unnest($2::uuid[]) AS free (id)
  WHERE NOT EXISTS (SELECT FROM identity_duty d WHERE d.account_id = free.id AND NOT d.available)
    AND NOT EXISTS (SELECT FROM identity_tie t WHERE t.registration_id = $1 AND t.account_id = free.id)
  ORDER BY id`;

export const WRITE_LOT_SQL = `
  INSERT INTO identity_first_lot (id, post_id, registration_id, officer_id, drawn_from) VALUES ($1, $2, $3, $4, $5)`;

export const END_LOT_SQL = `
  UPDATE identity_first_lot SET ended_at = clock_timestamp(), ended_as = $2
  WHERE registration_id = $1 AND ended_at IS NULL`;

/** What the lot gave to the account $1, of one registration or of all. */
export const HELD_SQL = `
  SELECT registration_id AS id, post_id AS "postId" FROM identity_first_lot
  WHERE officer_id = $1 AND ended_at IS NULL AND registration_id = coalesce($2, registration_id) ORDER BY registration_id`;

/** Ends what was drawn for officers who are no longer signed in. */
export const LEFT_FIRST_SQL = `
  UPDATE identity_first_lot f SET ended_at = clock_timestamp(), ended_as = 'away'
  WHERE ended_at IS NULL AND drawn_at < now() - interval '15 minutes' AND NOT EXISTS (
    SELECT FROM session s WHERE s.subject_id = f.officer_id AND s.ended_at IS NULL AND s.expires_at > now())`;

/** Open cases whose officer went away and for which nobody has been drawn since. */
export const FIRST_WAITING_SQL = `
  SELECT DISTINCT f.registration_id AS id, f.post_id AS "postId" FROM identity_first_lot f
  JOIN registration r ON r.id = f.registration_id AND r.status IN ('received', 'active')
  WHERE f.ended_as IN ('away', 'tied') AND NOT EXISTS (
    SELECT FROM identity_first_lot l WHERE l.registration_id = f.registration_id AND l.drawn_at > f.drawn_at)
  LIMIT 200`;

/**
 * Whether an officer is tied to a person, for whoever brings the two together: the hall does not call a person to an officer
 * who said so. A condition of SQL over the names of a registration's and an account's column.
 */
export const tiedSql = (registration: string, account: string): string =>
  `EXISTS (SELECT FROM identity_tie tie WHERE tie.registration_id = ${registration} AND tie.account_id = ${account})`;
