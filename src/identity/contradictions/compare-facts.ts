import type { PartialDate } from '../../platform/i18n/formats.js';
import { birthDateOf, expiryDateOf } from '../../platform/icao/mrz-date.js';
import type { MrzFields } from '../../platform/icao/mrz-fields.js';
import { readMrz } from '../../platform/icao/mrz.js';
import type { BirthDate } from '../../registrations/birth-date.js';
import type { IdentityDetails } from '../../registrations/person-details.js';
import { foldDocumentNumber } from '../../registrations/person-index.js';
import type { ContradictionCode } from './contradiction-codes.js';
import { namesDiffer } from './names-differ.js';

/** What somebody else says about a person: a document, a registry. Absent is not known. */
export interface Facts {
  fullName?: string;
  birthDate?: PartialDate;
  sex?: 'F' | 'M' | 'X';
  passportNumber?: string;
  nationalId?: string;
  /** Of the paper that was read, whatever it is. */
  documentNumber?: string;
  nationality?: string;
  /** Alpha-3 of the state that issued a paper. */
  issuer?: string;
  /** `YYYY-MM-DD` */
  expiryDate?: string;
}

/** What the person reported. */
export interface Reported {
  fullName: string;
  birthDate: BirthDate;
  sex: 'F' | 'M' | 'X' | null;
  /** As typed, and in the lines: somebody may have an old passport and a new one. */
  passportNumbers: readonly string[];
  nationalId?: string;
}

/** What a machine-readable zone says. @param today `YYYY-MM-DD` */
export const factsOfMrz = (fields: MrzFields, today: string): Facts => ({
  fullName: `${fields.name.primary} ${fields.name.secondary}`.trim(),
  birthDate: birthDateOf(fields.birthDate, today),
  sex: fields.sex,
  nationality: fields.nationality,
  issuer: fields.issuer,
  documentNumber: fields.documentNumber,
  expiryDate: expiryDateOf(fields.expiryDate, today),
  ...(fields.documentCode.startsWith('P') && { passportNumber: fields.documentNumber }),
});

/**
 * Where facts say something else than the person reported. What one of the two does not know contradicts nothing.
 * @param today `YYYY-MM-DD`
 * @param country alpha-3, whose nationals the embassy helps
 */
export function contradictions(
  facts: Facts,
  reported: Reported,
  { today, country }: { today: string; country: string },
): ContradictionCode[] {
  const found: [ContradictionCode, boolean][] = [
    ['name-differs', facts.fullName !== undefined && namesDiffer(facts.fullName, reported.fullName)],
    ['birth-date-differs', facts.birthDate !== undefined && datesDiffer(facts.birthDate, reported.birthDate)],
    ['sex-differs', sexesDiffer(facts.sex, reported.sex)],
    [
      'number-differs',
      numbersDiffer(facts.passportNumber, reported.passportNumbers) ||
        numbersDiffer(facts.nationalId, reported.nationalId === undefined ? [] : [reported.nationalId]),
    ],
    ['nationality-differs', facts.nationality !== undefined && facts.nationality !== country],
    ['document-expired', facts.expiryDate !== undefined && facts.expiryDate < today],
  ];
  return found.flatMap(([code, holds]) => (holds ? [code] : []));
}

const datesDiffer = (one: PartialDate, other: BirthDate): boolean =>
  (['year', 'month', 'day'] as const).some(
    (part) => one[part] !== null && other[part] !== undefined && one[part] !== other[part],
  );

const sexesDiffer = (one: string | undefined, other: string | null): boolean =>
  one !== undefined && other !== null && one !== 'X' && other !== 'X' && one !== other;

const numbersDiffer = (one: string | undefined, others: readonly string[]): boolean =>
  one !== undefined &&
  others.length > 0 &&
  others.every((other) => foldDocumentNumber(one) !== foldDocumentNumber(other));

/** Numbers of the passports that a person told. */
export function passportNumbersOf({ passportNumber, passportMrz }: Partial<IdentityDetails>): string[] {
  const reading = passportMrz === undefined ? undefined : readMrz(passportMrz);
  const isPassport = reading?.ok && reading.fields.documentCode.startsWith('P');
  return [passportNumber, isPassport ? reading.fields.documentNumber : undefined].filter(
    (number) => number !== undefined,
  );
}
