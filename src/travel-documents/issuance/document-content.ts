import { composeMrz } from '../../platform/icao/compose-mrz.js';
import { printDate } from '../../platform/icao/mrz-date.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import type { Holder } from '../applications/holder.js';
import type { PrintedLines } from '../seal/seal.js';

/** Everything that is printed on a travel document. Sealed as it was issued, so that it can be drawn again. */
export interface DocumentContent {
  number: string;
  holder: Holder;
  /** ISO 3166 alpha-3 of the issuing state, which is also the holder's nationality. */
  issuer: string;
  authority: string;
  placeOfIssue: string;
  /** `YYYY-MM-DD` */
  issuedOn: string;
  /** `YYYY-MM-DD` */
  validUntil: string;
  /** ISO 3166 alpha-3 */
  from: string;
  transit: string[];
  destination: string;
  specimen: boolean;
  /** The machine-readable zone. */
  lines: PrintedLines;
}

/**
 * The two lines of the machine-readable zone: TD2 with document code PU, an emergency travel document on a single sheet
 * (ICAO Doc 9303-8 section 4.1.5).
 * @returns the lines, or the field faults that keep the document from being printed
 */
export function documentLines(
  content: Pick<DocumentContent, 'number' | 'holder' | 'issuer' | 'validUntil'>,
): { ok: true; lines: PrintedLines } | { ok: false; faults: FieldFault[] } {
  const { number, holder, issuer, validUntil } = content;
  const { year = null, month = null, day = null } = holder.birthDate;
  const composed = composeMrz('TD2', {
    documentCode: 'PU',
    issuer,
    name: { primary: holder.primaryName, secondary: holder.secondaryName },
    documentNumber: number,
    nationality: issuer,
    birthDate: printDate({ year, month, day }),
    sex: holder.sex,
    expiryDate: validUntil.slice(2).replaceAll('-', ''),
    optional: '',
    furtherOptional: '',
  });
  const [first, second] = composed.ok ? composed.lines : [];
  if (first !== undefined && second !== undefined) return { ok: true, lines: [first, second] };
  const faults = (composed.ok ? [] : composed.faults).map((fault) => ({
    pointer: fault.field === 'name' ? `/${'part' in fault ? fault.part : 'primary'}Name` : `/${fault.field}`,
    code: fault.field === 'name' ? 'name-not-printable' : 'wrong-format',
  }));
  // a name of five foreign letters is one fault
  const byField = new Map(faults.map((fault) => [fault.pointer, fault]));
  return { ok: false, faults: [...byField.values()] };
}
