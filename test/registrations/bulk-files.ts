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

/** An Excel workbook with one sheet of which everything is told: rows, what follows them, and other parts. */
export function workbook(rows: string, after = '', others: Record<string, string> = {}): Buffer {
  const sheet = `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
  const relation = (type: string, target: string) =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  return archive({
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': sheet,
    ...others,
  });
}

/** The same with an entry before all others that its directory says nothing of. */
export function withHiddenEntry(file: Buffer, content: string): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/sharedStrings.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const hidden = Buffer.concat([local, name, packed]);
  const moved = Buffer.from(file);
  const end = moved.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  for (let at = moved.readUInt32LE(end + 16); at < end; at += 46 + moved.readUInt16LE(at + 28))
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + hidden.length, at + 42);
  moved.writeUInt32LE(moved.readUInt32LE(end + 16) + hidden.length, end + 16);
  return Buffer.concat([hidden, moved]);
}

/** A ZIP archive whose entries are stored as they are. */
function archive(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [header, from] of [
      [local, 14],
      [entry, 16],
    ] as const) {
      header.writeUInt32LE(crc32(content), from);
      header.writeUInt32LE(content.length, from + 4);
      header.writeUInt32LE(content.length, from + 8);
      header.writeUInt16LE(name.length, from + 12);
    }
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(parts).length, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
