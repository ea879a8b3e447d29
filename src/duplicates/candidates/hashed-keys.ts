import type { Keyring } from '../../platform/crypto/keyring.js';

/**
 * Blocking keys as they are stored: the first 8 bytes of the keyed hash over post and key, as PostgreSQL's `bigint`.
 * Eight bytes are enough: that any two of 20 million different keys coincide has a chance of 1 in 100,000, and all that a
 * coincidence costs is one comparison for nothing.
 */
export const hashedKeys = (keyring: Keyring, postId: string, keys: readonly string[]): string[] => [
  ...new Set(
    keys.map((key) => keyring.blindIndex('duplicate-key', `${postId}\n${key}`).readBigInt64BE().toString()),
  ),
];
