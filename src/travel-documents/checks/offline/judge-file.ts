import { X509Certificate } from 'node:crypto';
import { expiryDateOf } from '../../../platform/icao/mrz-date.js';
import { isReadableCertificate, readSealCertificates } from '../../pki/seal-certificates.js';
import { isSignedList } from '../../pki/signed-list.js';
import { isNamedBy, judgeSeal, speaksFor } from '../../seal/judge-seal.js';
import type { SealCertificate } from '../../seal/seal-certificate.js';
import type { SealVerdict } from '../../seal/seal-verdict.js';
import type { Seal } from '../../seal/seal.js';
import { notesOn } from './file-notes.js';
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
  /** The seal is genuine; nobody who may do so signed the file around it, which anybody can have drawn anew. */
  | 'untrusted-file'
  /** The list of revoked documents is not signed by a trusted signer of its issuer. */
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
  const enclosed = signature.certificates.filter(isReadableCertificate);
  const signers = [...new Set([...trust.signers, ...enclosed].map(normalPem))];
  const known = await readSealCertificates({ ...trust, signers }, now);
  const certificates = known.filter(isOfSeals);
  const printed = file.lines?.join('') ?? '';
  const judged = judgeSeal({ bytes: file.seal, printed, certificates, now });
  const seal = 'seal' in judged ? judged.seal : null;
  const document = 'document' in judged ? judged.document : null;
  const [fileSigner] = signature.certificates.map((pem) => known[signers.indexOf(normalPem(pem))]);
  const believed = fileSigner !== undefined && maySignFor(fileSigner, seal, now);
  const fileSignature = signature.standing === 'valid' && !believed ? 'untrusted' : signature.standing;
  const validUntil = document && expiryDateOf(document.expiryDate, now.toISOString().slice(0, 10));
  const lists = (trust.revoked?.lists ?? []).filter(({ list }) => list.issuer === seal?.header.issuer);
  const [newest] = lists.map(({ list }) => new Date(list.asOf)).sort((a, b) => Number(b) - Number(a));
  return {
    verdict: verdictOf(),
    number: document?.documentNumber ?? null,
    lines: file.lines,
    issuedOn: seal?.header.issuedOn ?? null,
    validUntil,
    signer: seal && `${seal.header.signer} ${seal.header.certificateReference}`,
    fileSignature,
    notes: notesOn({
      certificate: certificates.find((each) => seal && isNamedBy(seal, each)),
      revokedAsOf: newest ?? null,
      fileSignature,
      now,
    }),
  };

  function verdictOf(): OfflineVerdict {
    if (judged.verdict !== 'valid' && judged.verdict !== 'unknown-feature') return judged.verdict;
    if (signature.standing === 'invalid') return 'file-altered';
    const { documentNumber, issuer } = judged.document;
    const ofIssuer = certificates.filter(
      ({ standing, signer }) => standing === 'trusted' && speaksFor(signer, issuer),
    );
    for (const { list, signature: jws } of lists) {
      if (!ofIssuer.some((each) => isSignedList(list, jws, each.publicKey))) return 'untrusted-revoked-list';
      if (list.numbers.includes(documentNumber)) return 'revoked';
    }
    if (fileSignature !== 'valid') return 'untrusted-file';
    return validUntil !== null && validUntil < now.toISOString().slice(0, 10) ? 'expired' : judged.verdict;
  }
}

/** A seal can be copied onto another sheet: who signs that sheet must be of the state that sealed it, and in office. */
const maySignFor = (signer: SealCertificate, seal: Seal | null, now: Date): boolean =>
  signer.standing !== 'revoked' &&
  signer.validFrom <= now &&
  now <= signer.validUntil &&
  (seal === null || speaksFor(signer.signer, seal.header.issuer));

const normalPem = (pem: string): string => new X509Certificate(pem).toString();

/** A signature's own certificate comes with the seal signer's: its subject is no signer of seals. */
const isOfSeals = ({ signer }: SealCertificate): boolean => /^[A-Z]{4}$/.test(signer);
