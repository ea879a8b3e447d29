/** Person, registration and consents in one statement: one round trip on the path that a surge goes through. */
export const INTAKE_SQL = `
  WITH new_person AS (
    INSERT INTO person (id, post_id, wrapped_key, identity_sealed, contact_sealed, location_sealed,
      home_sealed, adult_sealed, name_index, document_index, phone_index, sex, birth_year, home_province)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ), new_registration AS (
    INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index,
      channel, needs, language, group_id, guardian_id, travel_time, help_word_index)
    VALUES ($15, $2, $1, $16, $17, $18, $19, $20, $21, $22, $23, $26, $27)
    RETURNING received_at
  ), new_consents AS (
    INSERT INTO consent (registration_id, post_id, purpose, recipient, given)
    SELECT $15, $2, asked.purpose, asked.recipient, true FROM unnest($24::text[], $25::text[]) AS asked (purpose, recipient)
  )
  SELECT received_at FROM new_registration`;
