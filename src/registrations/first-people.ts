import { Keyring } from '../platform/crypto/keyring.js';
import { PersonKey } from '../platform/crypto/person-key.js';
import type { Database } from '../platform/database/database.js';

interface Kept {
  id: string;
  wrappedKey: Buffer;
}

const FIRST = `SELECT id, wrapped_key AS "wrappedKey" FROM person WHERE wrapped_key IS NOT NULL ORDER BY id LIMIT 100`;

/**
 * Whether the master key is the one under which people are stored. Most of the first hundred say so, not one alone: a few
 * may have been sealed under another key, while nothing kept a service from starting with it.
 * @returns undefined where nobody is stored
 */
export async function opensFirstPeople(database: Database, keyring: Keyring): Promise<boolean | undefined> {
  // not from memory: before the first start is over it would keep that there is no post
  const posts = await database.dataSource.query<{ id: string }[]>('SELECT id FROM post');
  const people = await database.transaction(
    posts.map(({ id }) => id),
    (tx) => tx.query<Kept[]>(FIRST),
  );
  if (people.length === 0) return undefined;
  return people.filter((person) => opens(keyring, person)).length * 2 > people.length;
}

function opens(keyring: Keyring, { id, wrappedKey }: Kept): boolean {
  try {
    PersonKey.unwrap(keyring, id, wrappedKey);
    return true;
  } catch {
    return false;
  }
}
