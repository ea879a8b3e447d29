import { type Api, type Service, startService } from '../support/service.js';
import { csv, somebody, workbook, xlsx } from './bulk-files.js';
import { AT, bulkLists } from './bulk-lists.js';

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, name: string, consents = 'embassy-assistance', more = '') =>
  `<row r="${at}"${more}>${text(`A${at}`, name)}${text(`B${at}`, consents)}</row>`;
const header = row(1, 'full_name', 'consents');
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook of several sheets, each with the attributes and the rows given. */
function sheets(...told: [attributes: string, rows: string][]): Buffer {
  const numbered = told.map(([attributes, rows], index) => ({ attributes, rows, number: index + 1 }));
  const relation = (number: number) =>
    `<Relationship Id="r${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`;
  return workbook('', '', {
    'xl/workbook.xml': `<workbook><sheets>${numbered.map(({ attributes, number }) => `<sheet ${attributes} sheetId="${number}" r:id="r${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbered.map(({ number }) => relation(number)).join('')}</Relationships>`,
    ...Object.fromEntries(
      numbered.map(({ rows, number }) => [`xl/worksheets/sheet${number}.xml`, sheet(rows)]),
    ),
  });
}

describe('workbooks that hold more than is seen', () => {
  let service: Service;
  let client: Api;
  beforeAll(async () => {
    service = await startService();
    await open(service);
    client = await service.api('client');
  });
  afterAll(() => service.stop());
  const { open, post, check, faults } = bulkLists();

  it('are read from the first sheet that is not hidden, and say which others are filled', async () => {
    const list = await check(
      sheets(
        ['name="Old" state="hidden"', header + row(2, 'Siti Contoh')],
        ['name="Men"', header + row(2, 'Budi Contoh')],
        ['name="Women &amp; children"', header + row(2, 'Ani Contoh')],
        ['name="Empty"', '<row r="1"/>'],
        ['name="Words" state="veryHidden"', header],
      ),
    );
    expect(list).toMatchObject({ rows: 1, ignoredSheets: ['Women & children'] });
    const { body } = await client.get(`${AT}/${list.id}/rows`).expect(200);
    expect(body).toMatchObject({ items: [{ fullName: 'Budi Contoh' }] });
  });

  it('are warned of where a row is hidden, which is registered like all others', async () => {
    const list = await check(
      workbook(
        header +
          row(2, 'Budi Contoh') +
          row(3, 'Ani Contoh', undefined, ' hidden="1"') +
          row(4, 'Adi Contoh'),
      ),
    );
    expect(list).toMatchObject({ valid: 3, warnings: 1, ignoredSheets: [] });
    expect(await faults(list.id)).toEqual([
      expect.objectContaining({ row: 3, severity: 'warning', code: 'hidden-row' }),
    ]);
  });

  it('are refused by row and column where a spreadsheet made a day of what is none', async () => {
    const table = ['full_name', 'consents', 'birth_date', 'national_id', 'safe_hours', 'own notes'];
    const day = new Date(Date.UTC(1990, 3, 3));
    const one = (id: string | Date, hours: string | Date) => [
      'Budi Contoh',
      'embassy-assistance',
      day,
      id,
      hours,
      day,
    ];
    const list = await check(await xlsx([one('3-4', '18:00-20:00'), one(day, day)], table));
    expect(list).toMatchObject({ rows: 2, valid: 1, faulty: 1 });
    const found = await faults(list.id);
    expect(found.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 national_id cell-date',
      '3 safe_hours cell-date',
    ]);
    expect(found[0]!.detail).toMatch(/made a date of this \(1990-04-03\).*Format the column as text/);
  });

  it('are read where somebody typed a space far below, and CSV whatever it is long', async () => {
    const space = '<row r="30001"><c r="A30001" t="s"><v>0</v></c></row>';
    const texts = { 'xl/sharedStrings.xml': '<sst><si><t xml:space="preserve"> </t></si></sst>' };
    expect(await check(workbook(header + row(2, 'Budi Contoh') + space, '', texts))).toMatchObject({
      rows: 1,
      valid: 1,
    });
    const blank = Array.from({ length: 30_000 }, () => [' ', '']);
    const list = await check(csv([somebody(1), ...blank, somebody(2), [' ']]));
    expect(list).toMatchObject({ rows: 2, valid: 2 });
    const { body } = await client.get(`${AT}/${list.id}/rows`).expect(200);
    expect(body).toMatchObject({ items: [{ row: 2 }, { row: 30_003 }] });
  });

  it('are refused where a password locks them, and said to be that', async () => {
    const compound = Buffer.of(0xd0, 0xcf, 0x11, 0xe0);
    const refused = async (file: Buffer) =>
      ((await post(file).expect(422)).body as { errors: { code: string }[] }).errors[0]?.code;
    expect(await refused(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'password-protected',
    );
    expect(await refused(Buffer.concat([compound, Buffer.from('Workbook', 'utf16le')]))).toBe('not-a-table');
  });
});
