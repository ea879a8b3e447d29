import type { Client } from 'pg';
import type { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import { showProgress } from '../../platform/command-line/progress-bar.js';
import { hashedKeys } from '../../duplicates/candidates/hashed-keys.js';
import { personRecord } from '../../duplicates/candidates/person-record.js';
import { blockingKeys } from '../../duplicates/matching/blocking-keys.js';
import { type Features, featuresOf } from '../../duplicates/matching/features.js';
import { type MadeUpPerson, personOf } from './population.js';

const BATCH = 5000;
export const POST = '00000000-0000-7000-8000-00000000b0b0';

/** Ids that say which person of the population it is. */
export const idOf = (index: number): string =>
  `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
export const indexOf = (id: string): number => Number.parseInt(id.slice(-12), 16);

export const featuresOfPerson = ({ sex, homeProvince, identity, contact }: MadeUpPerson): Features =>
  featuresOf(personRecord({ sex, homeProvince }, identity, contact));

/** Writes the keys of a whole population, in bulk and past the checks that single registrations go through. */
export async function writeKeys(db: Client, keyring: Keyring, people: number): Promise<number> {
  await db.query(`
    SET session_replication_role = replica; SET maintenance_work_mem = '400MB'; SET synchronous_commit = off;
    ALTER TABLE duplicate_key DROP CONSTRAINT duplicate_key_pk; DROP INDEX duplicate_key_of_registration;`);
  let [done, written] = [0, 0];
  const end = showProgress(() => ({
    share: done / people,
    text: `${done} of ${people} people, ${written} keys`,
  }));
  let writing: Promise<unknown> = Promise.resolve();
  while (done < people) {
    const [keys, ids]: [string[], string[]] = [[], []];
    const upTo = Math.min(people, done + BATCH);
    for (let index = done; index < upTo; index++)
      for (const key of hashedKeys(keyring, POST, blockingKeys(featuresOfPerson(personOf(index))))) {
        keys.push(key);
        ids.push(idOf(index));
      }
    written += keys.length;
    await writing;
    writing = db.query(
      'INSERT INTO duplicate_key (post_id, key, registration_id) SELECT $1, key, id FROM unnest($2::bigint[], $3::uuid[]) AS k (key, id)',
      [POST, `{${keys.join(',')}}`, `{${ids.join(',')}}`],
    );
    writing.catch(() => undefined);
    done = upTo;
  }
  await writing;
  end();
  process.stderr.write('building the indexes …\n');
  await db.query(`
    ALTER TABLE duplicate_key ADD CONSTRAINT duplicate_key_pk PRIMARY KEY (post_id, key, registration_id);
    CREATE INDEX duplicate_key_of_registration ON duplicate_key (registration_id)`);
  await db.query('VACUUM (ANALYZE) duplicate_key');
  return written;
}

/** Seals those people of the population who will be opened; the others lie in the index alone. */
export async function writePeople(db: Client, keyring: Keyring, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    const { sex, homeProvince, identity, contact } = personOf(indexOf(id));
    const key = PersonKey.create(id);
    await db.query(
      `WITH p AS (INSERT INTO person (id, post_id, wrapped_key, identity_sealed, contact_sealed, sex, home_province)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING)
       INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index, channel, language)
       VALUES ($1, $2, $1, $8, decode($9, 'hex'), decode($9, 'hex'), 'self', 'id') ON CONFLICT DO NOTHING`,
      [
        id,
        POST,
        key.wrap(keyring),
        key.seal('identity', identity),
        key.seal('contact', contact),
        sex,
        homeProvince,
        `BENCH-${indexOf(id)}`,
        id.replaceAll('-', ''),
      ],
    );
  }
  await db.query('VACUUM (ANALYZE) person, registration');
}
