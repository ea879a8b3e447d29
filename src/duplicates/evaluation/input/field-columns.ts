import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { list } from './list.js';

/** Where a day of birth stands: in one column, or its parts in three. */
export interface BirthColumns {
  column?: string;
  /** 'auto', or the order of the parts: 'YMD', 'DMY', 'MDY' (as in YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY). */
  order?: 'YMD' | 'DMY' | 'MDY';
  year?: string;
  month?: string;
  day?: string;
}

/** Which columns mean what; columns of the file that are not named here play no part. */
export interface FieldColumns {
  name: string[];
  given: string[];
  family: string[];
  birth?: BirthColumns;
  sex: string[];
  phones: string[];
  town: string[];
  mothersName: string[];
  documents: string[];
  other: Record<string, string>;
}

/** The names under which a field may be given; letters only, in lower case. */
const NAMES: Record<Exclude<keyof FieldColumns, 'birth' | 'other'>, string[]> = {
  name: ['name', 'names', 'full', 'fullname', 'nameparts'],
  given: ['given', 'givenname', 'givennames', 'firstname', 'first', 'middle', 'middlename'],
  family: ['family', 'familyname', 'surname', 'lastname', 'last'],
  sex: ['sex', 'gender'],
  phones: ['phone', 'phones', 'phonenumber', 'phonenumbers', 'mobile'],
  town: ['town', 'city', 'place', 'suburb'],
  mothersName: ['mothersname', 'mothername', 'mother'],
  documents: [
    'documents',
    'document',
    'documentnumber',
    'documentnumbers',
    'ids',
    'id',
    'nationalid',
    'passport',
  ],
};
const BIRTH = ['birthdate', 'birth', 'dateofbirth', 'dob', 'born'];
const OTHER = ['other', 'others', 'free'];

/** @throws UsageFault where a field is none that is known */
export function readFieldColumns(value: unknown): FieldColumns {
  if (typeof value !== 'object' || value === null)
    throw new UsageFault('"fields" takes {"name": "column", ...}.');
  const columns: FieldColumns = {
    name: [],
    given: [],
    family: [],
    sex: [],
    phones: [],
    town: [],
    mothersName: [],
    documents: [],
    other: {},
  };
  for (const [key, entry] of Object.entries(value).flatMap(parts)) {
    const plain = letters(key);
    const field = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((name) => NAMES[name].includes(plain));
    if (field) columns[field].push(...list(entry));
    else if (BIRTH.includes(plain)) columns.birth = readBirth(entry);
    else if (OTHER.includes(plain)) Object.assign(columns.other, readOther(entry));
    else
      throw new UsageFault(
        `"${key}" is no field. There are: ${Object.keys(NAMES).join(', ')}, birthDate, and other for free ones.`,
      );
  }
  if (columns.name.length + columns.given.length + columns.family.length === 0)
    throw new UsageFault('"fields" needs a name: "name", or "given" and "family".');
  return columns;
}

/** A name may be given by its parts: {"name": {"given", "family"}}. */
function parts([key, entry]: [string, unknown]): [string, unknown][] {
  const given = NAMES.name.includes(letters(key)) && isObject(entry) && !('column' in entry);
  return given ? Object.entries(entry) : [[key, entry]];
}

function readOther(entry: unknown): Record<string, string> {
  if (!isObject(entry)) return Object.fromEntries(list(entry).map((column) => [column, column]));
  return Object.fromEntries(Object.entries(entry).map(([key, column]) => [key, list(column)[0] ?? '']));
}

function readBirth(entry: unknown): BirthColumns | undefined {
  if (Array.isArray(entry) && entry.length < 2) return readBirth(entry[0]);
  if (entry === undefined || entry === null) return undefined;
  if (typeof entry === 'string') return { column: entry };
  const { column, format, year, month, day } = entry as Record<string, string | undefined>;
  if (!column && !year)
    throw new UsageFault('"birthDate" takes a column, {"column", "format"}, or {"year", "month", "day"}.');
  const inOrder = (format ?? 'auto')
    .toUpperCase()
    .replace(/[^YMD]/g, '')
    .replace(/(.)\1+/g, '$1');
  const order = (['YMD', 'DMY', 'MDY'] as const).find((known) => known === inOrder);
  if (format && !order)
    throw new UsageFault(
      `The format "${format}" of "birthDate" is none of YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY.`,
    );
  return { column, order, year, month, day };
}

const letters = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');
const isObject = (entry: unknown): entry is Record<string, unknown> =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);
