import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type FieldFault, invalid } from '../../platform/problems/problem.js';
import { type ReportedRow, reportedRow } from './reported-row.js';

/** Rows of one list. */
export const MOST_REPORTED = 200_000;
const MOST_FAULTS = 20;
/** Lets others have the thread in between. */
const PAUSE_EVERY = 2000;

/**
 * The bureau's list as CSV with a header: number, type, issuer, status; further columns are not looked at. A paper that is
 * listed twice counts as it is listed last.
 * @throws Problem `invalid-input` (422) for what is no such list, naming the first rows that cannot be read
 */
export async function readReportedList(bytes: Buffer): Promise<ReportedRow[]> {
  const rows = new Map<string, ReportedRow>();
  const faults: FieldFault[] = [];
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 10_000,
  });
  let line = 1;
  try {
    for await (const cells of Readable.from([bytes]).pipe(parser) as AsyncIterable<Record<string, string>>) {
      line += 1;
      if (line > MOST_REPORTED + 1) throw invalid({ pointer: '/file', code: 'list-too-long' });
      const row = reportedRow(cells);
      if (typeof row === 'string') faults.push({ pointer: `/rows/${line}/${row}`, code: 'wrong-format' });
      else rows.set(`${row.issuer} ${row.number}`, row);
      if (faults.length === MOST_FAULTS) break;
      if (line % PAUSE_EVERY === 0) await new Promise(setImmediate);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw invalid({ pointer: '/file', code: 'wrong-format' });
    throw error;
  }
  if (faults.length > 0) throw invalid(...faults);
  return [...rows.values()];
}
