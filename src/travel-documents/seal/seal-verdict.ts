import type { MrzFault, MrzPlace } from '../../platform/icao/mrz-fault.js';
import type { MrzFields } from '../../platform/icao/mrz-fields.js';
import type { Seal } from './seal.js';

/** What a verifier of visible digital seals answers (ICAO Doc 9303-13 section 4, 9303-8 section 6). */
export type SealVerdict =
  /** Genuine. `compared` tells whether the printed lines were at hand and agree. */
  | { verdict: 'valid'; seal: Seal; document: MrzFields; compared: boolean }
  /** Genuine, with features that this verifier does not know. */
  | { verdict: 'unknown-feature'; seal: Seal; document: MrzFields; compared: boolean }
  /** No bar code could be read. */
  | { verdict: 'read-error' }
  /** A bar code, but no seal of version 4 with a machine-readable zone. */
  | { verdict: 'wrong-format' }
  | { verdict: CertificateVerdict | 'invalid-signature' | 'invalid-document-type'; seal: Seal }
  /** The signed lines themselves are wrong. */
  | { verdict: 'invalid-seal-mrz'; seal: Seal; faults: readonly MrzFault[] }
  | { verdict: 'invalid-printed-mrz'; seal: Seal; document: MrzFields; faults: readonly MrzFault[] }
  /** Someone else's seal, or altered lines. */
  | { verdict: 'seal-and-document-differ'; seal: Seal; document: MrzFields; places: readonly MrzPlace[] };

export type CertificateVerdict =
  'unknown-certificate' | 'untrusted-certificate' | 'expired-certificate' | 'revoked-certificate';
