import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { type Table, type TableFault, UnreadableTable } from './table.js';

/** How every ZIP archive begins; Excel's workbooks are such. */
const ZIP = 'PK\u0003\u0004';
/** Excel before 2007, and PDF: what people send instead. */
const NO_TEXT = [Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('%PDF')];

/** The script of a worker thread: a file as a table, or why it is none. What a file is follows from its first bytes. */
export default async function read(sent: Uint8Array): Promise<Table | TableFault> {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  try {
    if (bytes.toString('latin1', 0, 4) === ZIP) return await readXlsx(bytes);
    if (NO_TEXT.some((start) => bytes.subarray(0, 4).equals(start))) return 'not-a-table';
    return readCsv(bytes);
  } catch (error) {
    if (error instanceof UnreadableTable) return error.fault;
    throw error;
  }
}
