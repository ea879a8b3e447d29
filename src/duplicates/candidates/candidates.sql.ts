/** A key that more people share says too little: it is passed over, and costs no more than reading this many entries. */
export const MOST_FOR_A_KEY = 300;
/** Candidates that are opened and compared. */
export const MOST_CANDIDATES = 60;

/**
 * Who shares keys with a registration: the union over its keys, rare keys counting for more, the likeliest first. Reads at
 * most {@link MOST_FOR_A_KEY} + 1 entries of the index for each key, whatever the data: a hundred thousand people born on
 * 1 January cost what three hundred cost. Parameters: post, keys (bigint[]), registration.
 */
export const CANDIDATES_SQL = `
  SELECT registration_id AS id FROM (
    SELECT h.registration_id, count(*) OVER (PARTITION BY w.key) AS people
    FROM unnest($2::bigint[]) AS w (key)
    CROSS JOIN LATERAL (
      SELECT k.registration_id FROM duplicate_key k
      WHERE k.post_id = $1 AND k.key = w.key AND k.registration_id <> $3
      LIMIT ${MOST_FOR_A_KEY + 1}
    ) h
  ) shared
  WHERE people <= ${MOST_FOR_A_KEY}
  GROUP BY registration_id ORDER BY sum(1.0::float8 / people) DESC, registration_id LIMIT ${MOST_CANDIDATES}`;

/** The registration's keys become exactly these. Parameters: post, keys (bigint[]), registration. */
export const WRITE_KEYS_SQL = `
  WITH wanted AS (SELECT unnest($2::bigint[]) AS key), gone AS (
    DELETE FROM duplicate_key k
    WHERE k.registration_id = $3 AND NOT EXISTS (SELECT FROM wanted w WHERE w.key = k.key)
  )
  INSERT INTO duplicate_key (post_id, key, registration_id) SELECT $1, key, $3 FROM wanted ON CONFLICT DO NOTHING`;

/** Parameter: registration. */
export const ERASE_KEYS_SQL = 'DELETE FROM duplicate_key WHERE registration_id = $1';

/** What is needed to compare registrations of people who are not erased. Parameter: ids (uuid[]). */
export const PEOPLE_SQL = `
  SELECT r.id AS "registrationId", p.id, p.wrapped_key AS "wrappedKey", p.identity_sealed AS "identitySealed",
    p.contact_sealed AS "contactSealed", p.sex, p.home_province AS "homeProvince"
  FROM registration r JOIN person p ON p.id = r.person_id
  WHERE r.id = ANY ($1::uuid[]) AND p.wrapped_key IS NOT NULL`;
