import type {
  TravelDocumentList,
  TravelDocumentResponse,
} from '../../src/travel-documents/documents/documents.dto.js';
import type {
  IssueBatchItemPage,
  IssueBatchResponse,
} from '../../src/travel-documents/issuance/batches/issue-batches.dto.js';
import { signIn } from '../console/staff-pages.js';
import { identityOf } from '../identity/identity-file.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { APPLICATION, applyFor, approve, ifMatch, issue, SIGNED, verifiedPerson } from './verified-person.js';

describe('whoever is tied to a person has no hand in their document', () => {
  let service: Service;
  let [officer, tied, approver] = [] as unknown as Api[];
  beforeAll(async () => {
    service = await startService();
    [officer, tied, approver] = await Promise.all(
      (['officer', 'officer2', 'approver'] as const).map((role) => service.api(role)),
    );
  });
  afterAll(() => service.stop());

  const somebody = async () => {
    const { id } = await verifiedPerson(service, officer!);
    await identityOf(tied!).tie(id).expect(204);
    return id;
  };
  const act = (api: Api, { id, version }: TravelDocumentResponse, path: string, body: object = {}) =>
    api.post(`/v1/travel-documents/${id}/${path}`).set('if-match', ifMatch(version)).send(body);
  const refused = async (tried: ReturnType<typeof act>) =>
    expect((await tried.expect(409)).body).toMatchObject({ code: 'tied-to-person' });

  it('does not apply for it and does not issue it, alone or in a batch; a colleague does', async () => {
    const id = await somebody();
    const path = `/v1/registrations/${id}/travel-document-application`;
    await refused(tied!.post(path).set('idempotency-key', newKey()).send(APPLICATION));
    const approved = await approve(approver!, await applyFor(officer!, id));
    await refused(issue(tied!, approved));
    const began = await tied!.post('/v1/document-batches').set('idempotency-key', newKey()).send({});
    const batch = began.body as IssueBatchResponse;
    await service.runJobs();
    const { items } = (await tied!.get(`/v1/document-batches/${batch.id}/items`)).body as IssueBatchItemPage;
    expect(items).toMatchObject([{ state: 'failed', failure: 'tied-to-person' }]);
    await issue(officer!, approved).expect(201);
  });

  it('does not hand it out, void it, or take it in from the journey: an approver hands it out instead', async () => {
    const approved = await approve(approver!, await applyFor(officer!, await somebody()));
    const document = (await issue(officer!, approved).expect(201)).body as TravelDocumentResponse;
    const page = `/console/cases/${document.registrationId}`;
    const offersTo = async (who: 'officer' | 'officer2') =>
      (await (await signIn(service, who)).get(page).expect(200)).text.includes(`${page}/document-collect`);
    expect([await offersTo('officer'), await offersTo('officer2')]).toEqual([true, false]);
    await refused(act(tied!, document, 'collection', SIGNED));
    await refused(act(tied!, document, 'voiding', { reason: 'misprint' }));
    const collected = (await act(approver!, document, 'collection', SIGNED).expect(200))
      .body as TravelDocumentResponse;
    await refused(act(tied!, collected, 'hand-in'));
    await identityOf(approver!).tie(document.registrationId).expect(204);
    await refused(act(approver!, collected, 'revocation', { reason: 'lost' }));
    const supervisor = await service.api('supervisor');
    const revoked = (await act(supervisor, collected, 'revocation', { reason: 'lost' }).expect(200))
      .body as TravelDocumentResponse;
    // a paper that is no longer good is taken in by whoever is given it
    await act(tied!, revoked, 'hand-in').expect(200);
  });

  it('gives it no other sheet and prints it neither alone nor in a batch; a colleague does', async () => {
    const registrationId = await somebody();
    await approve(approver!, await applyFor(officer!, registrationId));
    const began = await officer!.post('/v1/document-batches').set('idempotency-key', newKey()).send({});
    const { id: batch } = began.body as IssueBatchResponse;
    await service.runJobs();
    const path = `/v1/registrations/${registrationId}/travel-documents`;
    const [document] = ((await officer!.get(path).expect(200)).body as TravelDocumentList).items;
    const spoil = (api: Api) =>
      api.post('/v1/blanks/spoilage').send({ serial: document!.blank, reason: 'damaged' });
    await refused(spoil(tied!));
    await refused(tied!.get(`/v1/travel-documents/${document!.id}/file`));
    await refused(tied!.get(`/v1/document-batches/${batch}/file`));
    const page = await (
      await signIn(service, 'officer2')
    )
      .get(`/console/cases/${registrationId}`)
      .expect(200);
    expect(page.text).toContain(document!.number);
    expect(page.text).not.toContain('travel-document.pdf');
    await officer!.get(`/v1/document-batches/${batch}/file`).expect(200);
    await spoil(officer!).expect(200);
    await officer!.get(`/v1/travel-documents/${document!.id}/file`).expect(200);
  });
});
