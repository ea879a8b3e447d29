import { Client } from 'pg';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';

const STEP = 50_000;

/** People with their registrations and consents, as large as real ones; sealed fields hold chance, as seals do. */
const FILL = `
  WITH made AS MATERIALIZED (
    SELECT gen_random_uuid() AS person, gen_random_uuid() AS registration, n FROM generate_series($2::int, $3::int) n
  ), people AS (
    INSERT INTO person (id, post_id, wrapped_key, identity_sealed, contact_sealed, location_sealed,
      name_index, document_index, phone_index, sex, birth_year, home_province)
    SELECT person, $1, chance.b || chance.b || chance.b || chance.b, repeat(chance.t, 6)::bytea, repeat(chance.t, 3)::bytea,
      repeat(chance.t, 3)::bytea, uuid_send(gen_random_uuid()), CASE WHEN n % 5 = 0 THEN uuid_send(gen_random_uuid()) END,
      CASE WHEN n % 2 = 0 THEN uuid_send(gen_random_uuid()) END, CASE WHEN n % 4 = 0 THEN 'F' ELSE 'M' END,
      1960 + n % 45, 'Sumatera Utara'
    FROM made CROSS JOIN LATERAL (SELECT uuid_send(gen_random_uuid()) AS b, md5(n::text) AS t) chance
  ), registrations AS (
    INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index, channel, needs,
      language)
    SELECT registration, $1, person, 'FILL-' || n, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), 'self',
      '{}', 'id'
    FROM made
  )
  INSERT INTO consent (registration_id, post_id, purpose, recipient, given)
  SELECT registration, $1, 'embassy-assistance', 'embassy', true FROM made`;

/** Makes cases until there are so many in the database. @param onStep told how many there are */
export async function fillCases(
  databaseUrl: string,
  postId: string,
  wanted: number,
  onStep: (cases: number) => void,
): Promise<void> {
  const { extra } = dataSourceOptions(databaseUrl, 1);
  const client = new Client({
    connectionString: databaseUrl,
    options: extra.options.replace(/statement_timeout=\d+/, 'statement_timeout=0'),
  });
  await client.connect();
  try {
    await client.query("SELECT set_config('pulang.posts', $1, false)", [postId]);
    const { rows } = await client.query<{ cases: number }>('SELECT count(*)::int AS cases FROM registration');
    for (let cases = rows[0]!.cases; cases < wanted;) {
      const upTo = Math.min(wanted, cases + STEP);
      await client.query(FILL, [postId, cases + 1, upTo]);
      cases = upTo;
      onStep(cases);
    }
    await client.query('CHECKPOINT').catch(() => undefined);
  } finally {
    await client.end();
  }
}

/** How many registrations there are. */
export async function countCases(databaseUrl: string, postId: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('pulang.posts', $1, false)", [postId]);
    const { rows } = await client.query<{ cases: number }>('SELECT count(*)::int AS cases FROM registration');
    return rows[0]!.cases;
  } finally {
    await client.end();
  }
}
