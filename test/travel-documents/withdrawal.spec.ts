import { systemCaller } from '../../src/platform/auth/caller.js';
import { Database } from '../../src/platform/database/database.js';
import { RegistrationLife } from '../../src/registrations/registration-life.service.js';
import { type Api, type Service, startService } from '../support/service.js';
import { journeysOf, type Journeys } from '../support/journey.js';
import { choose, identityOf } from '../identity/identity-file.js';
import { SIGNED, applyFor, approve, ifMatch, issue, verifiedPerson } from './verified-person.js';

describe('a travel document of somebody who no longer wants help', () => {
  let service: Service;
  let journeys: Journeys;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const withdraw = async (id: string, jobs = true) => {
    const receipt = receipts.get(id)!;
    const person = await service.person(receipt);
    const own = await person.get('/v1/registrations/own').expect(200);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', own.headers['etag']!).expect(200);
    if (jobs) await service.runJobs();
  };
  const receipts = new Map<string, Awaited<ReturnType<typeof verifiedPerson>>>();
  const person = async () => {
    const receipt = await verifiedPerson(service, officer);
    receipts.set(receipt.id, receipt);
    return receipt;
  };
  const statusOf = async (path: string) =>
    ((await officer.get(path).expect(200)).body as { status: string }).status;

  it('is no longer applied for, nor waits for approval, and cannot be issued', async () => {
    const [{ id: first }, { id: second }] = [await person(), await person()];
    const applied = await applyFor(officer, first);
    const approved = await approve(approver, await applyFor(officer, second));
    await withdraw(first);
    await withdraw(second, false);
    expect((await issue(officer, approved).expect(409)).body).toMatchObject({ code: 'not-open' });
    await service.runJobs();
    expect(await statusOf(`/v1/travel-document-applications/${applied.id}`)).toBe('withdrawn');
    expect(await statusOf(`/v1/travel-document-applications/${approved.id}`)).toBe('withdrawn');
    const waiting = await approver.get('/v1/travel-document-applications?status=applied').expect(200);
    expect(waiting.body.items).toEqual([]);
    await approver
      .post(`/v1/travel-document-applications/${applied.id}/approval`)
      .set('if-match', ifMatch(applied.version + 1))
      .send({ seen: 'nothing' })
      .expect(409);
  });

  it('is no longer applied for once they have left with papers of their own', async () => {
    const { id } = await person();
    const approved = await approve(approver, await applyFor(officer, id));
    const { postId } = service.demonstration;
    await service.app
      .get(Database)
      .transaction([postId], (tx) =>
        service.app
          .get(RegistrationLife)
          .closeAs(tx, systemCaller(postId, 'withdrawal spec'), id, 'departed'),
      );
    await service.runJobs();
    expect(await statusOf(`/v1/travel-document-applications/${approved.id}`)).toBe('withdrawn');
  });

  it('is set aside where it lies ready, and stays good where it is in the person’s hand', async () => {
    const [ready, collected] = [await person(), await person()];
    const waiting = (await issue(officer, await approve(approver, await applyFor(officer, ready.id)))).body;
    const held = (await issue(officer, await approve(approver, await applyFor(officer, collected.id)))).body;
    await officer
      .post(`/v1/travel-documents/${held.id}/collection`)
      .set('if-match', '"v1"')
      .send(SIGNED)
      .expect(200);
    await withdraw(ready.id, false);
    const handedOut = await officer
      .post(`/v1/travel-documents/${waiting.id}/collection`)
      .set('if-match', '"v1"')
      .send(SIGNED)
      .expect(409);
    expect(handedOut.body).toMatchObject({ code: 'not-open' });
    await service.runJobs();
    await withdraw(collected.id);
    const read = await officer.get(`/v1/travel-documents/${waiting.id}`).expect(200);
    expect(read.body).toMatchObject({ status: 'void', endedReason: 'withdrawn' });
    expect(await statusOf(`/v1/travel-documents/${held.id}`)).toBe('collected');
  });

  it('is not handed out once the identity is in doubt again', async () => {
    const { id } = await person();
    const waiting = (await issue(officer, await approve(approver, await applyFor(officer, id)))).body;
    const file = await officer.get(`/v1/registrations/${id}/identity`).expect(200);
    await officer
      .post(`/v1/registrations/${id}/identity/decision`)
      .set('if-match', file.headers['etag']!)
      .send({ outcome: 'refused', reasons: ['evidence-false'] })
      .expect(200);
    const answer = await officer
      .post(`/v1/travel-documents/${waiting.id}/collection`)
      .set('if-match', '"v1"')
      .send(SIGNED)
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'not-verified' });
  });

  it('is not good any more once its holder is home, also where nobody noted that it was handed out', async () => {
    const receipt = await journeys.registered();
    await journeys.clearanceGranted(receipt);
    const { id } = await journeys.documentIssued(receipt);
    let step = await journeys.plannedLate(receipt);
    for (const act of ['clearance', 'boarding', 'departure', 'arrival'] as const)
      step = await journeys.step(step, act);
    const read = await officer.get(`/v1/travel-documents/${id}`).expect(200);
    expect(read.body).toMatchObject({ status: 'void', endedReason: 'not-collected' });
  });
});

describe('travel documents of somebody who turns out to be somebody else', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const found = async (id: string, outcome: string, reason: string) => {
    const [first, second] = [identityOf(officer), identityOf(await service.api('officer2'))];
    await first.record(id, 'interview', { agrees: false }).expect(201);
    await choose(service, id);
    for (const by of [first, second])
      await by.decide(id, (await by.read(id)).version, outcome, [reason]).expect(200);
    await service.runJobs();
  };
  const documentOf = async (registrationId: string) =>
    (await issue(officer, await approve(approver, await applyFor(officer, registrationId)))).body as {
      id: string;
      number: string;
    };
  const read = async (id: string) => (await officer.get(`/v1/travel-documents/${id}`).expect(200)).body;

  it('are revoked in their hand, published as such, and printed no more', async () => {
    const { id } = await verifiedPerson(service, officer);
    const held = await documentOf(id);
    await officer
      .post(`/v1/travel-documents/${held.id}/collection`)
      .set('if-match', '"v1"')
      .send(SIGNED)
      .expect(200);
    await found(id, 'refused', 'another-person');
    expect(await read(held.id)).toMatchObject({ status: 'revoked', endedReason: 'identity-refused' });
    const { body } = await service.everyone().get('/pki/revoked.json').expect(200);
    expect(JSON.stringify(body)).toContain(held.number);
    await officer.get(`/v1/travel-documents/${held.id}/file`).expect(409);
  });

  it('are not handed out, nor issued, where they are no national', async () => {
    const [{ id: ready }, { id: waiting }] = [
      await verifiedPerson(service, officer),
      await verifiedPerson(service, officer),
    ];
    const document = await documentOf(ready);
    const application = await approve(approver, await applyFor(officer, waiting));
    for (const id of [ready, waiting]) await found(id, 'not-a-national', 'other-nationality');
    expect(await read(document.id)).toMatchObject({ status: 'void', endedReason: 'identity-refused' });
    const ended = await officer.get(`/v1/travel-document-applications/${application.id}`).expect(200);
    expect(ended.body).toMatchObject({ status: 'withdrawn' });
  });
});
