/** Person, registration and consents in one statement: one round trip on the path that a surge goes through. */
export const INTAKE_SQL = `
  WITH new_person AS (
    INSERT INTO person (id, post_id, wrapped_key, identity_sealed, contact_sealed, location_sealed,
      name_index, document_index, phone_index, sex, birth_year, home_province)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ), new_registration AS (
    INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index,
      channel, needs, language)
    VALUES ($13, $2, $1, $14, $15, $16, $17, $18, $19)
    RETURNING received_at
  ), new_consents AS (
    INSERT INTO consent (registration_id, post_id, purpose, given) SELECT $13, $2, unnest($20::text[]), true
  )
  SELECT received_at FROM new_registration`;
