import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';

export const HEADER = [
  'row_id',
  'full_name',
  'birth_date',
  'sex',
  'phone',
  'contact_method',
  'consents',
  'group',
];
const CONSENT = 'embassy-assistance;home-ministry';

/** A made-up person as a row; every one has another name. */
export const somebody = (n: number, change: Partial<Record<number, string>> = {}): string[] =>
  Object.assign(
    [`C-${n}`, `Budi Contoh ${letters(n)}`, `1990-0${(n % 9) + 1}-1${n % 10}`, 'M', '', 'none', CONSENT, ''],
    change,
  );

const letters = (n: number): string => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);

export const csv = (rows: readonly string[][], delimiter = ',', header: readonly string[] = HEADER): Buffer =>
  Buffer.from([header, ...rows].map((cells) => cells.join(delimiter)).join('\r\n'));

export const xlsx = (rows: readonly (string | number | Date)[][], header: readonly string[] = HEADER) =>
  writeXlsxFile([
    header.map((value) => ({ value, type: String })),
    ...rows.map((cells) =>
      cells.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : typeof value === 'number'
            ? { value, type: Number }
            : { value, type: String },
      ),
    ),
  ]).toBuffer();

/** An archive with one entry of so many zeros, that says it holds `said` bytes. */
export function bomb(bytes: number, said: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes), { level: 1 });
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const sizes = (at: Buffer, from: number) => {
    at.writeUInt32LE(crc32(Buffer.alloc(0)), from);
    at.writeUInt32LE(packed.length, from + 4);
    at.writeUInt32LE(said, from + 8);
    at.writeUInt16LE(name.length, from + 12);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  sizes(local, 14);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  sizes(entry, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
