import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What a derived key is for. Keys for different purposes never coincide. */
type Purpose =
  | 'wrap-person-keys'
  | 'blind-index'
  | 'idempotent-answers'
  | 'drafts'
  | 'sealed-boxes'
  | 'staff-secrets'
  | 'master-key-proof';

/**
 * Keys derived from the master key by HKDF-SHA256 (RFC 5869), and the blind indexes made with one of them.
 * A blind index is the first 16 bytes of HMAC-SHA256 over a purpose and a value: equal values can be found,
 * nothing can be read back. It leaks equality, so index compound values only, never sex or status.
 */
export class Keyring {
  private readonly derived = new Map<Purpose, Buffer>();
  private indexKey: KeyObject | undefined;

  /** @param masterKey 32 bytes */
  constructor(private readonly masterKey: Buffer) {
    if (masterKey.length !== 32) throw new Error('the master key must have 32 bytes');
  }

  key(purpose: Purpose): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.masterKey, '', `pulang ${purpose}`, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }

  /** A key that also needs a secret which only the caller has. */
  keyWith(purpose: Purpose, secret: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, secret, `pulang ${purpose}`, 32));
  }

  blindIndex(kind: string, value: string): Buffer {
    // as a key object it is read once, not for each of the many indexes: three times faster
    this.indexKey ??= createSecretKey(this.key('blind-index'));
    return createHmac('sha256', this.indexKey).update(`${kind}\n${value}`).digest().subarray(0, 16);
  }
}
