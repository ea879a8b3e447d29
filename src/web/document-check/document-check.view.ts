import type { FormView } from '../forms/form.view.js';

/** By number and the two printed lines, or by the text that a reader takes from the seal. */
export interface DocumentCheckPage {
  form: FormView;
  values: { documentNumber: string; lineOne: string; lineTwo: string; seal: string };
}

/** Answers of a verifier of visible digital seals (ICAO Doc 9303 part 13), and those that only the issuer can give. */
export const VERDICTS = [
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
export type Verdict = (typeof VERDICTS)[number];

/** Accept, look closer, or do not accept: each verdict belongs to one. */
export type VerdictTone = 'genuine' | 'unclear' | 'refused';

export function toneOf(verdict: Verdict): VerdictTone {
  if (verdict === 'valid' || verdict === 'unknown-feature') return 'genuine';
  return UNCLEAR.has(verdict) ? 'unclear' : 'refused';
}

const UNCLEAR: ReadonlySet<Verdict> = new Set([
  'read-error',
  'wrong-format',
  'unknown-certificate',
  'expired-certificate',
]);

export interface VerdictPage {
  verdict: Verdict;
  documentNumber: string | null;
  /** Last day of validity, `YYYY-MM-DD`, where the document is known. */
  validUntil: string | null;
  checkedAt: string;
}
