import { shaped } from '../../../platform/http/field-faults.js';
import { isSafeText, tidyLine } from '../../../platform/http/safe-text.js';
import type { FieldFault } from '../../../platform/problems/problem.js';
import { RegistrationRequest } from '../../intake/intake.dto.js';
import { intakeFaults } from '../../intake/intake-rules.js';
import { type Cell, textOf } from '../table/table.js';
import { readBirthDate } from './birth-date-cell.js';
import { codesOf, hoursOf, methodOf, sexOf } from './cell-words.js';
import { columnOf } from './column-of.js';
import type { Column } from './columns.js';

/** Of the made-up row in the files to fill in, which nobody may be registered from. */
export const EXAMPLE_ROW_ID = 'EXAMPLE';

export interface RowFault {
  column: Column;
  code: string;
  params?: Record<string, string | number>;
}

export interface ReadRow {
  request: RegistrationRequest;
  rowId: string | undefined;
  group: string | undefined;
  /** Row id of the adult whom a minor is with. */
  guardian: string | undefined;
  faults: RowFault[];
}

/** What stands for all rows of a list. */
export interface RowContext {
  post: string;
  /** `YYYY-MM-DD` at the post. */
  today: string;
  /** Of whoever sent the list: for people whose language is not told. */
  language: string;
}

type Cells = ReadonlyMap<Column, Cell>;

/** One row as a registration like any other, held to the same rules, with at most one fault a column. */
export function readRow(cells: Cells, context: RowContext): ReadRow {
  const text = (column: Column): string => tidyLine(textOf(cells.get(column)));
  const [rowId, group, guardian] = (['row_id', 'group', 'guardian'] as const).map(
    (column) => text(column) || undefined,
  );
  const birth = birthDateOf(cells, text);
  const { value: request, faults: shape } = shaped(RegistrationRequest, {
    post: context.post,
    ...answered({
      fullName: text('full_name'),
      passportNumber: text('passport_number'),
      nationalId: text('national_id'),
      motherName: text('mother_name'),
      homeProvince: text('home_province'),
      homeAddress: text('home_address'),
      whereNow: text('where_now'),
      whereHeld: text('where_held'),
    }),
    birthDate: birth.birthDate,
    ...adultOf(text),
    sex: sexOf(text('sex')),
    contact: contactOf(text),
    needs: codesOf(text('needs')),
    consents: codesOf(text('consents')),
    language: text('language').toLowerCase() || context.language,
  });
  const meaning = intakeFaults({ ...request, fullName: request.fullName ?? '' }, context.today);
  const faults = [
    ...(rowId === EXAMPLE_ROW_ID ? [{ column: 'row_id' as const, code: 'example-row' }] : []),
    ...unreadCells(cells),
    ...madeDates(cells),
    ...birth.faults,
    ...contactUnsaid(text),
    ...labelFaults('row_id', rowId, 64),
    ...labelFaults('group', group, 100),
    ...labelFaults('guardian', guardian, 64),
    ...[...shape, ...meaning].map(toRowFault),
  ];
  return { request, rowId, group, guardian, faults: onePerColumn(faults) };
}

function birthDateOf(cells: Cells, text: (column: Column) => string) {
  if (cells.has('birth_date') && text('birth_date') !== '') {
    const read = readBirthDate(text('birth_date'));
    return read.ok
      ? { birthDate: answered({ ...read.birthDate }), faults: [] }
      : { birthDate: {}, faults: [{ column: 'birth_date' as const, code: read.code }] };
  }
  const [year, month, day] = (['birth_year', 'birth_month', 'birth_day'] as const).map(text);
  return { birthDate: answered({ year, month, day }), faults: [] };
}

/** Whom a child is with who is not in the list. */
function adultOf(text: (column: Column) => string) {
  const adult = answered({ name: text('adult_name'), relation: text('adult_relation') });
  return Object.keys(adult).length === 0 ? {} : { adult };
}

function contactOf(text: (column: Column) => string) {
  const { safeFrom, safeTo, safeHours } = hoursOf(text('safe_hours'));
  return {
    method: methodOf(text('contact_method')) || 'none',
    ...answered({
      phone: text('phone'),
      email: text('email'),
      through: text('contact_through'),
      safeFrom,
      safeTo,
      safeHours,
    }),
  };
}

/** A number that may be used or not is worse than none: somebody else may hold that phone. */
const contactUnsaid = (text: (column: Column) => string): RowFault[] =>
  text('contact_method') === '' && (text('phone') !== '' || text('email') !== '')
    ? [{ column: 'contact_method', code: 'required' }]
    : [];

const unreadCells = (cells: Cells): RowFault[] =>
  [...cells].flatMap(([column, cell]) =>
    typeof cell !== 'string' && 'unread' in cell ? [{ column, code: cell.unread }] : [],
  );

/** What was typed there is lost: a number such as 3-4, or hours such as 18:00. */
const madeDates = (cells: Cells): RowFault[] =>
  [...cells].flatMap(([column, cell]) =>
    column !== 'birth_date' && typeof cell !== 'string' && 'date' in cell
      ? [{ column, code: 'cell-date', params: { seen: cell.date } }]
      : [],
  );

function labelFaults(column: Column, label: string | undefined, max: number): RowFault[] {
  if (label === undefined) return [];
  if (!isSafeText(label)) return [{ column, code: 'unsafe-characters' }];
  return label.length > max ? [{ column, code: 'too-long' }] : [];
}

const toRowFault = ({ pointer, code, params }: FieldFault): RowFault => ({
  column: columnOf(pointer),
  code,
  ...(params && { params }),
});

const onePerColumn = (faults: RowFault[]): RowFault[] =>
  faults.filter(({ column }, index) => faults.findIndex((other) => other.column === column) === index);

const answered = (parts: object) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
