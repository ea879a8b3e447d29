import type { BatchResponse, BlankStockResponse } from '../../src/travel-documents/blanks/blanks.dto.js';
import type {
  DestructionResponse,
  ShiftCountResponse,
} from '../../src/travel-documents/blanks/two-person.dto.js';
import { inTurn } from '../support/in-turn.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { ifMatch, issuedDocument } from './verified-person.js';

describe('the stock of blanks', () => {
  let service: Service;
  let officer: Api;
  let officer2: Api;
  let approver: Api;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    [officer, officer2, approver, supervisor] = await Promise.all([
      service.api('officer'),
      service.api('officer2'),
      service.api('approver'),
      service.api('supervisor'),
    ]);
  });
  afterAll(() => service.stop());

  const post = (api: Api, path: string, body: object) =>
    api.post(path).set('idempotency-key', newKey()).send(body);
  const stock = async () => (await officer.get('/v1/blanks').expect(200)).body as BlankStockResponse;
  const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;
  const serial = (number: number) => `TST${String(number).padStart(7, '0')}`;
  const receive = async (first: number, last: number) =>
    (await post(officer, '/v1/blank-batches', { series: 'TST', first, last }).expect(201))
      .body as BatchResponse;
  const count = (api: Api, { id, version }: BatchResponse, body: object) =>
    api.post(`/v1/blank-batches/${id}/count`).set('if-match', ifMatch(version)).send(body);

  it('grows by a batch only when another person has counted it; what is missing is put down as stolen', async () => {
    const before = await stock();
    expect(before).toMatchObject({ required: true, inStock: 5000, next: 'SPM0000001' });
    const batch = await receive(1, 10);
    expect((await stock()).inStock).toBe(5000);
    expect(code(await count(officer, batch, { counted: 10, missing: [] }).expect(403))).toBe('same-person');
    await count(officer2, batch, { counted: 10, missing: [serial(3)] }).expect(422);
    await count(officer2, batch, { counted: 9, missing: [serial(11)] }).expect(422);
    const counted = await count(officer2, batch, { counted: 9, missing: [serial(3)] }).expect(200);
    expect(counted.body).toMatchObject({ blanks: 10, missing: 1 });
    await count(officer2, batch, { counted: 10, missing: [] }).expect(412);
    expect((await stock()).inStock).toBe(5009);
    const again = await post(supervisor, '/v1/blank-batches', { series: 'TST', first: 10, last: 20 }).expect(
      409,
    );
    expect(code(again)).toBe('blanks-known');
    await post(supervisor, '/v1/blank-batches', { series: 'TST', first: 30, last: 20 }).expect(422);
    await expect(
      service.query(`UPDATE blank_batch SET counted_by = received_by WHERE id = $1`, [batch.id]),
    ).rejects.toThrow('receiver_is_never_counter');
  });

  it('gives a document whose sheet is spoiled the next one, and destroys spoiled sheets before two people', async () => {
    const document = await issuedDocument(service, officer, approver);
    const { next } = await stock();
    const spoiled = await officer
      .post('/v1/blanks/spoilage')
      .send({ serial: document.blank, reason: 'misprint' })
      .expect(200);
    expect(spoiled.body).toMatchObject({ status: 'spoiled', documentId: document.id, replacedBy: next });
    const { body } = await officer.get(`/v1/travel-documents/${document.id}`).expect(200);
    expect(body).toMatchObject({ number: document.number, blank: next, version: 2 });
    await officer
      .post('/v1/blanks/spoilage')
      .send({ serial: document.blank, reason: 'misprint' })
      .expect(409);

    const unspoiled = await post(officer, '/v1/blank-destructions', { serials: [next] }).expect(409);
    expect(code(unspoiled)).toBe('not-spoiled');
    const laid = (await post(officer, '/v1/blank-destructions', { serials: [document.blank] }).expect(201))
      .body as DestructionResponse;
    const witness = (api: Api) =>
      api.post(`/v1/blank-destructions/${laid.id}/witness`).set('if-match', ifMatch(laid.version));
    expect(code(await witness(officer).expect(403))).toBe('same-person');
    await witness(officer2).expect(200);
    expect((await stock()).figures).toContainEqual({ status: 'destroyed', blanks: 1 });
    await expect(
      service.query(`UPDATE blank SET status = 'in-stock' WHERE serial = $1`, [document.blank]),
    ).rejects.toThrow('never goes back');
  });

  it('never leaves a document on a sheet that two people spoil at the same moment', async () => {
    const document = await issuedDocument(service, officer, approver);
    const { next } = await stock();
    const spoil = (api: Api, serial: string | null) => () =>
      api
        .post('/v1/blanks/spoilage')
        .send({ serial, reason: 'damaged' })
        .then(({ status }) => status);
    const answers = await inTurn(
      service,
      'SELECT FROM document_series WHERE post_id = $1 FOR UPDATE',
      [service.demonstration.postId],
      [spoil(officer, document.blank), spoil(officer2, next)],
    );
    expect(answers).toEqual([200, 409]);
    const sheets = await service.query(
      `SELECT b.status FROM travel_document d JOIN blank b ON b.serial = d.blank_serial WHERE d.id = $1`,
      [document.id],
    );
    expect(sheets).toEqual([{ status: 'issued' }]);
  });

  it('has a sheet back whose document is over, once it is here: never collected, or handed in', async () => {
    const over = await issuedDocument(service, officer, approver);
    const { inStock } = await stock();
    const spoil = () =>
      officer.post('/v1/blanks/spoilage').send({ serial: over.blank, reason: 'not-needed' });
    const change = (sql: string) =>
      service.query(`UPDATE travel_document SET ${sql} WHERE id = $1`, [over.id]);
    await change("status = 'revoked', collected_at = now()");
    await spoil().expect(409);
    await change('handed_in_at = now()');
    expect((await spoil().expect(200)).body).toMatchObject({ status: 'spoiled', replacedBy: null });
    expect((await stock()).inStock).toBe(inStock);
  });

  it('loses no others to a sheet that is stolen before it is destroyed', async () => {
    const serials: string[] = [];
    for (let n = 0; n < 2; n++) {
      const { next } = await stock();
      await officer.post('/v1/blanks/spoilage').send({ serial: next, reason: 'paper-jam' }).expect(200);
      serials.push(next!);
    }
    const laid = (await post(officer, '/v1/blank-destructions', { serials }).expect(201))
      .body as DestructionResponse;
    await supervisor
      .post('/v1/blanks/theft')
      .send({ serials: [serials[0]] })
      .expect(200);
    await officer2
      .post(`/v1/blank-destructions/${laid.id}/witness`)
      .set('if-match', ifMatch(laid.version))
      .expect(200);
    const now = await service.query('SELECT status FROM blank WHERE serial = ANY ($1) ORDER BY serial', [
      serials,
    ]);
    expect(now).toEqual([{ status: 'stolen' }, { status: 'destroyed' }]);
  });

  it('is counted by two people each shift, and a difference is explained', async () => {
    const { inStock } = await stock();
    const first = (await post(officer, '/v1/blank-counts', { counted: inStock - 1 }).expect(201))
      .body as ShiftCountResponse;
    expect(first).toMatchObject({ expected: null, difference: null });
    expect(code(await post(officer2, '/v1/blank-counts', { counted: 1 }).expect(409))).toBe('count-open');
    // a sheet goes out between the two counts
    await issuedDocument(service, officer, approver);
    const confirm = (api: Api, body: object) =>
      api
        .post(`/v1/blank-counts/${first.id}/confirmation`)
        .set('if-match', ifMatch(first.version))
        .send(body);
    expect(code(await confirm(officer, { counted: inStock - 2 }).expect(403))).toBe('same-person');
    expect(code(await confirm(officer2, { counted: inStock - 1 }).expect(409))).toBe('counts-differ');
    await confirm(officer2, { counted: inStock - 2 }).expect(422);
    const done = await confirm(officer2, { counted: inStock - 2, explanation: 'investigated' }).expect(200);
    expect(done.body).toMatchObject({ expected: inStock - 1, difference: -1, explanation: 'investigated' });
    await expect(service.query('UPDATE blank_count SET explanation = NULL')).rejects.toThrow(
      'difference_is_explained',
    );
    const next = (await post(officer, '/v1/blank-counts', { counted: 1 }).expect(201))
      .body as ShiftCountResponse;
    await officer2.delete(`/v1/blank-counts/${next.id}`).expect(204);
  });

  it('ends: with none left no document is issued, and stolen sheets are gone for good', async () => {
    await service.query(
      `UPDATE blank SET status = 'stolen', reason = 'stolen' WHERE status = 'in-stock' AND serial LIKE 'SPM%'`,
    );
    const stolen = await supervisor
      .post('/v1/blanks/theft')
      .send({
        serials: Array.from({ length: 10 }, (_, n) => serial(n + 1)).filter((one) => one !== serial(3)),
      })
      .expect(200);
    expect((stolen.body as { items: unknown[] }).items).toHaveLength(9);
    await supervisor
      .post('/v1/blanks/theft')
      .send({ serials: [serial(1)] })
      .expect(409);
    const unknown = { errors: [{ pointer: '/serials', code: 'blank-not-found' }] };
    const never = await supervisor
      .post('/v1/blanks/theft')
      .send({ serials: [serial(1), 'ZZZ9999999'] })
      .expect(422);
    expect(never.body).toMatchObject(unknown);
    await expect(issuedDocument(service, officer, approver)).rejects.toThrow('409');
    await officer
      .post('/v1/blanks/theft')
      .send({ serials: [serial(1)] })
      .expect(403);
  });
});
