import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Keyring } from './keyring.js';
import { randomOctets } from './random-octets.js';
import { open, openBytes, seal, sealBytes } from './sealing.js';

/**
 * The key under which everything sensitive about one person is sealed. It is stored only wrapped by the master key;
 * erasing the wrapped key makes all that was sealed with it unreadable for good (crypto-erasure, NIST SP 800-88).
 */
export class PersonKey {
  private constructor(
    private readonly personId: string,
    private readonly key: KeyObject,
  ) {}

  static create(personId: string): PersonKey {
    return new PersonKey(personId, createSecretKey(randomOctets(32)));
  }

  /** @throws SealBroken */
  static unwrap(keyring: Keyring, personId: string, wrapped: Buffer): PersonKey {
    const key = openBytes(keyring.key('wrap-person-keys'), personId, wrapped);
    return new PersonKey(personId, createSecretKey(key));
  }

  wrap(keyring: Keyring): Buffer {
    return sealBytes(keyring.key('wrap-person-keys'), this.personId, this.key.export());
  }

  /** @param field what is sealed, such as `identity`; a value opens only under the same name */
  seal(field: string, value: unknown): Buffer {
    return seal(this.key, `${this.personId} ${field}`, value);
  }

  /** @throws SealBroken */
  open<T>(field: string, sealed: Buffer): T {
    return open<T>(this.key, `${this.personId} ${field}`, sealed);
  }
}
