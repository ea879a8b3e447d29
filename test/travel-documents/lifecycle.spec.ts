import { firstValueFrom, timeout } from 'rxjs';
import { LiveEvents } from '../../src/platform/live/live-events.js';
import type { ApplicationResponse } from '../../src/travel-documents/applications/applications.dto.js';
import { dayAfter } from '../../src/platform/clock/calendar-day.js';
import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import {
  APPLICATION,
  applyFor,
  approve,
  ifMatch,
  issue,
  issuedDocument,
  SIGNED,
  verifiedPerson,
} from './verified-person.js';

const today = () => new Date().toISOString().slice(0, 10);

describe('from the application to the border', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;
  const asked = (registrationId: string, body: object) =>
    officer
      .post(`/v1/registrations/${registrationId}/travel-document-application`)
      .set('idempotency-key', newKey())
      .send({ ...APPLICATION, ...body });
  const act = (api: Api, { id, version }: TravelDocumentResponse, path: string, body: object = {}) =>
    api.post(`/v1/travel-documents/${id}/${path}`).set('if-match', ifMatch(version)).send(body);

  it('asks for the fee or a reason, and takes a receipt once', async () => {
    const [one, another] = [await verifiedPerson(service, officer), await verifiedPerson(service, officer)];
    const paid = { feeWaived: false, waiverReason: undefined, receiptNumber: 'K-2026-0001' };
    await asked(one.id, { waiverReason: undefined }).expect(422);
    await asked(one.id, { ...paid, receiptNumber: undefined }).expect(422);
    const { body } = await asked(one.id, paid).expect(201);
    expect(body).toMatchObject({ feeAmount: 100000, feeCurrency: 'IDR', receiptNumber: 'K-2026-0001' });
    const used = { ...paid, receiptNumber: 'k-2026-0001' };
    expect(code(await asked(another.id, used).expect(409))).toBe('receipt-used');
    const { id, version } = body as { id: string; version: number };
    await approver
      .post(`/v1/travel-document-applications/${id}/refusal`)
      .set('if-match', ifMatch(version))
      .send({ reason: 'data-wrong' })
      .expect(200);
    await asked(one.id, paid).expect(201);
    expect(code(await asked(another.id, paid).expect(409))).toBe('receipt-used');
  });

  it('is good for the journey and two days, and for longer only with a reason', async () => {
    const { id } = await verifiedPerson(service, officer);
    const journeyOn = dayAfter(today(), 5);
    await asked(id, { validUntil: dayAfter(today(), 30) }).expect(422);
    const { body } = await asked(id, { journeyOn }).expect(201);
    expect((body as ApplicationResponse).validUntil).toBe(dayAfter(journeyOn, 2));
  });

  it('flags who applies for the first time, and a passport that somebody else named', async () => {
    const [one, another] = [await verifiedPerson(service, officer), await verifiedPerson(service, officer)];
    const oldPassport = { number: 'X0000099', state: 'lost' };
    expect((await applyFor(officer, one.id, { oldPassport })) as unknown).toMatchObject({
      flags: ['old-reported-lost'],
    });
    const second = await applyFor(officer, another.id, { oldPassport });
    expect(second as unknown).toMatchObject({ flags: ['old-reported-lost', 'old-of-another-person'] });
    const other = { primaryName: 'LAIN', secondaryName: 'SITI' };
    const third = await applyFor(officer, (await verifiedPerson(service, officer)).id, other);
    expect(third as unknown).toMatchObject({ flags: ['first-time', 'name-not-as-verified'] });
    const first = await applyFor(officer, (await verifiedPerson(service, officer)).id);
    expect(first as unknown).toMatchObject({ flags: ['first-time'] });
    const content = await approver.get(`/v1/travel-document-applications/${second.id}/content`).expect(200);
    expect(content.body).toMatchObject({ oldPassport: 'X0000099' });
    const rows = await service.query('SELECT * FROM document_application');
    expect(JSON.stringify(rows)).not.toContain('X0000099');
  });

  it('spells Cyrillic and Arabic names, and asks for Latin letters where there is no table', async () => {
    const named = (fullName: string) => verifiedPerson(service, officer, { fullName });
    const applied = await applyFor(officer, (await named('Пётр Примеров')).id, { placeOfBirth: 'Тверь' });
    expect(applied as unknown).toMatchObject({ flags: ['first-time', 'name-spelled-by-table'] });
    const content = await approver.get(`/v1/travel-document-applications/${applied.id}/content`).expect(200);
    expect(content.body).toMatchObject({ primaryName: 'Пётр Примеров', latinName: 'PETR PRIMEROV' });
    const { id } = await named('အောင်ဆန်း');
    const refused = await asked(id, { placeOfBirth: 'ရန်ကုန်' }).expect(422);
    expect((refused.body as { errors: object[] }).errors).toEqual([
      expect.objectContaining({ pointer: '/primaryName', code: 'name-not-printable' }),
      expect.objectContaining({ pointer: '/placeOfBirth', code: 'name-not-printable' }),
    ]);
    await asked(id, { primaryName: 'Aung San' }).expect(201);
  });

  it('flags an old passport that the national bureau has as stolen', async () => {
    const supervisor = await service.api('supervisor');
    const csv = Buffer.from('number,type,issuer,status\nX0000077,P,IDN,stolen\n');
    await supervisor.post('/v1/reported-papers').attach('file', csv, 'list.csv').expect(200);
    const oldPassport = { number: 'X0000077', state: 'in-hand' };
    const applied = await applyFor(officer, (await verifiedPerson(service, officer)).id, { oldPassport });
    expect(applied as unknown).toMatchObject({ flags: ['bureau-stolen'] });
  });

  it('is handed out against a signature, to somebody else only on an authorisation, and handed in', async () => {
    const document = await issuedDocument(service, officer, approver);
    await act(officer, document, 'collection', { ...SIGNED, signed: false }).expect(422);
    await act(officer, document, 'collection', { signed: true, by: 'authorised' }).expect(422);
    await act(officer, document, 'hand-in').expect(409);
    const authorised = { by: 'authorised', collectorName: 'Siti Contoh', authorisation: 'Letter' };
    const collected = await act(officer, document, 'collection', { signed: true, ...authorised }).expect(200);
    expect(collected.body).toMatchObject({ status: 'collected', collectedAs: 'authorised' });
    const home = await service.api('home-agency');
    const handedIn = await act(home, collected.body as TravelDocumentResponse, 'hand-in').expect(200);
    expect(handedIn.body).toMatchObject({ status: 'used', endedReason: 'journey-made' });
    await act(home, handedIn.body as TravelDocumentResponse, 'hand-in').expect(409);
  });

  it('is not handed out once it has run out', async () => {
    const document = await issuedDocument(service, officer, approver);
    await service.query('UPDATE travel_document SET valid_until = current_date - 2 WHERE id = $1', [
      document.id,
    ]);
    expect(code(await act(officer, document, 'collection', SIGNED).expect(409))).toBe('document-run-out');
  });

  it('that was found after it was revoked is handed in by its number', async () => {
    const document = await issuedDocument(service, officer, approver);
    const revoked = await act(approver, document, 'revocation', { reason: 'lost' }).expect(200);
    const found = await officer.get(`/v1/travel-documents?number=${document.number}`).expect(200);
    expect(found.body).toEqual(revoked.body);
    const handedIn = await act(officer, found.body as TravelDocumentResponse, 'hand-in').expect(200);
    expect(handedIn.body).toMatchObject({ status: 'revoked', endedReason: 'lost' });
    expect((handedIn.body as TravelDocumentResponse).handedInAt).not.toBeNull();
    await officer.get('/v1/travel-documents?number=XA9999999').expect(404);
    await officer.get('/v1/travel-documents?number=x').expect(422);
  });

  it('costs what the supervisor says, from then on', async () => {
    const supervisor = await service.api('supervisor');
    const fee = { fee: 0, currency: 'USD' };
    await officer.put('/v1/document-settings/fee').send(fee).expect(403);
    // every process keeps the facts of a post for a while, and is to be told
    const told = firstValueFrom(service.app.get(LiveEvents).everywhere('post').pipe(timeout(10_000)));
    expect((await supervisor.put('/v1/document-settings/fee').send(fee).expect(200)).body).toMatchObject({
      ...fee,
      prefix: 'XA',
    });
    expect(await told).toMatchObject({ kind: 'post' });
    const { id } = await verifiedPerson(service, officer);
    const { body } = await asked(id, { feeWaived: false, waiverReason: undefined }).expect(201);
    expect(body).toMatchObject({ feeAmount: 0, feeCurrency: 'USD' });
    await supervisor.put('/v1/document-settings/fee').send({ fee: -1, currency: 'USD' }).expect(422);
    await supervisor.put('/v1/document-settings/fee').send({ fee: 100000, currency: 'IDR' }).expect(200);
  });

  it('that is misprinted is void, its sheet spoiled, and another can be applied for', async () => {
    const document = await issuedDocument(service, officer, approver);
    const voided = await act(officer, document, 'voiding', { reason: 'misprint' }).expect(200);
    expect(voided.body).toMatchObject({ status: 'void', endedReason: 'misprint' });
    const { body } = await officer.get('/v1/blanks/spent').expect(200);
    expect(body).toMatchObject({ items: [{ serial: document.blank, status: 'spoiled' }] });
    await applyFor(officer, document.registrationId);
  });

  it('that is lost is replaced in one act: the old one revoked, the new one issued', async () => {
    const document = await issuedDocument(service, officer, approver);
    expect(code(await asked(document.registrationId, {}).expect(409))).toBe('document-valid');
    const replaces = { documentId: document.id, reason: 'lost' };
    const applied = await applyFor(officer, document.registrationId, { replaces });
    const old = () => officer.get(`/v1/travel-documents/${document.id}`).expect(200);
    expect((await old()).body).toMatchObject({ status: 'issued' });
    const { body } = await issue(officer, await approve(approver, applied)).expect(201);
    expect((await old()).body).toMatchObject({ status: 'revoked', endedReason: 'lost' });
    expect(body).toMatchObject({ status: 'issued' });
    await expect(
      service.query(`UPDATE travel_document SET status = 'issued' WHERE id = $1`, [document.id]),
    ).rejects.toThrow('one_valid_document_per_person');
  });
});
