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
    private readonly bytes: Buffer,
  ) {}

  static create(personId: string): PersonKey {
    return new PersonKey(personId, randomOctets(32));
  }

  /** @throws SealBroken */
  static unwrap(keyring: Keyring, personId: string, wrapped: Buffer): PersonKey {
    return new PersonKey(personId, openBytes(keyring.key('wrap-person-keys'), personId, wrapped));
  }

  wrap(keyring: Keyring): Buffer {
    return sealBytes(keyring.key('wrap-person-keys'), this.personId, this.bytes);
  }

  /** @param field what is sealed, such as `identity`; a value opens only under the same name */
  seal(field: string, value: unknown): Buffer {
    return seal(this.bytes, `${this.personId} ${field}`, value);
  }

  /** @throws SealBroken */
  open<T>(field: string, sealed: Buffer): T {
    return open<T>(this.bytes, `${this.personId} ${field}`, sealed);
  }
}
