import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BulkApi, Refused } from '../../src/bulk-client/bulk-api.js';
import { listReport } from '../../src/bulk-client/list-report.js';
import { allFaults, checkFile, readList, registerList } from '../../src/bulk-client/list-upload.js';
import { writeReceipts } from '../../src/bulk-client/receipts-file.js';
import { newId } from '../../src/platform/ids.js';
import type { BulkIntakeResponse, BulkReceiptList } from '../../src/registrations/bulk/bulk-intakes.dto.js';
import { inTurn } from '../support/in-turn.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { csv, somebody } from './bulk-files.js';
import { AT, bulkLists } from './bulk-lists.js';

describe('ways in and out of lists', () => {
  let service: Service;
  let client: Api;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    await open(service);
    client = await service.api('client');
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());
  const { open, check, confirm, read, job, work, register, faults } = bulkLists();

  it('say whom a child is with, by row; a child of whom nothing is said is asked about', async () => {
    const header = [
      'row_id',
      'full_name',
      'birth_date',
      'sex',
      'consents',
      'group',
      'guardian',
      'needs',
      'nama wali',
    ];
    const year = new Date().getUTCFullYear();
    const [child, adult] = [`${year - 9}-01-01`, '1985-01-01'];
    const row = (id: string, born: string, group: string, guardian: string, needs = '', adult = '') => [
      ...[`G-${id}`, `Keluarga Contoh ${id}`, born, 'F', 'embassy-assistance', group, guardian, needs, adult],
    ];
    const wrong = await check(
      csv(
        [
          row('a', child, '', ''),
          row('b', child, 'lima', 'G-x'),
          row('c', child, 'lima', 'G-b'),
          row('d', child, '', '', 'unaccompanied-minor'),
          row('g', child, '', '', '', 'Wati Contoh'),
        ],
        ',',
        header,
      ),
    );
    expect((await faults(wrong.id)).map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual(
      expect.arrayContaining([
        '2 guardian guardian-needed',
        '3 guardian not-a-guardian',
        '4 guardian not-a-guardian',
      ]),
    );
    expect(wrong).toMatchObject({ faulty: 3, valid: 2 });
    const list = await register(
      csv([row('e', child, 'enam', 'g-f'), row('f', adult, 'Enam', '')], ',', header),
    );
    expect(list).toMatchObject({ state: 'done', registered: 2 });
    const family = await service.query<{ guardian: string | null }>(
      `SELECT g.reference AS guardian FROM bulk_intake_row b JOIN registration r ON r.id = b.registration_id
       LEFT JOIN registration g ON g.id = r.guardian_id AND g.group_id = r.group_id
       WHERE b.bulk_intake_id = $1 ORDER BY b.number`,
      [list.id],
    );
    const { items } = (await client.get(`${AT}/${list.id}/receipts`).expect(200)).body as BulkReceiptList;
    const reference = items.find(({ rowId }) => rowId === 'G-f')!.reference;
    expect(family.map(({ guardian }) => guardian)).toEqual([reference, null]);
  });

  it('keep a child with its adult who was registered by an earlier list, and refuse it where the adult is refused', async () => {
    const header = ['row_id', 'full_name', 'birth_date', 'sex', 'consents', 'group', 'guardian'];
    const child = `${new Date().getUTCFullYear() - 9}-01-01`;
    const row = (id: string, born: string, guardian: string, consents = 'embassy-assistance') => [
      ...[`H-${id}`, `Keluarga Contoh ${id}`, born, 'F', consents, 'tujuh', guardian],
    ];
    const adult = row('a', '1985-01-01', '');
    const half = await check(csv([row('a', '1985-01-01', '', ''), row('b', child, 'H-a')], ',', header));
    expect(half).toMatchObject({ valid: 0, faulty: 2 });
    await register(csv([adult], ',', header));
    const list = await register(csv([adult, row('b', child, 'H-a')], ',', header));
    expect(list).toMatchObject({ state: 'done', registered: 1, duplicates: 1 });
    const family = await service.query(
      `SELECT a.registration_id = r.guardian_id AS "withAdult", r.group_id = g.group_id AS "together"
       FROM bulk_intake_row b JOIN registration r ON r.id = b.registration_id
       JOIN bulk_intake_row a ON a.number = 2 AND a.state = 'registered'
       JOIN registration g ON g.id = a.registration_id
       WHERE b.bulk_intake_id = $1 AND a.key_index = (SELECT key_index FROM bulk_intake_row WHERE bulk_intake_id = $1 AND number = 2)`,
      [list.id],
    );
    expect(family).toEqual([{ withAdult: true, together: true }]);
    const other = row('c', '1985-01-01', '');
    const twice = await register(csv([other, other, row('d', child, 'H-c')], ',', header));
    expect(twice).toMatchObject({ registered: 2, duplicates: 1 });
    const wards = await service.query(
      `SELECT r.needs FROM bulk_intake_row b JOIN registration r ON r.id = b.registration_id
       WHERE b.bulk_intake_id = $1 AND r.guardian_id IS NOT NULL`,
      [twice.id],
    );
    expect(wards).toEqual([{ needs: [] }]);
  });

  it('are not forgotten when they are confirmed at the last moment', async () => {
    const list = await check(csv([somebody(510)]));
    await service.query(`UPDATE bulk_intake SET created_at = now() - interval '25 hours' WHERE id = $1`, [
      list.id,
    ]);
    await inTurn<unknown>(
      service,
      'SELECT FROM bulk_intake WHERE id = $1 FOR UPDATE',
      [list.id],
      [() => confirm(list).expect(202), () => job('forget')],
    );
    await work(list);
    expect(await read(list.id)).toMatchObject({ state: 'done', registered: 1 });
  });

  it('say in which row the header stands where a title is above it', async () => {
    const titled = Buffer.concat([Buffer.from('Shelter Contoh\r\n\r\n'), csv([somebody(520)], ';')]);
    const { body } = await client.post(AT).set('idempotency-key', newKey()).attach('file', titled, 'list');
    expect((body as { errors: object[] }).errors).toEqual([
      expect.objectContaining({
        pointer: '/file',
        code: 'header-not-first',
        detail: expect.stringContaining('row 3') as string,
      }),
    ]);
  });

  it('are read with a space where a cell of the spreadsheet is broken into lines', async () => {
    const list = await check(csv([somebody(521, { 1: '"Budi\r\nContoh"' })]));
    const { body } = await client.get(`${AT}/${list.id}/rows`).expect(200);
    expect(body).toMatchObject({ items: [{ fullName: 'Budi Contoh' }] });
  });

  it('are read line by line where a program added lines that end otherwise', async () => {
    for (const [one, other] of [
      ['\r\n', '\n'],
      ['\n', '\r\n'],
    ]) {
      const [header, ...rows] = csv([somebody(530), somebody(531), somebody(532)])
        .toString()
        .split('\r\n');
      const list = await check(Buffer.from(`${header}${one}${rows.join(other)}${other}`));
      expect(list).toMatchObject({ rows: 3, valid: 3 });
    }
  });

  it('are read in the encodings that spreadsheets save', async () => {
    const text = csv([somebody(500, { 1: 'Renée Contoh' })]).toString();
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const [file, encoding] of [
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [utf16, 'utf-16le'],
      [Buffer.from(utf16).swap16(), 'utf-16be'],
      [Buffer.from(text, 'latin1'), 'windows-1252'],
    ] as const) {
      const list = await check(file);
      expect(list).toMatchObject({ encoding, valid: 1 });
      const { body } = await client.get(`${AT}/${list.id}/rows`).expect(200);
      expect(body).toMatchObject({ items: [{ fullName: 'Renée Contoh' }] });
    }
  });

  it('come back as receipts that no spreadsheet runs', async () => {
    const list = await register(csv([somebody(600, { 0: '@SUM(A1)', 1: '=cmd|x Contoh' })]));
    const { text, headers } = await client.get(`${AT}/${list.id}/receipts/csv`).expect(200);
    expect(headers['content-disposition']).toContain('attachment');
    expect(text).toMatch(
      /^\ufeffrow,row_id,full_name,reference,access_code\r\n2,'@SUM\(A1\),'=cmd\|x Contoh,PNH-/,
    );
  });

  it('may be JSON, and the same key gives the same list', async () => {
    const rows = [
      { 'Full name': 'Json Contoh', consents: ['embassy-assistance'], birth_date: 1998, Group: 'g' },
      { 'Full name': 'Json Two Contoh', consents: [] },
    ];
    const key = newKey();
    const send = (body: object) => client.post(AT).set('idempotency-key', key).send(body);
    const first = await send({ rows }).expect(201);
    expect(first.body).toMatchObject({ format: 'json', rows: 2, valid: 1, faulty: 1, ignoredColumns: [] });
    expect((await send({ rows }).expect(201)).body).toEqual(first.body);
    await send({ rows: rows.slice(1) }).expect(422);
    await client
      .post(AT)
      .set('idempotency-key', newKey())
      .send({ rows: [7] })
      .expect(422);
    const large = {
      rows: Array.from({ length: 3000 }, (_, n) => ({
        name: `Large Contoh ${n}`,
        consents: 'x'.repeat(150),
      })),
    };
    await client.post(AT).set('idempotency-key', newKey()).send(large).expect(201);
  });

  it('have templates whose example nobody is registered from', async () => {
    for (const format of ['csv', 'xlsx']) {
      const { body, text } = await client
        .get(`${AT}/templates/${format}`)
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200);
      const list = await check(Buffer.isBuffer(body) ? body : Buffer.from(text));
      expect(list).toMatchObject({ format, rows: 1, faulty: 1, ignoredColumns: [] });
      expect(await faults(list.id)).toMatchObject([{ row: 2, column: 'row_id', code: 'example-row' }]);
    }
  });

  it('are sent, looked at, registered and answered with receipts on pages of the console', async () => {
    const at = '/console/lists';
    const file = csv([somebody(900), somebody(901, { 1: '<b>Contoh</b>', 3: 'robot' })]);
    expect((await officer.get(at).expect(200)).text).toContain('multipart/form-data');
    const refused = await officer.post(at).attach('file', Buffer.from('%PDF-1.7'), 'x').expect(422);
    expect(refused.text).toContain('cannot be read as a list');
    const send = () =>
      officer.post(at).field('formKey', newKey()).field('source', 'Shelter Contoh').attach('file', file, 'x');
    const sent = await send().expect(303);
    const path = sent.headers['location']!;
    const page = (await officer.get(path).expect(200)).text;
    for (const shown of ['Shelter Contoh', 'Budi Contoh jaa', 'This is none of the words'])
      expect(page).toContain(shown);
    const act = (name: string) => officer.post(`${path}/${name}`).type('form').send({ version: '1' });
    await act('receipts').expect(409);
    await act('confirmation').expect(303);
    expect((await officer.get(`${path}/progress`).expect(200)).text).toContain('data-unfinished');
    await work({ id: path.split('/').at(-1)! } as BulkIntakeResponse);
    expect((await officer.get(path).expect(200)).text).toContain('1 of 1 people are registered');
    expect((await act('receipts').expect(200)).text).toContain('C-900,Budi Contoh jaa,PNH-');
    await (await service.api('supervisor')).post(`${path}/receipts`).expect(403);
    const other = (await send().expect(303)).headers['location']!;
    await officer.post(`${other}/discarding`).type('form').send({ version: '1' }).expect(303);
    expect((await officer.get(other).expect(200)).text).toContain('Thrown away');
  });

  it('are sent from a command line: checked, registered with a bar, receipts written', async () => {
    await service.app.listen(0, '127.0.0.1');
    const folder = await mkdtemp(join(tmpdir(), 'pulang-list-'));
    const path = join(folder, 'list.csv');
    await writeFile(path, csv([somebody(950), somebody(951, { 3: 'robot' })]));
    const api = new BulkApi(await service.app.getUrl(), service.demonstration.clientSecret, 'en');
    const list = await checkFile(api, path);
    expect(listReport(list, await allFaults(api, list.id))).toContain(
      'row 3, sex: This is none of the words',
    );
    const ending = registerList(api, list);
    while ((await readList(api, list.id)).state !== 'confirmed');
    await work(list);
    expect(await ending).toMatchObject({ state: 'done', registered: 1 });
    expect((await checkFile(api, path)).id).toBe(list.id);
    await expect(
      writeReceipts(api, await readList(api, list.id), join(folder, 'no folder', 'codes.csv')),
    ).rejects.toThrow('ENOENT');
    await expect(writeReceipts(api, await readList(api, list.id), path)).resolves.toEqual({
      said: expect.stringContaining('is never written over. They still wait') as string,
      exitCode: 1,
    });
    const codes = join(folder, 'codes.csv');
    expect(await writeReceipts(api, await readList(api, list.id), codes)).toMatchObject({ exitCode: 0 });
    const written = await readFile(codes, 'utf8');
    expect(written).toContain('C-950,Budi Contoh');
    const again = await readList(api, list.id);
    expect(await writeReceipts(api, again, codes)).toEqual({
      said: expect.stringContaining('handed out before') as string,
      exitCode: 0,
    });
    expect(await readFile(codes, 'utf8')).toBe(written);
    expect(await writeReceipts(api, again, join(folder, 'other.csv'))).toEqual({
      said: expect.stringMatching(/^No receipts were written: .*new codes from an officer\.$/) as string,
      exitCode: 1,
    });
    expect(await readdir(folder)).toEqual(['codes.csv', 'list.csv']);
    await expect(readList(api, newId())).rejects.toThrow(Refused);
    await rm(folder, { recursive: true });
  });
});
