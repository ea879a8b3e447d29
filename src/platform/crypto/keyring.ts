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
  private readonly derived = new Map<Purpose, KeyObject>();
  // keys are read once, not whenever they are used: two to four times faster
  private readonly masterKey: KeyObject;

  /** @param masterKey 32 bytes */
  constructor(masterKey: Buffer) {
    if (masterKey.length !== 32) throw new Error('the master key must have 32 bytes');
    this.masterKey = createSecretKey(masterKey);
  }

  key(purpose: Purpose): KeyObject {
    const key = this.derived.get(purpose) ?? this.keyWith(purpose, '');
    this.derived.set(purpose, key);
    return key;
  }

  /** A key that also needs a secret which only the caller has. */
  keyWith(purpose: Purpose, secret: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.masterKey, secret, `pulang ${purpose}`, 32)));
  }

  blindIndex(kind: string, value: string): Buffer {
    return createHmac('sha256', this.key('blind-index')).update(`${kind}\n${value}`).digest().subarray(0, 16);
  }
}
