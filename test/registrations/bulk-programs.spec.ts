import { readFile } from 'node:fs/promises';
import { smallArchive } from '../../src/registrations/bulk/table/archive-guard.js';
import { readCsv } from '../../src/registrations/bulk/table/read-csv.js';
import { readXlsx } from '../../src/registrations/bulk/table/read-xlsx.js';
import { textOf } from '../../src/registrations/bulk/table/table.js';
import { templateXlsx } from '../../src/registrations/bulk/template.js';
import { csv, somebody, workbook } from './bulk-files.js';

describe('lists that other programs save', () => {
  it('have the dates, zeros and signs that LibreOffice shows, where days are counted from 1904', async () => {
    const file = await readFile(new URL('saved-by-libreoffice.xlsx', import.meta.url));
    const { header, rows } = await readXlsx(file);
    const column = (name: string) => rows.map(({ cells }) => textOf(cells[header.indexOf(name)]));
    expect(column('full_name')).toEqual(['Budi Contoh', 'Ani Contoh']);
    expect(column('birth_date')).toEqual(['1993-04-17', '1998-02-28']);
    expect(column('row_id')).toEqual(['007', 'A-2']);
    expect(column('passport_number')).toEqual(['00123456', 'X1234567']);
    expect(column('phone')).toEqual(['', '+85512345678']);
  });

  it('end with the last row that holds anything, however far down somebody coloured them', async () => {
    const row = (at: number, ...texts: string[]) =>
      `<row r="${at}">${texts.map((text, n) => `<c r="${'AB'[n]}${at}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const coloured = Array.from(
      { length: 65_533 },
      (_, n) => `<row r="${n + 4}" s="1"><c r="A${n + 4}" s="1"/></row>`,
    );
    const people =
      row(1, 'full_name', 'consents') + row(2, 'Budi Contoh', 'embassy-assistance') + row(3, 'Ani', '');
    const { rows } = await readXlsx(workbook(people + coloured.join('')));
    expect(rows.map(({ number }) => number)).toEqual([2, 3]);
    await expect(readXlsx(workbook(people + coloured.join('') + row(65_537, 'Adi Contoh')))).rejects.toThrow(
      'too-many-rows',
    );
  });

  it.each([
    ['DOS', Buffer.from([0x82])],
    ['old Macintoshes', Buffer.from([0x8e])],
  ])('are refused in the code page of %s, which would spoil names', (_, letter) => {
    const [before = '', after = ''] = csv([somebody(1, { 1: 'Andr# Contoh' })])
      .toString()
      .split('#');
    const file = Buffer.concat([Buffer.from(before), letter, Buffer.from(after)]);
    expect(() => readCsv(file)).toThrow('unreadable-text');
  });

  it('are read in Windows-1252 with the signs that stand in lists', () => {
    const bytes = Buffer.concat([
      csv([somebody(1)]),
      Buffer.from('\r\nC-2,Ma'),
      Buffer.of(0x91),
      Buffer.from('ruf O'),
      Buffer.of(0x92, 0x43, 0x20, 0x96, 0x20, 0x8a),
      Buffer.from('imon Zo'),
      Buffer.of(0xeb),
    ]);
    expect(readCsv(bytes).rows[1]?.cells[1]).toBe('Ma\u2018ruf O\u2019C \u2013 \u0160imon Zo\u00eb');
  });

  it('begin with a template all of whose columns are text, below its example too', async () => {
    const parts = smallArchive(await templateXlsx());
    const sheet = parts.get('xl/worksheets/sheet1.xml')!.toString();
    const [, style] = /<c r="A2" s="(\d+)"/.exec(sheet)!;
    const columns = sheet.match(/<col [^>]*>/g)!;
    expect(columns).toHaveLength(sheet.match(/<c r="[A-Z]+1"/g)!.length);
    for (const column of columns) expect(column).toContain(` style="${style}"`);
    const styles = parts.get('xl/styles.xml')!.toString();
    const text = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)![1];
    expect(styles.split('<cellXfs')[1]!.match(/<xf [^>]*>/g)![Number(style)]).toContain(`numFmtId="${text}"`);
  });
});
