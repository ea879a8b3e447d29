import type { MrzDate } from './mrz-date.js';
import type { Name } from './mrz-name.js';

/** `X` is printed as a filler (Doc 9303-4 section 4.2.2): not stated, or neither. */
export type MrzSex = 'M' | 'F' | 'X';

/** What a machine-readable zone says. */
export interface MrzFields {
  /** One or two letters: `P` a passport, `PU` an emergency travel document on a single sheet (9303-8 4.1.5). */
  documentCode: string;
  /** ISO 3166 alpha-3, or a code of Doc 9303-3 section 5. */
  issuer: string;
  name: Name;
  documentNumber: string;
  nationality: string;
  birthDate: MrzDate;
  sex: MrzSex;
  expiryDate: MrzDate;
  /** For the issuer's own use; on passports the personal number. */
  optional: string;
  /** The second optional field of a TD1 card. */
  furtherOptional: string;
}
