import type { DocumentStatus } from '../documents/document-status.js';

/** Answers of a verifier of seals (ICAO Doc 9303-13 section 4), and those that only the issuer can give. */
export const CHECK_VERDICTS = [
  'valid',
  'unknown-feature',
  'revoked',
  'expired',
  'not-found',
  'differs-from-record',
  'seal-and-document-differ',
  'read-error',
  'wrong-format',
  'unknown-certificate',
  'untrusted-certificate',
  'expired-certificate',
  'revoked-certificate',
  'invalid-document-type',
  'invalid-signature',
  'invalid-seal-mrz',
  'invalid-printed-mrz',
] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** What the issuer's record says of a document. */
export interface DocumentRecord {
  number: string;
  status: DocumentStatus;
  /** `YYYY-MM-DD` */
  validUntil: string;
  /** As printed, joined. */
  lines: string;
  /** The day at the post that issued it, `YYYY-MM-DD`. */
  today: string;
}

/**
 * Compares lines with the record. Only lines that agree tell whether the document is still good: a number alone could
 * be guessed. That lines differ is told only to whoever has a valid seal.
 */
export function verdictOf(record: DocumentRecord | undefined, lines: string): CheckVerdict {
  if (!record) return 'not-found';
  if (record.lines !== lines) return 'differs-from-record';
  if (record.status === 'revoked') return 'revoked';
  const over = record.status === 'void' || record.status === 'used' || record.validUntil < record.today;
  return over ? 'expired' : 'valid';
}

/** Lines as they are compared: joined capitals, without spaces and line breaks. */
export const joinedLines = (lines: readonly string[]): string =>
  lines.join('').replace(/\s/g, '').toUpperCase();

/** The bytes of a seal as sent: hexadecimal or base64 (RFC 4648, either alphabet), or null where it is neither. */
export function sealBytes(text: string): Buffer | null {
  const packed = text.replace(/\s/g, '');
  if (/^([0-9a-f]{2})+$/i.test(packed)) return Buffer.from(packed, 'hex');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : null;
}
