import { setTimeout as sleep } from 'node:timers/promises';
import { TableReader } from '../../src/registrations/bulk/table/table-reader.js';
import { type Service, startService } from '../support/service.js';
import { csv, somebody, withHiddenEntry, workbook } from './bulk-files.js';
import { bulkLists } from './bulk-lists.js';

const MB = 1024 * 1024;
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="1">${text('A1', 'full_name')}${text('B1', 'consents')}</row>`;
const person = `<row r="2">${text('A2', 'Budi Contoh')}${text('B2', 'embassy-assistance')}</row>`;

describe('files made to fill memory or to take for ever', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
    await open(service);
  });
  afterAll(() => service.stop());
  const { open, post, check } = bulkLists();
  const refused = async (file: Buffer) => {
    const { body } = await post(file).expect(422);
    return (body as { errors: { code: string }[] }).errors[0]?.code;
  };

  it.each<[string, Buffer, string]>([
    [
      'a text without an end',
      workbook(`${header}<row r="2">${text('A2', '&amp;'.repeat(MB))}</row>`),
      'not-a-table',
    ],
    [
      'more rows than there may be, without numbers',
      workbook(header + '<row/>'.repeat(20_001) + '<row><c><v>1</v></c></row>'),
      'too-many-rows',
    ],
    [
      'cells that are all merged with all others, many times',
      workbook(
        header + person + `<row r="9999">${text('Z9999', 'x')}</row>`,
        `<mergeCells>${'<mergeCell ref="A1:Z9999"/>'.repeat(50)}</mergeCells>`,
      ),
      'not-a-table',
    ],
    [
      'two parts of one name',
      Buffer.from(
        workbook(header + person, '', { 'xl/worksheets/sheet2.xml': '<worksheet/>' })
          .toString('latin1')
          .replaceAll('sheet2.xml', 'sheet1.xml'),
        'latin1',
      ),
      'not-a-table',
    ],
  ])('are refused: %s', async (_, file, code) => {
    expect(await refused(file)).toBe(code);
  });

  it('are read only as far as their directory says', async () => {
    const hidden = '<sst></nonsense>';
    const file = workbook(header + person);
    expect(await check(withHiddenEntry(file, hidden))).toMatchObject({ rows: 1, valid: 1 });
  });

  it('are searched for broken cells once, not once for each of their comments', async () => {
    const file = workbook(header + person, '<!--<c >-->'.repeat(400_000));
    expect(await check(file)).toMatchObject({ rows: 1, valid: 1 });
  });

  it('end the process that reads them, and nothing else', async () => {
    const reader = service.app.get(TableReader);
    const long = csv(Array.from({ length: 3000 }, (_, index) => somebody(index)));
    const first = refused(long);
    while (reader.pid === undefined) await sleep(1);
    const killed = reader.pid;
    // the second is sent only now: sent together, either may come in first
    const second = check(csv([somebody(1)]));
    process.kill(killed, 'SIGKILL');
    expect(await first).toBe('not-a-table');
    expect(await second).toMatchObject({ valid: 1 });
  });
});
