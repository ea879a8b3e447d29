/** Sizes of machine-readable documents: TD1 cards, TD2 cards and single sheets, TD3 passport booklets. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3';

/** Where something is printed, as Doc 9303 counts: lines and characters from 1, both ends included. */
export interface Slot {
  line: number;
  from: number;
  to: number;
}

export type MrzField =
  | 'documentCode'
  | 'issuer'
  | 'name'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'optional'
  | 'furtherOptional';

/** What has a check digit; `composite` covers several fields together with theirs. */
export type CheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optional' | 'composite';

export interface MrzLayout {
  lines: number;
  width: number;
  /** What the document code may begin with; `V` is a visa, which has no composite check digit. */
  firstLetters: string;
  /** Whether the rest of a document number of more than nine characters may open the optional field. */
  longNumbers: boolean;
  fields: Readonly<Record<Exclude<MrzField, 'furtherOptional'>, Slot>> & { furtherOptional?: Slot };
  /** In the order in which they are computed: the composite covers the others. */
  checks: readonly CheckSlot[];
}

/** Where a check digit is printed and what it is computed over. */
export interface CheckSlot {
  field: CheckedField;
  at: Slot;
  over: readonly Slot[];
}

const at = (line: number, from: number, to = from): Slot => ({ line, from, to });
const check = (field: CheckedField, slot: Slot, ...over: Slot[]): CheckSlot => ({ field, at: slot, over });

/** Doc 9303-5 section 4.2.2. */
const TD1: MrzLayout = {
  lines: 3,
  width: 30,
  firstLetters: 'ACI',
  longNumbers: true,
  fields: {
    documentCode: at(1, 1, 2),
    issuer: at(1, 3, 5),
    documentNumber: at(1, 6, 14),
    optional: at(1, 16, 30),
    birthDate: at(2, 1, 6),
    sex: at(2, 8),
    expiryDate: at(2, 9, 14),
    nationality: at(2, 16, 18),
    furtherOptional: at(2, 19, 29),
    name: at(3, 1, 30),
  },
  checks: [
    check('documentNumber', at(1, 15), at(1, 6, 14)),
    check('birthDate', at(2, 7), at(2, 1, 6)),
    check('expiryDate', at(2, 15), at(2, 9, 14)),
    check('composite', at(2, 30), at(1, 6, 30), at(2, 1, 7), at(2, 9, 15), at(2, 19, 29)),
  ],
};

/** The second line begins alike on TD2 and TD3. */
const SECOND_LINE = {
  documentNumber: at(2, 1, 9),
  nationality: at(2, 11, 13),
  birthDate: at(2, 14, 19),
  sex: at(2, 21),
  expiryDate: at(2, 22, 27),
};
const SECOND_LINE_CHECKS = [
  check('documentNumber', at(2, 10), SECOND_LINE.documentNumber),
  check('birthDate', at(2, 20), SECOND_LINE.birthDate),
  check('expiryDate', at(2, 28), SECOND_LINE.expiryDate),
];

/** Doc 9303-6 section 4.2.2; emergency travel documents on a single sheet too (9303-8 section 4). */
const TD2: MrzLayout = {
  lines: 2,
  width: 36,
  firstLetters: 'ACIP',
  longNumbers: true,
  fields: {
    documentCode: at(1, 1, 2),
    issuer: at(1, 3, 5),
    name: at(1, 6, 36),
    ...SECOND_LINE,
    optional: at(2, 29, 35),
  },
  checks: [...SECOND_LINE_CHECKS, check('composite', at(2, 36), at(2, 1, 10), at(2, 14, 20), at(2, 22, 35))],
};

/** Doc 9303-4 section 4.2.2. The optional field is the personal number, with a check digit of its own. */
const TD3: MrzLayout = {
  lines: 2,
  width: 44,
  firstLetters: 'P',
  longNumbers: false,
  fields: {
    documentCode: at(1, 1, 2),
    issuer: at(1, 3, 5),
    name: at(1, 6, 44),
    ...SECOND_LINE,
    optional: at(2, 29, 42),
  },
  checks: [
    ...SECOND_LINE_CHECKS,
    check('optional', at(2, 43), at(2, 29, 42)),
    check('composite', at(2, 44), at(2, 1, 10), at(2, 14, 20), at(2, 22, 43)),
  ],
};

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = { TD1, TD2, TD3 };

export const lengthOf = (slot: Slot): number => slot.to - slot.from + 1;

/** What is printed in a slot. */
export const textAt = (lines: readonly string[], slot: Slot): string =>
  (lines[slot.line - 1] ?? '').slice(slot.from - 1, slot.to);
