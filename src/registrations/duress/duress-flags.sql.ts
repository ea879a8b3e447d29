/** One flag while nobody has acknowledged it, however often and by whatever ways. Parameters: id, registration, post, way. */
export const RAISE_SQL = `
  INSERT INTO duress_flag (id, registration_id, post_id, way) VALUES ($1, $2, $3, $4)
  ON CONFLICT (registration_id) WHERE acknowledged_at IS NULL DO UPDATE
    SET times = duress_flag.times + 1, last_at = now(), way = EXCLUDED.way, version = duress_flag.version + 1`;

/** Under the latest flag of the registration. Parameters: registration, code of the act. */
export const TRIED_SQL = `
  UPDATE duress_flag SET tried = tried || $2::text, version = version + 1
  WHERE id = (SELECT id FROM duress_flag WHERE registration_id = $1 ORDER BY id DESC LIMIT 1)
    AND NOT tried @> ARRAY[$2::text]`;

const SHOWN = `
  SELECT f.id, f.registration_id AS "registrationId", r.reference, f.way, f.times, f.raised_at AS "raisedAt",
    f.last_at AS "lastAt", f.tried, f.acknowledged_by AS "acknowledgedBy", f.acknowledged_at AS "acknowledgedAt", f.note,
    f.version
  FROM duress_flag f JOIN registration r ON r.id = f.registration_id`;

/** Of one state, the latest first. Parameters: whether acknowledged, id where the page before ended, how many. */
export const LIST_SQL = `${SHOWN}
  WHERE (f.acknowledged_at IS NOT NULL) = $1 AND ($2::uuid IS NULL OR f.id < $2)
  ORDER BY f.id DESC LIMIT $3`;

export const ONE_SQL = `${SHOWN} WHERE f.id = $1`;

/** The flags of one person's cases, the latest first. Parameters: registrations, how many. */
export const OF_CASES_SQL = `${SHOWN} WHERE f.registration_id = ANY ($1) ORDER BY f.last_at DESC, f.id DESC LIMIT $2`;

export const WAITING_SQL = 'SELECT count(*)::int AS waiting FROM duress_flag WHERE acknowledged_at IS NULL';

/** Parameters: id, account, note. */
export const ACKNOWLEDGE_SQL = `
  UPDATE duress_flag SET acknowledged_by = $2, acknowledged_at = now(), note = $3, version = version + 1 WHERE id = $1`;
