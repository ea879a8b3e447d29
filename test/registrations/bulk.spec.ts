import type { BulkReceiptList } from '../../src/registrations/bulk/bulk-intakes.dto.js';
import { IntakeRecords } from '../../src/registrations/intake/intake-records.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { bomb, csv, somebody, workbook, xlsx } from './bulk-files.js';
import { AT, bulkLists } from './bulk-lists.js';

describe('lists of people', () => {
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
  const { open, post, check, confirm, read, job, work, register, faults } = bulkLists();
  const receipts = async (id: string, api = client) =>
    ((await api.get(`${AT}/${id}/receipts`).expect(200)).body as BulkReceiptList).items;
  const people = async () =>
    (await service.query<{ n: number }>('SELECT count(*)::int AS n FROM registration'))[0]!.n;
  const persons = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => somebody(from + index));

  it('are checked, confirmed and registered, and each person gets a code that opens their case', async () => {
    const before = await people();
    const list = await check(csv(persons(0, 3), ';'));
    expect(list).toMatchObject({
      state: 'checked',
      rows: 3,
      valid: 3,
      faulty: 0,
      duplicates: 0,
      delimiter: ';',
    });
    expect(await people()).toBe(before);
    const preview = await client.get(`${AT}/${list.id}/rows?state=valid`).expect(200);
    expect(preview.body).toMatchObject({
      items: [{ row: 2, rowId: 'C-0', fullName: 'Budi Contoh a', birthDate: '1990-01-10', sex: 'M' }, {}, {}],
    });
    await confirm({ ...list, version: 7 }).expect(412);
    await confirm(list).expect(202);
    await confirm(list).expect(412);
    await service.runJobs();
    expect(await read(list.id)).toMatchObject({ state: 'done', registered: 3, receipts: 'waiting' });
    expect(await people()).toBe(before + 3);
    const items = await receipts(list.id);
    expect(items.map(({ row, rowId }) => [row, rowId])).toEqual([
      [2, 'C-0'],
      [3, 'C-1'],
      [4, 'C-2'],
    ]);
    const { reference, accessCode } = items[1]!;
    await service.everyone().post('/v1/registrations/access').send({ reference, accessCode }).expect(201);
    const [{ channel } = { channel: '' }] = await service.query<{ channel: string }>(
      'SELECT channel FROM registration WHERE reference = $1',
      [reference],
    );
    expect(channel).toBe('organisation');
    // a lost answer may be asked for again, by the same session only
    await client.get(`${AT}/${list.id}/receipts`).expect(200);
    await (await service.api('client')).get(`${AT}/${list.id}/receipts`).expect(409);
  });

  it('are Excel workbooks too: dates, numbers, and numbers that Excel has cut', async () => {
    const header = ['Nama Lengkap', 'Tanggal lahir', 'NIK', 'Jenis kelamin', 'Persetujuan', 'Catatan'];
    const consent = 'embassy-assistance';
    const file = await xlsx(
      [
        ['Siti Contoh', new Date(Date.UTC(1987, 3, 5)), '3174012345678901', 'P', consent, 'x'],
        ['Wati Contoh', 1990, 3174012345678901, 'perempuan', consent, ''],
        ['Adi Contoh', '', 12345, 'L', consent, ''],
      ],
      header,
    );
    const list = await check(file);
    expect(list).toMatchObject({ format: 'xlsx', rows: 3, valid: 2, faulty: 1, ignoredColumns: ['Catatan'] });
    expect(await faults(list.id)).toEqual([
      expect.objectContaining({ row: 3, column: 'national_id', code: 'number-cut', severity: 'fault' }),
    ]);
    const { body } = await client.get(`${AT}/${list.id}/rows?state=valid`).expect(200);
    expect(body).toMatchObject({
      items: [
        { row: 2, birthDate: '1987-04-05', sex: 'F' },
        { row: 4, birthDate: null, sex: 'M' },
      ],
    });
  });

  it('are refused where a workbook shows more than its cells hold: merged cells, errors, formulas never computed', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (at: number, name: string, others: string) =>
      `<row r="${at}">${text(`A${at}`, name)}${text(`B${at}`, 'embassy-assistance')}${others}</row>`;
    const header = text('C1', 'birth_date') + text('D1', 'group') + text('E1', 'where_now');
    const born = (at: number) => `<c r="C${at}"><f>F${at}</f><v>1990</v></c>`;
    const file = workbook(
      `<row r="1">${text('A1', 'full_name')}${text('B1', 'consents')}${header}</row>` +
        row(2, 'Budi Contoh', `${born(2)}${text('D2', 'A')}${text('E2', 'Poipet')}`) +
        row(3, 'Siti Contoh', `${born(3)}<c r="D3"/><c r="E3" t="str"><f>G3</f><v></v></c>`) +
        row(4, 'Ani Contoh', '<c r="C4" t="e"><v>#N/A</v></c>') +
        row(5, 'Adi Contoh', '<c r="C5"><f>DATE(1998,4,17)</f></c>') +
        row(6, 'Wati Contoh', '<c r="C6"><v>35902</v></c>'),
      '<mergeCells count="2"><mergeCell ref="D2:D3"/><mergeCell ref="E8:E9"/></mergeCells>',
    );
    const list = await check(file);
    expect(list).toMatchObject({ rows: 5, valid: 1, faulty: 4 });
    const found = await faults(list.id);
    expect(found.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 group cell-merged',
      '4 birth_date cell-error',
      '5 birth_date cell-error',
      '6 birth_date unclear-date',
    ]);
    expect(found.at(-1)!.detail).toBe('Write the date as year-month-day, for example 1998-04-17');
  });

  it('say what is wrong by row and column, in words', async () => {
    const list = await check(
      csv([
        somebody(100),
        somebody(101, { 1: '', 2: '1990-02-30' }),
        [],
        somebody(102, { 2: '03/04/1990', 4: '12345', 5: '', 6: 'home-ministry' }),
        somebody(103, { 3: 'robot' }),
        somebody(100, { 1: 'Another Contoh' }),
        somebody(100),
        somebody(104, { 2: '2541-04-17' }),
      ]),
    );
    expect(list).toMatchObject({ rows: 7, valid: 1, faulty: 5, duplicates: 1, warnings: 1 });
    const found = await faults(list.id);
    expect(found.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 full_name required',
      '3 birth_date not-a-date',
      '5 birth_date ambiguous-date',
      '5 contact_method required',
      '5 phone not-a-phone-number',
      '5 consents consent-needed',
      '6 sex not-a-choice',
      '7 row_id already-used',
      '8 row_id repeated-row',
      '9 birth_date buddhist-year',
    ]);
    expect(found.at(-2)).toMatchObject({ severity: 'warning', detail: 'The same as row 2. It counts once' });
    expect(found.every(({ detail }) => !detail.startsWith('field.'))).toBe(true);
    expect(found.find(({ column }) => column === 'full_name')!.detail).toBe('This cell is empty. Fill it in');
    expect(found.find(({ column }) => column === 'phone')!.detail).toContain('Spreadsheets drop the plus');
  });

  it('count everyone once: the same file again registers nobody, and a row id stays that person’s', async () => {
    const file = csv(persons(200, 204));
    await register(file);
    const before = await people();
    const again = await check(file);
    expect(again).toMatchObject({ rows: 4, valid: 0, duplicates: 4 });
    await confirm(again).expect(409);
    const more = await check(csv([...persons(200, 205), somebody(201, { 0: 'C-200' })]));
    expect(more).toMatchObject({ valid: 1, duplicates: 4, faulty: 1 });
    await confirm(more).expect(202);
    await work(more);
    expect(await people()).toBe(before + 1);
    // two lists of one row, confirmed before either was registered
    const twins = [await check(csv([somebody(206)])), await check(csv([somebody(206), somebody(207)]))];
    for (const twin of twins) await confirm(twin).expect(202);
    await Promise.all(twins.map(work));
    expect(await people()).toBe(before + 3);
    expect(await Promise.all(twins.map(({ id }) => read(id)))).toMatchObject([
      { state: 'done' },
      { state: 'done' },
    ]);
  });

  it('of two organisations may use one row id, when staff send them', async () => {
    const before = await people();
    for (const source of ['Shelter A', 'Shelter B']) {
      const list = await check(
        csv([somebody(1, { 1: `Person of ${source}` })]),
        officer,
        `?source=${encodeURIComponent(source)}`,
      );
      expect(list).toMatchObject({ valid: 1, source });
      await confirm(list, officer).expect(202);
      await work(list);
    }
    expect(await people()).toBe(before + 2);
  });

  it('go on after a crash: every row once, no family in halves', async () => {
    const rows = persons(300, 370).map((row, index) =>
      index === 10 || index === 60 ? [...row.slice(0, 7), 'Family'] : row,
    );
    const list = await check(csv(rows));
    await confirm(list).expect(202);
    const before = await people();
    const records = service.app.get(IntakeRecords);
    const write = records.write.bind(records);
    let calls = 0;
    const crash = jest.spyOn(records, 'write').mockImplementation((...args) => {
      if (++calls > 60) throw new Error('the process is killed here');
      return write(...args);
    });
    await expect(work(list)).rejects.toThrow('killed');
    crash.mockRestore();
    const halfway = await read(list.id);
    expect(halfway).toMatchObject({ state: 'confirmed', registered: 51 });
    expect(await people()).toBe(before + 51);
    const groups = await service.query(
      `SELECT count(*)::int AS n FROM registration r JOIN bulk_intake_row b ON b.registration_id = r.id
       WHERE bulk_intake_id = $1 AND r.group_id IS NOT NULL`,
      [list.id],
    );
    expect(groups).toEqual([{ n: 2 }]);
    await service.query(`UPDATE bulk_intake SET progressed_at = now() - interval '1 minute' WHERE id = $1`, [
      list.id,
    ]);
    await Promise.all([job('resume'), job('resume')]);
    expect(await read(list.id)).toMatchObject({ state: 'done', registered: 70 });
    expect(await people()).toBe(before + 70);
    expect(new Set((await receipts(list.id)).map(({ reference }) => reference)).size).toBe(70);
  });

  it('are refused where they are bombs, nonsense, too long or of unknown letters', async () => {
    const refusals: [Buffer, string][] = [
      [bomb(1_000_000, 4_000_000_000), 'archive-too-large'],
      [bomb(80_000_000, 1000), 'archive-too-large'],
      [bomb(80_000_000, 60_000_000), 'archive-too-large'],
      // read, these end the whole process and not only the thread that reads
      [workbook('<row r="4000000000"/>'), 'not-a-table'],
      [workbook('<row r="1000000"/>'), 'too-many-rows'],
      [Buffer.from('PK\u0003\u0004 and no more'), 'not-a-table'],
      [Buffer.from('%PDF-1.7'), 'not-a-table'],
      [csv([]), 'table-empty'],
      [csv([['x']], ',', ['name', 'phone']), 'column-missing'],
      [csv([['x']], ',', ['name', 'nama', 'consents']), 'column-twice'],
      [Buffer.concat([csv([]), Buffer.from('\r\n'), Buffer.alloc(200, 0xc3)]), 'unreadable-text'],
      [csv(Array.from({ length: 10_001 }, () => ['x'])), 'too-many-rows'],
    ];
    for (const [file, code] of refusals) {
      const { body } = await post(file).expect(422);
      expect((body as { errors: { code: string }[] }).errors[0]?.code).toBe(code);
    }
    await post(Buffer.alloc(10 * 1024 * 1024 + 1, 'x')).expect(413);
  });

  it('are seen by whoever sent them and their post, discarded once, and by nobody elsewhere', async () => {
    const list = await check(csv([somebody(700)]));
    await officer.get(`${AT}/${list.id}`).expect(200);
    const shown = await officer.get(`${AT}/${list.id}/rows`).expect(200);
    expect(shown.body).toMatchObject({ items: [{ fullName: 'B••• C••• h•••', birthDate: '1990' }] });
    await confirm(list, officer).expect(403);
    await officer.delete(`${AT}/${list.id}`).set('if-match', '"v1"').expect(403);
    await (await service.api('analyst')).get(`${AT}/${list.id}`).expect(403);
    const elsewhere = await officerElsewhere(service);
    for (const path of ['', '/rows', '/faults', '/receipts'])
      await elsewhere.get(`${AT}/${list.id}${path}`).expect(404);
    await confirm(list, elsewhere).expect(404);
    const ofStaff = await check(csv([somebody(701)]), officer);
    await client.get(`${AT}/${ofStaff.id}`).expect(404);
    await client.get(`${AT}/${list.id}/receipts`).expect(409);
    await client.delete(`${AT}/${list.id}`).set('if-match', '"v1"').expect(204);
    expect(await read(list.id)).toMatchObject({ state: 'discarded' });
    await confirm({ ...list, version: 2 }).expect(409);
    expect(await service.query('SELECT FROM bulk_intake_row WHERE bulk_intake_id = $1', [list.id])).toEqual(
      [],
    );
  });

  it('are sealed, on record, and forgotten in time', async () => {
    const list = await register(csv([somebody(800)]));
    const [kept] = await service.query<{ text: string }>(
      'SELECT string_agg(r::text, $2) AS text FROM bulk_intake_row r WHERE bulk_intake_id = $1',
      [list.id, ' '],
    );
    expect(kept!.text).not.toContain('Contoh');
    expect(kept!.text).not.toContain(Buffer.from('Contoh').toString('hex'));
    const events = await service.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at, id`,
      [list.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'bulk-intake.checked',
      'bulk-intake.confirmed',
      'bulk-intake.done',
    ]);
    await service.query(`UPDATE bulk_intake SET receipts_until = now() - interval '1 hour' WHERE id = $1`, [
      list.id,
    ]);
    await job('forget');
    expect(await read(list.id)).toMatchObject({ receipts: 'expired', registered: 1 });
    await client.get(`${AT}/${list.id}/receipts`).expect(409);
    expect(await check(csv([somebody(800)]))).toMatchObject({ valid: 0, duplicates: 1 });
  });
});
