import { checkDigit } from './check-digit.js';
import { isCountryCode, readCountry } from './country-codes.js';
import { type PrintedNumber, readDocumentNumber, withoutFillers } from './document-number.js';
import { isMrzDate } from './mrz-date.js';
import type { MrzFault } from './mrz-fault.js';
import { type MrzField, MRZ_LAYOUTS, textAt } from './mrz-layout.js';
import type { MrzFormat, MrzLayout, Slot } from './mrz-layout.js';
import { splitMrz } from './mrz-lines.js';
import { readName } from './mrz-name.js';
import type { MrzFields, MrzSex } from './mrz-fields.js';

export type MrzReading =
  | { ok: true; format: MrzFormat; lines: readonly string[]; fields: MrzFields }
  | { ok: false; faults: readonly MrzFault[] };

/**
 * Reads the machine-readable zone of a passport, card or emergency travel document (TD1, TD2, TD3) and verifies every
 * check digit. Never throws; visas are refused.
 * @param text typed, pasted, or sent by a reader that acts as a keyboard
 * @param isCountry which codes may stand for issuer and nationality
 * @returns the fields, or every fault from the first line on
 */
export function readMrz(text: string, isCountry: (code: string) => boolean = isCountryCode): MrzReading {
  const split = splitMrz(text);
  if (!split.ok) return split;
  const { format, lines } = split;
  const layout = MRZ_LAYOUTS[format];
  const number = readDocumentNumber(lines, layout);
  const faults = [
    ...valueFaults(lines, layout, number, isCountry),
    ...checkDigitFaults(lines, layout, number),
  ].sort((a, b) => a.line - b.line || a.position - b.position);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, format, lines, fields: readFields(lines, layout, number) };
}

type PlacedFault = Extract<MrzFault, { line: number }>;

function valueFaults(
  lines: readonly string[],
  { fields, firstLetters }: MrzLayout,
  { number }: PrintedNumber,
  isCountry: (code: string) => boolean,
): PlacedFault[] {
  const at = (slot: Slot) => textAt(lines, slot);
  const sound: [MrzField, Slot, boolean][] = [
    ['documentCode', fields.documentCode, firstLetters.includes(at(fields.documentCode).charAt(0))],
    ['issuer', fields.issuer, isCountry(readCountry(at(fields.issuer)))],
    ['name', fields.name, /^[A-Z][A-Z<]*$/.test(at(fields.name))],
    ['documentNumber', fields.documentNumber, /^[0-9A-Z][0-9A-Z<]*$/.test(number)],
    ['nationality', fields.nationality, isCountry(readCountry(at(fields.nationality)))],
    ['birthDate', fields.birthDate, isMrzDate(at(fields.birthDate))],
    ['sex', fields.sex, /^[MF<]$/.test(at(fields.sex))],
    [
      'expiryDate',
      fields.expiryDate,
      /^\d{6}$/.test(at(fields.expiryDate)) && isMrzDate(at(fields.expiryDate)),
    ],
  ];
  return sound.flatMap(([field, slot, ok]): PlacedFault[] =>
    ok ? [] : [{ kind: 'value', field, line: slot.line, position: slot.from + letterIn(field, at(slot)) }],
  );
}

/** How far into a date its first letter stands, which is nearly always an O for a zero. */
const letterIn = (field: MrzField, text: string): number =>
  field === 'birthDate' || field === 'expiryDate' ? Math.max(0, text.search(/[A-Z]/)) : 0;

function checkDigitFaults(
  lines: readonly string[],
  { checks }: MrzLayout,
  number: PrintedNumber,
): PlacedFault[] {
  return checks.flatMap(({ field, at, over }): PlacedFault[] => {
    const place = field === 'documentNumber' ? number.check : at;
    const covered =
      field === 'documentNumber' ? number.covered : over.map((slot) => textAt(lines, slot)).join('');
    const printed = textAt(lines, place);
    const computed = checkDigit(covered);
    const leftOut = field === 'optional' && printed === '<' && /^<+$/.test(covered);
    if (printed === computed || leftOut) return [];
    return [{ kind: 'check-digit', field, printed, computed, line: place.line, position: place.from }];
  });
}

function readFields(
  lines: readonly string[],
  { fields }: MrzLayout,
  { number, optional }: PrintedNumber,
): MrzFields {
  const sex = textAt(lines, fields.sex);
  return {
    documentCode: withoutFillers(textAt(lines, fields.documentCode)),
    issuer: readCountry(textAt(lines, fields.issuer)),
    name: readName(textAt(lines, fields.name)),
    documentNumber: number,
    nationality: readCountry(textAt(lines, fields.nationality)),
    birthDate: textAt(lines, fields.birthDate),
    sex: sex === '<' ? 'X' : (sex as MrzSex),
    expiryDate: textAt(lines, fields.expiryDate),
    optional,
    furtherOptional: fields.furtherOptional ? withoutFillers(textAt(lines, fields.furtherOptional)) : '',
  };
}
