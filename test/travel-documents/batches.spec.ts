import type {
  IssueBatchItemResponse,
  IssueBatchResponse,
} from '../../src/travel-documents/issuance/batches/issue-batches.dto.js';
import { IssuingBatches } from '../../src/travel-documents/issuance/batches/issuing-batches.service.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { hiddenFields, signIn } from '../console/staff-pages.js';
import { type Application, applyFor, approve, issue, verifiedPerson } from './verified-person.js';

describe('issuing many documents in one go', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const approved = async (): Promise<Application> =>
    approve(approver, await applyFor(officer, (await verifiedPerson(service, officer)).id));
  const begin = (body: object = {}, key = newKey()) =>
    officer.post('/v1/document-batches').set('idempotency-key', key).send(body);
  const read = async (id: string) =>
    (await officer.get(`/v1/document-batches/${id}`).expect(200)).body as IssueBatchResponse;
  const items = async (id: string, query = '') =>
    (await officer.get(`/v1/document-batches/${id}/items${query}`).expect(200)).body
      .items as IssueBatchItemResponse[];

  it('issues all that are approved, says how far it is and who began it, and prints one file', async () => {
    await begin().expect(409);
    const applications = [await approved(), await approved(), await approved()];
    const waiting = await applyFor(officer, (await verifiedPerson(service, officer)).id);
    const key = newKey();
    const { body: begun } = await begin({}, key).expect(202);
    expect(begun).toMatchObject({ state: 'running', total: 3, issued: 0, failed: 0, finishedAt: null });
    expect((await begin({}, key).expect(202)).body).toEqual(begun);
    await officer.get(`/v1/document-batches/${begun.id}/file`).expect(409);
    await begin({ applicationIds: [applications[0]!.id] }).expect(409);
    await service.runJobs();
    const done = await read(begun.id as string);
    expect(done).toMatchObject({ state: 'done', total: 3, issued: 3, failed: 0 });
    expect(done.finishedAt).not.toBeNull();
    const issued = await items(done.id);
    expect(issued.map(({ applicationId }) => applicationId)).toEqual(applications.map(({ id }) => id));
    expect(new Set(issued.map(({ number }) => number)).size).toBe(3);
    const { items: listed } = (await approver.get('/v1/document-batches').expect(200)).body;
    expect(listed).toEqual([done]);
    const file = await officer.get(`/v1/document-batches/${done.id}/file`).expect(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect((file.body as Buffer).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3);
    const [{ printed } = { printed: 0 }] = await service.query<{ printed: number }>(
      `SELECT count(*)::int AS printed FROM audit_event WHERE action = 'document.printed' AND detail->>'batchId' = $1`,
      [done.id],
    );
    expect(printed).toBe(3);
    await begin({ applicationIds: [waiting.id] }).expect(202);
    await service.runJobs();
  });

  it('says what stood in the way, and goes on with the others', async () => {
    const [stale, good] = [await approved(), await approved()];
    const { body: begun } = await begin({ applicationIds: [stale.id, good.id] }).expect(202);
    await issue(officer, stale).expect(201);
    await service.runJobs();
    expect(await read(begun.id as string)).toMatchObject({ state: 'done', issued: 1, failed: 1 });
    expect(await items(begun.id as string, '?state=failed')).toMatchObject([
      { applicationId: stale.id, state: 'failed', failure: 'stale', documentId: null },
    ]);
    await begin({ applicationIds: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'] }).expect(422);
  });

  it('issues each once where two workers are at it, and goes on where one stopped', async () => {
    const ids = [await approved(), await approved(), await approved()].map(({ id }) => id);
    const { body: begun } = await begin({ applicationIds: ids }).expect(202);
    const [{ postId } = { postId: '' }] = await service.query<{ postId: string }>(
      'SELECT post_id AS "postId" FROM issue_batch WHERE id = $1',
      [begun.id],
    );
    const issuing = service.app.get(IssuingBatches);
    await Promise.all([1, 2].map(() => issuing.issue(postId, begun.id as string, newKey())));
    expect(await read(begun.id as string)).toMatchObject({ state: 'done', issued: 3, failed: 0 });
    await service.runJobs();
    const documents = await service.query('SELECT FROM travel_document WHERE application_id = ANY ($1)', [
      ids,
    ]);
    expect(documents).toHaveLength(3);
  });

  it('is begun, watched and printed from the console, where found papers are handed in too', async () => {
    const [desk, supervisor] = [await signIn(service, 'officer'), await signIn(service, 'supervisor')];
    await approved();
    const { text } = await desk.get('/console/documents').expect(200);
    const begun = await desk
      .post('/console/documents/issue', hiddenFields(text, '/console/documents/issue'))
      .expect(303);
    const page = begun.headers['location']!;
    expect((await desk.get(`${page}/progress`).expect(200)).text).toContain('data-unfinished');
    await service.runJobs();
    expect((await desk.get(page).expect(200)).text).toContain(`${page}/sheets.pdf`);
    await desk.get(`${page}/sheets.pdf`).expect(200).expect('content-type', 'application/pdf');
    await supervisor.get(`${page}/sheets.pdf`).expect(403);

    const { number } = (await items(page.split('/').at(-1)!))[0]!;
    expect((await desk.get('/console/documents?number=XA9999999').expect(404)).text).toContain(
      'has this number',
    );
    const found = await supervisor.get(`/console/documents?number=${number}`).expect(200);
    const hidden = hiddenFields(found.text, '/console/documents/revoke');
    await supervisor.post('/console/documents/revoke', { ...hidden, reason: 'lost' }).expect(303);
    const again = (await desk.get(`/console/documents?number=${number}`).expect(200)).text;
    await desk
      .post('/console/documents/hand-in', hiddenFields(again, '/console/documents/hand-in'))
      .expect(303);
    await desk.post('/console/documents/revoke', hidden).expect(404);

    await supervisor.post('/console/documents/fee', { fee: '250000,50', currency: 'idr' }).expect(303);
    await supervisor.post('/console/documents/fee', { fee: 'much', currency: 'IDR' }).expect(422);
    const day = await supervisor.get(`/console/documents?day=${new Date().toISOString().slice(0, 10)}`);
    expect(day.text).toContain('250,000.5');
    await supervisor.get('/console/documents?day=2199-01-01').expect(422);
  });

  it('is begun by an officer alone: who approves never issues', async () => {
    for (const api of [approver, await service.api('supervisor')])
      await api.post('/v1/document-batches').set('idempotency-key', newKey()).send({}).expect(403);
  });
});
