import { setImmediate } from 'node:timers/promises';
import { foldDocumentNumber, foldName } from '../../person-index.js';
import type { Cell, Table } from '../table/table.js';
import type { Column, Header } from './columns.js';
import { findGuardians, refuseWithAdults } from './guardians.js';
import { readRow, type RowContext, type ReadRow, type RowFault } from './row-reading.js';

const PAUSE_EVERY = 100;
/** A family or a group of friends; a whole shelter is none. */
const MOST_TOGETHER = 20;

export interface CheckedRow extends ReadRow {
  number: number;
  state: 'valid' | 'faulty' | 'duplicate';
  /** Of the same row when it is sent again; see RowKeys. */
  key: Buffer;
  /** Of the person by name and year of birth: two people under one key are a mistake. */
  person: Buffer;
  warnings: RowFault[];
  /** Number of the row of the adult whom a minor is with. */
  guardianRow?: number;
}

export interface RowIndexes {
  key(row: ReadRow, cells: ReadonlyMap<Column, Cell>): Buffer;
  person(row: ReadRow): Buffer;
}

/** Every row of a list by itself and beside the others. Others are served in between. */
export async function checkList(
  table: Table,
  { columns }: Header,
  context: RowContext,
  indexes: RowIndexes,
): Promise<CheckedRow[]> {
  const rows: CheckedRow[] = [];
  for (const [index, { number, cells }] of table.rows.entries()) {
    if (index % PAUSE_EVERY === 0) await setImmediate();
    const named = byColumn(columns, cells);
    const row = readRow(named, context);
    const state = row.faults.length > 0 ? 'faulty' : 'valid';
    rows.push({
      ...row,
      number,
      state,
      key: indexes.key(row, named),
      person: indexes.person(row),
      warnings: [],
    });
  }
  findGuardians(rows, Number(context.today.slice(0, 4)), guardianFault);
  findRepeated(rows);
  refuseWithAdults(rows, guardianFault);
  findDoubles(rows);
  checkGroups(rows);
  for (const row of rows)
    if (row.state === 'valid' && table.hiddenRows?.has(row.number))
      row.warnings.push({ column: 'full_name', code: 'hidden-row' });
  return rows;
}

/** A fault found beside other rows. */
export function addFault(row: CheckedRow, fault: RowFault): void {
  row.faults.push(fault);
  row.state = 'faulty';
}

/** A fault of whom a minor is said to be with. */
export const guardianFault = (row: CheckedRow, code: string): void =>
  addFault(row, { column: 'guardian', code });

function byColumn(
  columns: Header['columns'],
  cells: readonly (Cell | undefined)[],
): ReadonlyMap<Column, Cell> {
  const named = columns.flatMap((column, at): [Column, Cell][] => {
    const cell = cells[at];
    return column === undefined || cell === undefined ? [] : [[column, cell]];
  });
  return new Map(named);
}

/** The same row twice counts once; one row id for two people is a fault of the second. */
function findRepeated(rows: readonly CheckedRow[]): void {
  const seen = new Map<string, CheckedRow>();
  for (const row of rows.filter(({ state }) => state === 'valid')) {
    const key = row.key.toString('hex');
    const first = seen.get(key);
    if (!first) seen.set(key, row);
    else if (first.person.equals(row.person)) {
      row.state = 'duplicate';
      row.warnings.push({ column: 'row_id', code: 'repeated-row', params: { row: first.number } });
    } else addFault(row, { column: 'row_id', code: 'already-used' });
  }
}

/** People who are probably one: registered all the same, and found again by whoever looks for duplicates. */
function findDoubles(rows: readonly CheckedRow[]): void {
  const seen = new Map<string, CheckedRow>();
  for (const row of rows.filter(({ state }) => state === 'valid'))
    for (const [column, trait] of traitsOf(row)) {
      const first = seen.get(trait);
      if (!first) seen.set(trait, row);
      else if (row.warnings.length === 0)
        row.warnings.push({ column, code: 'probable-double', params: { row: first.number } });
    }
}

function traitsOf({ request }: CheckedRow): [Column, string][] {
  const { fullName, birthDate, passportNumber, nationalId } = request;
  const { year, month, day } = birthDate;
  const document = (column: Column, number: string | undefined): [Column, string][] =>
    number === undefined ? [] : [[column, `${column} ${foldDocumentNumber(number)}`]];
  return [
    ...document('passport_number', passportNumber),
    ...document('national_id', nationalId),
    ...(year === undefined
      ? []
      : [['full_name', `${foldName(fullName)} ${year} ${month} ${day}`] as [Column, string]]),
  ];
}

function checkGroups(rows: readonly CheckedRow[]): void {
  const groups = Map.groupBy(
    rows.filter(({ group }) => group !== undefined),
    ({ group }) => group!.toLowerCase(),
  );
  for (const members of groups.values()) {
    if (members.length > MOST_TOGETHER)
      for (const row of members) addFault(row, { column: 'group', code: 'group-too-large' });
    else if (members.some(({ state }) => state === 'faulty'))
      for (const row of members.filter(({ state }) => state === 'valid'))
        row.warnings.push({ column: 'group', code: 'group-incomplete' });
  }
}
