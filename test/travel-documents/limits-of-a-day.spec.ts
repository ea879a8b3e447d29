import sharp from 'sharp';
import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import {
  type Application,
  applyFor,
  approve,
  ifMatch,
  issue,
  SIGNED,
  verifiedPerson,
} from './verified-person.js';

describe('the documents that one has in hand in a day', () => {
  let service: Service;
  let [officer, approver] = [] as unknown as Api[];
  const applications: Application[] = [];
  const documents: TravelDocumentResponse[] = [];
  beforeAll(async () => {
    service = await startService({ DOCUMENTS_A_DAY: '2', CASES_A_DAY: '1' });
    [officer, approver] = await Promise.all(
      (['officer', 'approver'] as const).map((role) => service.api(role)),
    );
    for (let n = 0; n < 4; n++)
      applications.push(await applyFor(officer!, (await verifiedPerson(service, officer!)).id));
  });
  afterAll(() => service.stop());

  const aDayLater = () =>
    service.query("UPDATE daily_opening SET opened_at = opened_at - interval '24 hours'");
  const content = (api: Api, { id }: Application) =>
    api.get(`/v1/travel-document-applications/${id}/content`);
  const file = (api: Api, { id }: { id: string }) => api.get(`/v1/travel-documents/${id}/file`);
  const tooMany = async (tried: ReturnType<typeof file>, code: string) => {
    const refused = await tried.expect(429);
    expect(refused.body).toMatchObject({ code });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
  };

  it('are as many as wait for a decision, each counted once, for who decides; reaching the limit is on record', async () => {
    const [first, second, third] = applications;
    await content(approver!, first!).expect(200);
    await content(approver!, first!).expect(200);
    await content(approver!, second!).expect(200);
    await tooMany(content(approver!, third!), 'too-many-documents');
    expect(
      await service.query("SELECT detail FROM audit_event WHERE action = 'staff.documents-limit-reached'"),
    ).toEqual([{ detail: { documents: 2 } }]);
  });

  it('are not those that others decide on, or that are decided: these are cases like any other', async () => {
    await aDayLater();
    const [first, second, third, fourth] = applications;
    await content(officer!, first!).expect(200);
    await tooMany(content(officer!, second!), 'too-many-cases');
    for (const one of [first!, second!]) Object.assign(one, await approve(approver!, one));
    await content(approver!, first!).expect(200);
    await tooMany(content(approver!, second!), 'too-many-cases');
    await aDayLater();
    for (const one of [third!, fourth!]) Object.assign(one, await approve(approver!, one));
    await aDayLater();
  });

  it('are as many as wait to be handed out for who prints, one by one or in a batch, and few that were handed out', async () => {
    for (const one of applications.slice(0, 2))
      documents.push((await issue(officer!, one).expect(201)).body as TravelDocumentResponse);
    const batch = await officer!.post('/v1/document-batches').set('idempotency-key', newKey()).send({});
    await service.runJobs();
    const sheets = () => officer!.get(`/v1/document-batches/${(batch.body as { id: string }).id}/file`);
    await file(officer!, documents[0]!).expect(200);
    await file(officer!, documents[0]!).expect(200);
    await tooMany(sheets(), 'too-many-documents');
    expect(
      await service.query("SELECT detail FROM audit_event WHERE action = 'document.batch-refused'"),
    ).toEqual([{ detail: { code: 'too-many-documents', documents: 2 } }]);
    await file(officer!, documents[1]!).expect(200);
    await aDayLater();
    await sheets().expect(200);
    await sheets().expect(200);
    await tooMany(file(officer!, documents[0]!), 'too-many-documents');
    for (const { id, version } of documents)
      await officer!
        .post(`/v1/travel-documents/${id}/collection`)
        .set('if-match', ifMatch(version))
        .send(SIGNED)
        .expect(200);
    await file(officer!, documents[0]!).expect(200);
    await tooMany(file(officer!, documents[1]!), 'too-many-cases');
  });

  it('are no more by their faces, which whoever decides compares', async () => {
    await aDayLater();
    const people = await service.query<{ id: string }>(
      'SELECT registration_id AS id FROM document_application ORDER BY 1 LIMIT 3',
    );
    const grey = sharp({ create: { width: 413, height: 531, channels: 3, background: '#888' } });
    const photo = await grey.png().toBuffer();
    const statuses: number[] = [];
    for (const { id } of people) {
      const path = `/v1/registrations/${id}/portrait`;
      await officer!.post(path).attach('photo', photo, 'photo.png').expect(204);
      statuses.push((await approver!.get(path)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});
