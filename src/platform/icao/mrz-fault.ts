import type { CheckedField, MrzField } from './mrz-layout.js';

/** Where on the document, as Doc 9303 counts: lines and characters from 1. */
export interface MrzPlace {
  line: number;
  position: number;
}

/** What is wrong with a machine-readable zone that was read or typed. */
export type MrzFault =
  /** Neither 72 (TD2), 88 (TD3) nor 90 characters (TD1), spaces and line breaks left out. */
  | { kind: 'length'; characters: number }
  /** Not a digit, a letter A-Z or `<`. */
  | ({ kind: 'character'; character: string } & MrzPlace)
  /** A digit was misread or mistyped here or in the characters that it covers. */
  | ({ kind: 'check-digit'; field: CheckedField; printed: string; computed: string } & MrzPlace)
  /** No such document code, country, date or sex; a name that begins with a filler or has a digit. */
  | ({ kind: 'value'; field: MrzField } & MrzPlace);
