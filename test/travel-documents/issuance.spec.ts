import sharp from 'sharp';
import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import { Database } from '../../src/platform/database/database.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { DocumentKeys } from '../../src/travel-documents/pki/document-keys.js';
import { KeyUnreadable } from '../../src/travel-documents/pki/software-keystore.js';
import { untilBlocked } from '../support/until-blocked.js';
import { contentOf } from './content-of.js';
import {
  APPLICATION,
  type Application,
  applyFor,
  approve,
  ifMatch,
  issue,
  issuedDocument,
  seenBy,
  SIGNED,
  verifiedPerson,
} from './verified-person.js';

describe('issuing a travel document', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  it('goes from application over approval, issue and collection to revocation, each step on record', async () => {
    const { id: registrationId } = await verifiedPerson(service, officer);
    const applied = await applyFor(officer, registrationId);
    expect(applied).toMatchObject({ status: 'applied', version: 1 });
    await issue(officer, applied).expect(409);
    const content = await approver.get(`/v1/travel-document-applications/${applied.id}/content`).expect(200);
    expect(content.body).toMatchObject({
      primaryName: 'Budi Contoh',
      birthDate: '1998-04-17',
      placeOfBirth: 'Medan',
    });
    const approved = await approve(approver, applied);
    const issued = await issue(officer, approved).expect(201);
    expect(issued.body).toMatchObject({ status: 'issued', registrationId, version: 1 });
    expect(issued.body.number).toMatch(/^XA\d{7}$/);
    expect(issued.headers.etag).toBe('"v1"');
    const document = `/v1/travel-documents/${issued.body.id}`;
    await issue(officer, approved).expect(412);
    await officer.post(`${document}/collection`).set('if-match', '"v1"').send(SIGNED).expect(200);
    await officer.post(`${document}/collection`).set('if-match', '"v1"').send(SIGNED).expect(412);
    const revoked = await approver
      .post(`${document}/revocation`)
      .set('if-match', '"v2"')
      .send({ reason: 'lost' })
      .expect(200);
    expect(revoked.body).toMatchObject({ status: 'revoked', endedReason: 'lost', version: 3 });
    expect(revoked.body.endedAt).not.toBeNull();
    await officer.post(`${document}/collection`).set('if-match', '"v3"').send(SIGNED).expect(409);
    await officer.get(`${document}/file`).expect(409);
    const list = await officer.get(`/v1/registrations/${registrationId}/travel-documents`).expect(200);
    expect(list.body.items).toHaveLength(1);
    const actions = await service.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE subject_id = ANY ($1) AND action LIKE 'document.%' ORDER BY at`,
      [[applied.id, issued.body.id]],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'document.applied',
      ...['document.content-read', 'document.content-read', 'document.approved'],
      'document.issued',
      'document.collected',
      'document.revoked',
    ]);
  });

  it('leaves neither name nor seal in clear in the database', async () => {
    const { id } = await issuedDocument(service, officer, approver, { fullName: 'Melati Contoh' });
    const rows = await service.query(
      'SELECT t.*, a.* FROM travel_document t JOIN document_application a ON a.id = t.application_id WHERE t.id = $1',
      [id],
    );
    const stored = JSON.stringify(rows, (_, value: { type?: string; data?: number[] }) =>
      value?.type === 'Buffer' ? Buffer.from(value.data ?? []).toString('latin1') : value,
    );
    expect(stored).not.toMatch(/Melati|MELATI|Medan|3AM/);
  });

  it('is refused where identity is not verified, and for the same person twice', async () => {
    const { id: stranger } = await service.register();
    const apply = (id: string) =>
      officer
        .post(`/v1/registrations/${id}/travel-document-application`)
        .set('idempotency-key', newKey())
        .send(APPLICATION);
    expect((await apply(stranger).expect(409)).body).toMatchObject({ code: 'not-verified' });
    const { id } = await verifiedPerson(service, officer);
    const applied = await applyFor(officer, id);
    expect((await apply(id).expect(409)).body).toMatchObject({ code: 'application-open' });
    await issue(officer, await approve(approver, applied)).expect(201);
    expect((await apply(id).expect(409)).body).toMatchObject({ code: 'document-valid' });
  });

  it('can be applied for again once the document has run out or is revoked', async () => {
    const document = await issuedDocument(service, officer, approver);
    await service.query(`UPDATE travel_document SET valid_until = current_date - 2 WHERE id = $1`, [
      document.id,
    ]);
    const again = await applyFor(officer, document.registrationId);
    await issue(officer, await approve(approver, again)).expect(201);
    const old = await officer.get(`/v1/travel-documents/${document.id}`).expect(200);
    expect(old.body).toMatchObject({ status: 'void', endedReason: 'expired' });
  });

  it.each([
    ['a name that cannot be printed', { primaryName: '佛陀' }, '/primaryName', 'name-not-printable'],
    ['given names without a family name', { secondaryName: 'BUDI' }, '/primaryName', 'required'],
    ['an end in the past', { validUntil: '2020-01-01' }, '/validUntil', 'in-the-past'],
    ['an end too far ahead', { validUntil: '2099-01-01' }, '/validUntil', 'too-far-ahead'],
    ['no such country', { destination: 'ZZZ' }, '/destination', 'not-a-choice'],
    ['no such transit', { transit: ['QQQ'] }, '/transit', 'not-a-choice'],
  ])('refuses %s before anyone approves it', async (_, overrides, pointer, code) => {
    const { id } = await verifiedPerson(service, officer);
    const answer = await officer
      .post(`/v1/registrations/${id}/travel-document-application`)
      .set('idempotency-key', newKey())
      .send({ ...APPLICATION, ...overrides })
      .expect(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  describe('by two people', () => {
    let applied: Application;
    beforeEach(async () => {
      applied = await applyFor(officer, (await verifiedPerson(service, officer)).id);
    });
    const approval = (api: Api, seen = 'nothing') =>
      api
        .post(`/v1/travel-document-applications/${applied.id}/approval`)
        .set('if-match', ifMatch(applied.version))
        .send({ seen });

    it('an officer cannot approve at all', async () => {
      await approval(officer).expect(403);
    });

    it('who applied cannot approve, whatever their role became, and neither code nor database lets them', async () => {
      const [maker] = await service.query<{ applied_by: string }>(
        'SELECT applied_by FROM document_application WHERE id = $1',
        [applied.id],
      );
      const [other] = await service.query<{ id: string }>(
        "SELECT id FROM account WHERE username = 'approver'",
      );
      await service.query('UPDATE document_application SET applied_by = $2 WHERE id = $1', [
        applied.id,
        other!.id,
      ]);
      expect((await approval(approver).expect(403)).body).toMatchObject({ code: 'same-person' });
      await expect(
        service.query(
          "UPDATE document_application SET status = 'approved', approved_as = '', decided_by = applied_by WHERE id = $1",
          [applied.id],
        ),
      ).rejects.toThrow('maker_is_never_approver');
      await service.query('UPDATE document_application SET applied_by = $2 WHERE id = $1', [
        applied.id,
        maker!.applied_by,
      ]);
    });

    it('who is tied to the person decides neither way', async () => {
      const [row] = await service.query<{ id: string }>(
        'SELECT registration_id AS id FROM document_application WHERE id = $1',
        [applied.id],
      );
      await approver
        .post(`/v1/registrations/${row!.id}/identity/ties`)
        .send({ kind: 'knows-person' })
        .expect(204);
      expect((await approval(approver).expect(409)).body).toMatchObject({ code: 'tied-to-person' });
      await approver
        .post(`/v1/travel-document-applications/${applied.id}/refusal`)
        .set('if-match', ifMatch(applied.version))
        .send({ reason: 'data-wrong' })
        .expect(409);
    });

    describe('bears the face that was approved', () => {
      const RED = '#c00000';
      const BLUE = '#0000c0';
      const applicant = async () => {
        const receipt = await verifiedPerson(service, officer);
        const person = await service.person(receipt);
        const send = async (background: string, by = person, whose = 'own') => {
          const picture = sharp({ create: { width: 413, height: 531, channels: 3, background } });
          const photo = await picture.jpeg().toBuffer();
          const to = by.post(`/v1/registrations/${whose}/portrait`);
          return to.attach('photo', photo, 'photo.jpg').expect(204);
        };
        await send(RED);
        return { application: await applyFor(officer, receipt.id), send, id: receipt.id };
      };
      const isRed = async (approved: Application) => {
        const { id } = (await issue(officer, approved).expect(201)).body as TravelDocumentResponse;
        const { channels } = await sharp((await contentOf(service, id)).portrait!).stats();
        return channels[0]!.mean > 100 && channels[2]!.mean < 100;
      };

      it('whatever the person sends or an officer takes afterwards', async () => {
        const { application, send, id } = await applicant();
        const approved = await approve(approver, application);
        await send(BLUE);
        await send(BLUE, officer, id);
        expect(await isRed(approved)).toBe(true);
      });

      it('and not one that came in while the approver looked at another', async () => {
        const { application, send } = await applicant();
        const shown = await seenBy(approver, application.id);
        await send(BLUE);
        const path = `/v1/travel-document-applications/${application.id}/approval`;
        for (const more of [0, 1]) {
          const tag = ifMatch(application.version + more);
          await approver.post(path).set('if-match', tag).send(shown).expect(412);
        }
        const now = { ...application, version: application.version + 1 };
        expect(await isRed(await approve(approver, now))).toBe(false);
      });

      it('and not one that waited for the approval to be written', async () => {
        const { application, send } = await applicant();
        let sent: Promise<unknown> | undefined;
        await service.app.get(Database).transaction([service.demonstration.postId], async (tx) => {
          await tx.query('SELECT FROM document_application WHERE id = $1 FOR UPDATE', [application.id]);
          sent = send(BLUE);
          expect(await untilBlocked(service.query, sent)).toBe(true);
          await tx.query(
            `UPDATE document_application SET status = 'approved', approved_as = '', version = 2, decided_at = clock_timestamp(),
               decided_by = (SELECT id FROM account WHERE username = 'approver') WHERE id = $1`,
            [application.id],
          );
        });
        await sent;
        expect(await isRed({ ...application, version: 2 })).toBe(true);
      });
    });

    it('waits for a signer that cannot be reached, and keeps its number', async () => {
      const approved = await approve(approver, applied);
      const keys = service.app.get(DocumentKeys);
      const away = jest.spyOn(keys, 'signerOf').mockRejectedValueOnce(new KeyUnreadable('signer'));
      const last = () => service.query('SELECT last_number FROM document_series');
      const before = await last();
      const { headers } = await issue(officer, approved).expect(503);
      expect(headers['retry-after']).toBe('30');
      expect(await last()).toEqual(before);
      away.mockRestore();
      await issue(officer, approved).expect(201);
    });

    it('of two approvals at once one counts', async () => {
      const { seen } = await seenBy(approver, applied.id);
      const answers = await Promise.all([approval(approver, seen), approval(approver, seen)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const events = await service.query(
        "SELECT FROM audit_event WHERE action = 'document.approved' AND subject_id = $1",
        [applied.id],
      );
      expect(events).toHaveLength(1);
    });

    it('a refusal is final', async () => {
      const refused = await approver
        .post(`/v1/travel-document-applications/${applied.id}/refusal`)
        .set('if-match', ifMatch(applied.version))
        .send({ reason: 'data-wrong' })
        .expect(200);
      expect(refused.body).toMatchObject({ status: 'declined', declineReason: 'data-wrong' });
      await issue(officer, refused.body as Application).expect(409);
    });

    it('the database holds no document without an approval', async () => {
      await expect(
        service.query("UPDATE document_application SET status = 'issued' WHERE id = $1", [applied.id]),
      ).rejects.toThrow('document_application_decided');
    });
  });

  it.each([
    ['analyst', 403],
    ['protection', 403],
    ['auditor', 403],
  ] as const)('%s may not see documents', async (role, status) => {
    const api = await service.api(role);
    await api.get(`/v1/travel-documents/${crypto.randomUUID()}`).expect(status);
    await api.get(`/v1/travel-documents/${crypto.randomUUID()}/file`).expect(status);
  });
});
