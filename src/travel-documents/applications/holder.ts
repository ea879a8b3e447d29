import type { BirthDate } from '../../registrations/birth-date.js';

/** Who a document is for, as it will be printed. Sealed under the person's key. */
export interface Holder {
  /** The family name, or the whole of a name that has none. */
  primaryName: string;
  /** The given names; empty where there are none. */
  secondaryName: string;
  birthDate: BirthDate;
  placeOfBirth: string;
  sex: 'F' | 'M' | 'X';
}
