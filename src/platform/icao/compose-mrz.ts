import { checkDigit } from './check-digit.js';
import { printCountry } from './country-codes.js';
import { isMrzDate } from './mrz-date.js';
import { lengthOf, type MrzField, MRZ_LAYOUTS, textAt } from './mrz-layout.js';
import type { MrzFormat, Slot } from './mrz-layout.js';
import { type NameFault, printName } from './mrz-name.js';
import type { MrzFields } from './mrz-fields.js';

type PlainField = Exclude<MrzField, 'name'>;

/** Why something cannot be printed: a fault of the name, or a field whose value does not fit its form or its place. */
export type ComposeFault = ({ field: 'name' } & NameFault) | { field: PlainField; fault: 'form' };

export type ComposedMrz =
  { ok: true; lines: readonly string[]; truncated: boolean } | { ok: false; faults: readonly ComposeFault[] };

/** What each field but the name must look like before it is filled up with `<`. */
const FORMS: Readonly<Record<PlainField, (value: string) => boolean>> = {
  documentCode: (value) => /^[A-Z]{1,2}$/.test(value),
  issuer: (value) => /^[A-Z]{3}$/.test(value),
  nationality: (value) => /^[A-Z]{3}$/.test(value),
  documentNumber: (value) => /^[0-9A-Z]+$/.test(value),
  birthDate: isMrzDate,
  expiryDate: (value) => isMrzDate(value) && !value.includes('<'),
  sex: (value) => /^[MFX]$/.test(value),
  optional: (value) => /^[0-9A-Z<]*$/.test(value),
  furtherOptional: (value) => /^[0-9A-Z<]*$/.test(value),
};

/**
 * The lines of a machine-readable zone, with names transliterated and every check digit computed. Document numbers have
 * at most nine characters.
 */
export function composeMrz(format: MrzFormat, fields: MrzFields): ComposedMrz {
  const layout = MRZ_LAYOUTS[format];
  const { name: nameSlot, ...plainSlots } = layout.fields;
  const name = printName(fields.name, lengthOf(nameSlot), fields.issuer);
  const plain = Object.entries(plainSlots) as [PlainField, Slot][];
  const faults: ComposeFault[] = plain
    .filter(([field, slot]) => !FORMS[field](fields[field]) || fields[field].length > lengthOf(slot))
    .map(([field]) => ({ field, fault: 'form' }));
  if (!name.ok) return { ok: false, faults: [...faults, ...name.faults.map(ofName)] };
  if (faults.length > 0) return { ok: false, faults };

  const lines = Array.from({ length: layout.lines }, () => '<'.repeat(layout.width));
  put(lines, nameSlot, name.text);
  for (const [field, slot] of plain) put(lines, slot, printed(field, fields[field]));
  for (const { at, over } of layout.checks) {
    put(lines, at, checkDigit(over.map((slot) => textAt(lines, slot)).join('')));
  }
  return { ok: true, lines, truncated: name.truncated };
}

const ofName = (fault: NameFault): ComposeFault => ({ field: 'name', ...fault });

function printed(field: PlainField, value: string): string {
  if (field === 'sex') return value === 'X' ? '<' : value;
  return field === 'issuer' || field === 'nationality' ? printCountry(value) : value;
}

function put(lines: string[], slot: Slot, text: string): void {
  const line = lines[slot.line - 1] ?? '';
  lines[slot.line - 1] =
    line.slice(0, slot.from - 1) + text.padEnd(lengthOf(slot), '<') + line.slice(slot.to);
}
