import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { groupsOf } from '../../matching/groups.js';
import { readLabel } from './read-label.js';
import { readTable, type Table } from './read-table.js';
import type { Truth, TruthColumn, TruthPairs } from './truth.js';

/** A file that was read, and how it is called where something is wrong with it. */
interface Source {
  path: string;
  table: Table;
}

/**
 * Who each record really is, all files one behind the other; no two who are nobody's are the same.
 * @throws UsageFault where the truth is not to be found
 */
export const truePeople = (sources: Source[], truth: Truth): string[] =>
  'column' in truth ? ofColumn(sources, truth) : ofPairs(sources, truth);

function ofColumn(sources: Source[], { column, pattern }: TruthColumn): string[] {
  let found = false;
  const people = sources.flatMap(({ table }, file) => {
    const at = table.column(column);
    return table.rows.map((row, index) => {
      const person = pattern ? matched(pattern, row[at] ?? '') : (row[at] ?? '');
      found ||= person !== '';
      return person || `no one ${file}.${index}`;
    });
  });
  if (!found) throw new UsageFault(`The truth is nowhere: ${nowhere(column, pattern)}.`);
  return people;
}

const nowhere = (column: string, pattern?: RegExp) =>
  pattern ? `no value of "${column}" is as ${pattern.source} asks` : `"${column}" is empty in all records`;

function matched(pattern: RegExp, id: string): string {
  const match = pattern.exec(id);
  return match ? (match[1] ?? match[0]) : '';
}

/** Who is the same as the same person is the same. */
function ofPairs(sources: Source[], { pairs: path, ids }: TruthPairs): string[] {
  const rows = samePairs(path);
  const known = sources.map((source, file) => idsOf(source, ids[file] ?? ids[0]!));
  const starts = sources.map((_, file) =>
    sources.slice(0, file).reduce((sum, { table }) => sum + table.rows.length, 0),
  );
  const find = (id: string, file: number): number | undefined => {
    const row = known[file]?.get(id);
    return row === undefined ? undefined : starts[file]! + row;
  };
  const pairs = rows.map(([one, other], index) => {
    const inOrder = [find(one, 0), find(other, sources.length - 1)];
    const [a, b] = inOrder.includes(undefined) ? [find(one, sources.length - 1), find(other, 0)] : inOrder;
    if (a === undefined || b === undefined)
      throw new UsageFault(
        `${path}, pair ${index + 1}: "${one}" and "${other}" are not both ids of records.`,
      );
    return { a, b };
  });
  const people: string[] = [];
  const records = sources.reduce((sum, { table }) => sum + table.rows.length, 0);
  groupsOf(pairs, records).forEach((group, person) => {
    for (const record of group) people[record] = String(person);
  });
  return people;
}

/** Two ids a line; a third column, is_match, may say of which lines it holds. */
function samePairs(path: string): [string, string][] {
  const { rows, names } = readTable(path);
  const label = names.indexOf('is_match');
  const [first, second, more] = names.map((_, at) => at).filter((at) => at !== label);
  if (first === undefined || second === undefined || more !== undefined)
    throw new UsageFault(
      `${path} should have two columns of ids, and is_match at most: it has ${names.join(', ')}.`,
    );
  return rows
    .filter((row, index) => label < 0 || readLabel(row[label], index))
    .map((row) => [row[first] ?? '', row[second] ?? '']);
}

function idsOf({ path, table }: Source, column: string): Map<string, number> {
  const at = table.column(column);
  const ids = new Map<string, number>();
  table.rows.forEach((row, index) => {
    const id = row[at] ?? '';
    if (ids.has(id)) throw new UsageFault(`${path} has the id "${id}" more than once in column "${column}".`);
    ids.set(id, index);
  });
  return ids;
}
