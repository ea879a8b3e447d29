import { alpha2Of, isCountryCode } from '../../platform/icao/country-codes.js';
import type { MrzPlace } from '../../platform/icao/mrz-fault.js';
import { type MrzReading, readMrz } from '../../platform/icao/mrz.js';
import type { SealCertificate } from './seal-certificate.js';
import { EMERGENCY_TRAVEL_DOCUMENT } from './seal-header.js';
import { isSignedBy } from './seal-signature.js';
import type { CertificateVerdict, SealVerdict } from './seal-verdict.js';
import { decodeSeal, type PrintedLines, type Seal } from './seal.js';

/** What the verifier has before it. */
export interface SealEvidence {
  /** The bar code's bytes, or null where it could not be read. */
  bytes: Buffer | null;
  /** The printed lines as read or typed, where there is more at hand than the bar code. */
  printed?: string;
  certificates: readonly SealCertificate[];
  now: Date;
}

/** Judges the seal of an emergency travel document. Whether the document was revoked, only its issuer can tell. */
export function judgeSeal({ bytes, printed, certificates, now }: SealEvidence): SealVerdict {
  if (bytes === null) return { verdict: 'read-error' };
  const seal = decodeSeal(bytes);
  if (!seal) return { verdict: 'wrong-format' };
  if (seal.header.documentType !== EMERGENCY_TRAVEL_DOCUMENT)
    return { verdict: 'invalid-document-type', seal };
  if (!seal.lines) return { verdict: 'wrong-format' };

  const certificate = certificates.find((candidate) => isNamedBy(seal, candidate));
  const objection = objectionTo(certificate, seal, now);
  if (objection || !certificate) return { verdict: objection ?? 'unknown-certificate', seal };
  if (!isSignedBy(seal.signed, seal.signature, certificate.publicKey)) {
    return { verdict: 'invalid-signature', seal };
  }
  return judgeContent(seal, seal.lines, certificate.documentTypes, printed);
}

function judgeContent(
  seal: Seal,
  lines: PrintedLines,
  documentTypes: readonly string[] | null,
  printed: string | undefined,
): SealVerdict {
  const sealed = readLines(lines.join(''), seal);
  if (!sealed.ok) return { verdict: 'invalid-seal-mrz', seal, faults: sealed.faults };
  const { fields: document } = sealed;
  if (documentTypes && !documentTypes.includes(document.documentCode)) {
    return { verdict: 'invalid-document-type', seal };
  }
  if (document.issuer !== seal.header.issuer) {
    const fault = { kind: 'value', field: 'issuer', line: 1, position: 3 } as const;
    return { verdict: 'invalid-seal-mrz', seal, faults: [fault] };
  }
  if (printed !== undefined) {
    const read = readLines(printed, seal);
    if (!read.ok) return { verdict: 'invalid-printed-mrz', seal, document, faults: read.faults };
    const places = differences(lines, read.lines);
    if (places.length > 0) return { verdict: 'seal-and-document-differ', seal, document, places };
  }
  const verdict = seal.unknownTags.length > 0 ? 'unknown-feature' : 'valid';
  return { verdict, seal, document, compared: printed !== undefined };
}

/** Specimens come from countries that do not exist: the issuer that a trusted signer names is one. */
const readLines = (text: string, { header }: Seal): MrzReading =>
  readMrz(text, (code) => code === header.issuer || isCountryCode(code));

function differences(sealed: readonly string[], printed: readonly string[]): MrzPlace[] {
  return sealed.flatMap((line, row) =>
    [...line].flatMap((character, column) =>
      character === printed[row]?.charAt(column) ? [] : [{ line: row + 1, position: column + 1 }],
    ),
  );
}

/** Leading zeros of a serial number do not count. */
export const isNamedBy = ({ header }: Seal, { signer, reference }: SealCertificate): boolean =>
  header.signer === signer && BigInt(`0x${header.certificateReference}`) === BigInt(`0x${reference}`);

function objectionTo(
  certificate: SealCertificate | undefined,
  { header }: Seal,
  now: Date,
): CertificateVerdict | null {
  if (!certificate) return 'unknown-certificate';
  if (certificate.standing === 'revoked') return 'revoked-certificate';
  if (certificate.standing === 'untrusted' || !speaksFor(certificate.signer, header.issuer)) {
    return 'untrusted-certificate';
  }
  const signedTooEarly = new Date(`${header.signedOn}T23:59:59Z`) < certificate.validFrom;
  return signedTooEarly || now < certificate.validFrom || now > certificate.validUntil
    ? 'expired-certificate'
    : null;
}

/** One country's signer cannot seal in another's name. Codes that ISO lacks begin with the certificate's two letters. */
export const speaksFor = (signer: string, issuer: string): boolean =>
  signer.slice(0, 2) === (alpha2Of(issuer) ?? issuer.slice(0, 2));
