import type { KeyObject } from 'node:crypto';

/** What a verifier knows of a signer's certificate. */
export interface SealCertificate {
  /** Country and name: the subject. */
  signer: string;
  /** Serial number in upper-case hexadecimal digits. */
  reference: string;
  /** Whether a trusted country signing CA issued it, and has not taken it back since. */
  standing: 'trusted' | 'untrusted' | 'revoked';
  /** Until when that authority's list of revoked signers tells; null where none of its lists is at hand. */
  revocationsUntil: Date | null;
  validFrom: Date;
  validUntil: Date;
  /** Document codes that it may sign, or null where it does not say. */
  documentTypes: readonly string[] | null;
  publicKey: KeyObject;
}
