import type { SealCertificate } from '../../seal/seal-certificate.js';
import type { FileSignatureStanding } from './file-signature.js';

/** Revocations are out within 48 hours (ICAO Doc 9303-12 section 4.1.5): what was taken back since is not on an older list. */
const REVOKED_LIST_HOURS = 48;

/** What was at hand when a file was judged. */
export interface AtHand {
  /** The certificate that the seal names, where it is known. */
  certificate: SealCertificate | undefined;
  /** When the issuer's list of revoked documents was made, or null where there is none of this issuer. */
  revokedAsOf: Date | null;
  fileSignature: FileSignatureStanding;
  now: Date;
}

/** What could not be checked, in words: a verdict is no better than the lists it was come to by. */
export function notesOn({ certificate, revokedAsOf, fileSignature, now }: AtHand): string[] {
  const { revocationsUntil = null } = certificate ?? {};
  const listsOld = revocationsUntil !== null && revocationsUntil < now;
  const documentsOld =
    revokedAsOf !== null && now.getTime() - revokedAsOf.getTime() > REVOKED_LIST_HOURS * 3_600_000;
  return [
    ...(revocationsUntil === null ? ['no revocation list of the signer’s authority was at hand'] : []),
    ...(listsOld ? [`the revocation list of signers ran out on ${dayOf(revocationsUntil)}`] : []),
    ...(revokedAsOf === null ? ['no list of the issuer’s revoked documents was at hand'] : []),
    ...(documentsOld ? [`the list of revoked documents is of ${dayOf(revokedAsOf)}`] : []),
    ...(fileSignature === 'none' ? ['the file bears no signature'] : []),
    ...(fileSignature === 'untrusted' ? ['nobody trusted vouches for who signed the file'] : []),
  ];
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
