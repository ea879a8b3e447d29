import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { COLUMN_NAMES, type Column } from './rows/columns.js';
import { EXAMPLE_ROW_ID } from './rows/row-reading.js';

/** A made-up person, to be written over. */
const EXAMPLE: Readonly<Partial<Record<Column, string>>> = {
  row_id: EXAMPLE_ROW_ID,
  full_name: 'Budi Contoh',
  birth_date: '1998-04-17',
  sex: 'M',
  passport_number: 'X1234567',
  phone: '+85512345678',
  contact_method: 'sms',
  safe_hours: '18:00-21:30',
  where_now: 'Shelter Contoh',
  home_province: 'Sumatera Utara',
  needs: 'no-food-or-money;injured-or-ill',
  consents: 'embassy-assistance;home-ministry',
  language: 'id',
  group: 'Keluarga Contoh',
};
/** Their parts may stand in columns of their own instead of in `birth_date`. */
const LEFT_OUT: readonly Column[] = ['birth_year', 'birth_month', 'birth_day'];

const columns = COLUMN_NAMES.filter((column) => !LEFT_OUT.includes(column));
const example = columns.map((column) => EXAMPLE[column] ?? '');

/** A file to fill in: the header and one example. All of it is ours, so that its telephone keeps the plus as it is read again. */
export const templateCsv = (): string =>
  stringify([columns, example], { record_delimiter: '\r\n', bom: true });

/** Of all rows of a column, not only of those that are written: the style of the example, which is text. */
const TEXT_TO_THE_END = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) => {
          const [, style = '0'] = /<c r="A2" s="(\d+)"/.exec(xml) ?? [];
          return xml.replaceAll('<col ', `<col style="${style}" `);
        },
      },
    },
  },
};

/** The same as a workbook whose columns are text, however many people are written, so that no number is cut and no date is turned around. */
export const templateXlsx = (): Promise<Buffer> =>
  writeXlsxFile(
    [
      columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      example.map((value) => ({ value, type: String, format: '@' })),
    ],
    { columns: columns.map(() => ({ width: 22 })), stickyRowsCount: 1 },
    { features: [TEXT_TO_THE_END] },
  ).toBuffer();
