import { DateTime } from 'luxon';
import { ID } from '../ids.js';
import { invalid } from '../problems/problem.js';
import { Text, Whole } from './fields.js';

/** What every list takes: how many, and where the page before ended. */
export class PageQuery {
  @Whole({ min: 1, max: 200, optional: true, example: 50, description: 'Items a page; 50 if not given.' })
  limit?: number;
  @Text({
    max: 400,
    optional: true,
    example: 'WyIyMDI2LTAxLTE2IiwiMDE5YiJd',
    description: 'The `next` of the page before.',
  })
  after?: string;
}

export interface Page<T> {
  items: T[];
  /** Pass as `after` to go on; null on the last page. */
  next: string | null;
}

type ColumnType = 'timestamptz' | 'uuid' | 'integer' | 'smallint' | 'date' | 'text';
const FORMS: Record<ColumnType, RegExp> = {
  timestamptz: /^[1-9]\d{3}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?([+-](0\d|1[0-4])(:?[0-5]\d)?|Z)$/,
  uuid: ID,
  integer: /^\d{1,9}$/,
  smallint: /^\d{1,4}$/,
  date: /^[1-9]\d{3}-\d\d-\d\d$/,
  text: /^[^\0]{0,200}$/,
};

/**
 * Keyset pagination: the values of the sort columns in the last row, so that a page costs the same at any depth and
 * nobody is skipped while others arrive.
 * @throws Problem `invalid-input` where `after` was not made by this service
 */
export function keyset(query: PageQuery, columns: readonly ColumnType[]) {
  const limit = query.limit ?? 50;
  const after = query.after === undefined ? columns.map(() => null) : decode(query.after, columns);
  return {
    limit,
    after,
    /** @param rows up to limit + 1 rows */
    of<Row, Item>(
      rows: Row[],
      cursor: (row: Row) => (string | number)[],
      item: (row: Row) => Item,
    ): Page<Item> {
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { items: shown.map(item), next: last === undefined ? null : encode(cursor(last)) };
    },
  };
}

/** Of the right form, and for times a day and an hour that there are: PostgreSQL would fail on others. */
const fits = (column: ColumnType, value: string): boolean =>
  FORMS[column].test(value) &&
  (column === 'timestamptz' || column === 'date' ? DateTime.fromSQL(value).isValid : true);

const encode = (values: (string | number)[]) =>
  Buffer.from(JSON.stringify(values.map(String))).toString('base64url');

function decode(text: string, columns: readonly ColumnType[]): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const ours =
      Array.isArray(values) &&
      values.length === columns.length &&
      columns.every((column, i) => typeof values[i] === 'string' && fits(column, values[i]));
    if (ours) return values as string[];
  } catch {
    // falls through: whatever could not be read was not ours
  }
  throw invalid({ pointer: '/after', code: 'wrong-format' });
}
