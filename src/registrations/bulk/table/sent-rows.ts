import { invalid } from '../../../platform/problems/problem.js';
import { type Cell, type Table, TABLE_LIMITS } from './table.js';

const NAME = 60;

/**
 * Rows that a program sent as JSON, as the same table that a file gives. A value is text, a number, or a list of texts.
 * @throws Problem `invalid-input` where it is no such thing, and with the row where a row is none
 */
export function sentRows(body: unknown): Table {
  const rows = (body as { rows?: unknown } | null | undefined)?.rows;
  if (!Array.isArray(rows)) throw invalid({ pointer: '/rows', code: 'list-expected' });
  if (rows.length === 0) throw invalid({ pointer: '/rows', code: 'table-empty' });
  if (rows.length > TABLE_LIMITS.rows) throw invalid({ pointer: '/rows', code: 'too-many-rows' });
  const columns = new Map<string, number>();
  const filled = rows.map((row: unknown, index) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw invalid({ pointer: `/rows/${index}`, code: 'object-expected' });
    const cells: Cell[] = [];
    for (const [name, value] of Object.entries(row)) {
      const at = columns.get(name) ?? columns.size;
      columns.set(name, at);
      if (columns.size > TABLE_LIMITS.columns) throw invalid({ pointer: '/rows', code: 'too-many-columns' });
      cells[at] = cellOf(value, `/rows/${index}/${name.slice(0, NAME).replace(/[~/]/g, '-')}`);
    }
    return { number: index + 1, cells };
  });
  const header = [...columns.keys()].map((name) => name.slice(0, NAME));
  return { format: 'json', encoding: null, delimiter: null, header, rows: filled };
}

function cellOf(value: unknown, pointer: string): string {
  const parts: unknown[] = Array.isArray(value) ? value : [value ?? ''];
  if (!parts.every((part) => typeof part === 'string' || Number.isSafeInteger(part)))
    throw invalid({ pointer, code: 'text-expected' });
  return parts.map(String).join(';').trim().slice(0, TABLE_LIMITS.cell);
}
