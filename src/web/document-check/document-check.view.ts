import type { CheckVerdict } from '../../travel-documents/checks/check-verdict.js';
import type { FormView } from '../forms/form.view.js';

/** By number and the two printed lines, or by the text that a reader takes from the seal. */
export interface DocumentCheckPage {
  form: FormView;
  values: { documentNumber: string; lineOne: string; lineTwo: string; seal: string };
}

/** Accept, look closer, or do not accept: each verdict belongs to one. */
export type VerdictTone = 'genuine' | 'unclear' | 'refused';

export function toneOf(verdict: CheckVerdict): VerdictTone {
  if (verdict === 'valid' || verdict === 'unknown-feature') return 'genuine';
  return UNCLEAR.has(verdict) ? 'unclear' : 'refused';
}

const UNCLEAR: ReadonlySet<CheckVerdict> = new Set([
  'read-error',
  'wrong-format',
  'unknown-certificate',
  'expired-certificate',
]);

export interface VerdictPage {
  verdict: CheckVerdict;
  documentNumber: string | null;
  /** Last day of validity, `YYYY-MM-DD`, where the document is known. */
  validUntil: string | null;
  checkedAt: string;
}
