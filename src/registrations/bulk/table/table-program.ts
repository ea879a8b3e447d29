import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { type Table, type TableFault, UnreadableTable } from './table.js';

/** How every ZIP archive begins; Excel's workbooks are such. */
const ZIP = 'PK\u0003\u0004';
/** Excel before 2007 begins so, and a workbook with a password. */
const COMPOUND = Buffer.of(0xd0, 0xcf, 0x11, 0xe0);
const PDF = Buffer.from('%PDF');

/** Under which a workbook with a password is kept ([MS-OFFCRYPTO] 2.3.4.4), as such files write names. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** A file as a table, or why it is none. What a file is follows from its first bytes. */
async function read(bytes: Buffer): Promise<Table | TableFault> {
  try {
    if (bytes.toString('latin1', 0, 4) === ZIP) return await readXlsx(bytes);
    const start = bytes.subarray(0, 4);
    if (start.equals(COMPOUND)) return bytes.includes(ENCRYPTED) ? 'password-protected' : 'not-a-table';
    if (start.equals(PDF)) return 'not-a-table';
    return readCsv(bytes);
  } catch (error) {
    if (error instanceof UnreadableTable) return error.fault;
    throw error;
  }
}

/** A process that reads one file and ends: with an answer, when whoever started it ends, or with its memory full. */
process.once('message', (sent: Uint8Array) => {
  void read(Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)).then((answer) =>
    process.send!(answer, () => process.disconnect()),
  );
});
