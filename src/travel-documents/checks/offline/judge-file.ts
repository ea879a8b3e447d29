import { X509Certificate } from 'node:crypto';
import { expiryDateOf } from '../../../platform/icao/mrz-date.js';
import { readSealCertificates } from '../../pki/seal-certificates.js';
import { isSignedList } from '../../pki/signed-list.js';
import { judgeSeal } from '../../seal/judge-seal.js';
import type { SealCertificate } from '../../seal/seal-certificate.js';
import type { SealVerdict } from '../../seal/seal-verdict.js';
import { type FileSignatureStanding, readFileSignature } from './file-signature.js';
import type { OfflineTrust } from './trust-files.js';

/** Verdicts of the standard, and those of a verifier that has more at hand than the seal. */
export type OfflineVerdict =
  | SealVerdict['verdict']
  /** Genuine, and taken back. */
  | 'revoked'
  /** Genuine, and its last day is over. */
  | 'expired'
  /** The seal is genuine; the file around it is not as it was signed. */
  | 'file-altered'
  /** The list of revoked documents is not signed by a trusted signer of seals. */
  | 'untrusted-revoked-list';

export interface OfflineReport {
  verdict: OfflineVerdict;
  number: string | null;
  lines: readonly string[] | null;
  issuedOn: string | null;
  validUntil: string | null;
  signer: string | null;
  fileSignature: FileSignatureStanding;
  /** What could not be checked, in words. */
  notes: string[];
}

/** What was taken from a file. */
export interface FileEvidence {
  pdf: Buffer;
  /** The bytes of the seal on the drawn page, or null where none could be read. */
  seal: Buffer | null;
  /** The two lines in the file's text, or null where there are none. */
  lines: readonly [string, string] | null;
}

/** Judges a document as a verifier does who has never heard of the system that made it. */
export async function judgeFile(file: FileEvidence, trust: OfflineTrust, now: Date): Promise<OfflineReport> {
  const authorities = trust.authorities.map((pem) => new X509Certificate(pem));
  const signature = readFileSignature(file.pdf, authorities);
  const signers = [...new Set([...trust.signers, ...signature.certificates].map(normalPem))];
  const certificates = (await readSealCertificates({ ...trust, signers }, now)).filter(isOfSeals);
  const printed = file.lines?.join('') ?? '';
  const judged = judgeSeal({ bytes: file.seal, printed, certificates, now });
  const seal = 'seal' in judged ? judged.seal : null;
  const document = 'document' in judged ? judged.document : null;
  const validUntil = document && expiryDateOf(document.expiryDate, now.toISOString().slice(0, 10));
  return {
    verdict: verdictOf(),
    number: document?.documentNumber ?? null,
    lines: file.lines,
    issuedOn: seal?.header.issuedOn ?? null,
    validUntil,
    signer: seal && `${seal.header.signer} ${seal.header.certificateReference}`,
    fileSignature: signature.standing,
    notes: [
      ...(trust.revocationLists.length === 0 ? ['no revocation list of signers was at hand'] : []),
      ...(trust.revoked === null ? ['no list of revoked documents was at hand'] : []),
      ...(signature.standing === 'none' ? ['the file bears no signature'] : []),
      ...(signature.standing === 'untrusted' ? ['nobody trusted vouches for who signed the file'] : []),
    ],
  };

  function verdictOf(): OfflineVerdict {
    if (judged.verdict !== 'valid' && judged.verdict !== 'unknown-feature') return judged.verdict;
    if (signature.standing === 'invalid') return 'file-altered';
    for (const { list, signature: jws } of trust.revoked?.lists ?? []) {
      if (list.issuer !== judged.document.issuer) continue;
      if (
        !certificates.some((each) => each.standing === 'trusted' && isSignedList(list, jws, each.publicKey))
      )
        return 'untrusted-revoked-list';
      if (list.numbers.includes(judged.document.documentNumber)) return 'revoked';
    }
    return validUntil !== null && validUntil < now.toISOString().slice(0, 10) ? 'expired' : judged.verdict;
  }
}

const normalPem = (pem: string): string => new X509Certificate(pem).toString();

/** A signature's own certificate comes with the seal signer's: its subject is no signer of seals. */
const isOfSeals = ({ signer }: SealCertificate): boolean => /^[A-Z]{4}$/.test(signer);
