import type { MatchingRecord } from '../../matching/matching-record.js';
import type { EvaluationConfig } from './config.js';
import type { FieldColumns } from './field-columns.js';
import { readBirth } from './read-birth.js';
import { readTable, type Table } from './read-table.js';
import { truePeople } from './true-people.js';

/** A record to be matched, and who it really is; the engine never sees the latter. */
export interface LabelledRecord {
  record: MatchingRecord;
  person: string;
  /** Which of the files it comes from. */
  file: number;
}

/** @throws UsageFault where a file, a column or the truth is not as the configuration says */
export function readRecords({ files, delimiter, fields, truth }: EvaluationConfig): LabelledRecord[] {
  const sources = files.map((path) => ({ path, table: readTable(path, delimiter) }));
  const people = truePeople(sources, truth);
  return sources
    .flatMap(({ table }, file) => {
      const read = recordReader(table, fields);
      return table.rows.map((row) => ({ record: read(row), file }));
    })
    .map((record, index) => ({ ...record, person: people[index]! }));
}

function recordReader(table: Table, fields: FieldColumns): (row: string[]) => MatchingRecord {
  const all = (names: string[]) => {
    const columns = names.map((name) => table.column(name));
    return (row: string[]) => columns.map((column) => row[column] ?? '').filter(Boolean);
  };
  const joined = (names: string[]) => {
    const read = all(names);
    return (row: string[]) => read(row).join(' ') || undefined;
  };
  const [full, given, family] = [joined(fields.name), joined(fields.given), joined(fields.family)];
  const [sex, town, mothersName] = [joined(fields.sex), joined(fields.town), joined(fields.mothersName)];
  const [phones, documents, birthDate] = [
    all(fields.phones),
    all(fields.documents),
    birthReader(table, fields),
  ];
  const other = Object.entries(fields.other).map(([key, column]) => [key, table.column(column)] as const);
  return (row) => ({
    names: { full: full(row), given: given(row), family: family(row) },
    birthDate: birthDate(row),
    sex: sex(row),
    phones: phones(row),
    town: town(row),
    mothersName: mothersName(row),
    documents: documents(row),
    other: Object.fromEntries(other.map(([key, column]) => [key, row[column] ?? ''])),
  });
}

function birthReader(table: Table, { birth }: FieldColumns) {
  const index = (name: string | undefined) => (name === undefined ? -1 : table.column(name));
  const [column, year, month, day] = [
    index(birth?.column),
    index(birth?.year),
    index(birth?.month),
    index(birth?.day),
  ];
  const number = (text: string | undefined) => (Number(text) ? Number(text) : undefined);
  return (row: string[]) => {
    if (column >= 0) return readBirth(row[column], birth?.order);
    return year < 0
      ? undefined
      : { year: number(row[year]), month: number(row[month]), day: number(row[day]) };
  };
}
