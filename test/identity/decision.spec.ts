import { Database } from '../../src/platform/database/database.js';
import { Topics } from '../../src/platform/jobs/topics.js';
import { IDENTITY_DECIDED } from '../../src/identity/identity.topics.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { agreed } from '../support/agreed.js';
import { officerElsewhere } from '../support/another-post.js';
import { newKey, type Service, startService } from '../support/service.js';
import { choose, identityOf, path } from './identity-file.js';

describe('a decision on identity', () => {
  let service: Service;
  let officer: ReturnType<typeof identityOf>;
  beforeAll(async () => {
    service = await startService();
    officer = identityOf(await service.api('officer'));
  });
  afterAll(() => service.stop());

  const requireVerified = (id: string, postId = service.demonstration.postId) =>
    service.app
      .get(Database)
      .transaction([postId], (tx) => service.app.get(IdentityService).requireVerified(tx, id));
  const withEvidence = async (...kinds: string[]) => {
    const { id } = await service.register();
    for (const kind of kinds) await officer.record(id, kind).expect(201);
    return id;
  };
  const decisions = (id: string) =>
    service.query<{ outcome: string; level: number | null; in_force: boolean }>(
      `SELECT outcome, level, superseded_at IS NULL AS in_force FROM identity_decision WHERE registration_id = $1
       ORDER BY decided_at`,
      [id],
    );
  const actions = async (id: string) =>
    (
      await service.query<{ action: string }>(
        "SELECT action FROM audit_event WHERE subject_id = $1 AND action LIKE 'identity.%' ORDER BY id",
        [id],
      )
    ).map(({ action }) => action);

  it('takes its level from the evidence, and lets later stages go on', async () => {
    const id = await withEvidence('national-id', 'family-card');
    await expect(requireVerified(id)).rejects.toMatchObject({ kind: 'conflict', code: 'not-verified' });
    const answer = await officer.decide(id, 2, 'verified', ['evidence-agrees']).expect(200);
    expect(answer.headers['etag']).toBe('"v3"');
    expect(answer.body).toMatchObject({
      state: 'verified',
      level: 2,
      reasons: ['evidence-agrees'],
      version: 3,
    });
    expect(await requireVerified(id)).toBe(2);
    expect(await actions(id)).toEqual([
      'identity.evidence-recorded',
      'identity.evidence-recorded',
      'identity.officer-drawn',
      'identity.decided',
    ]);
  });

  it('cannot be verified without evidence that carries it', async () => {
    const nothing = await withEvidence();
    expect((await officer.decide(nothing, 0, 'verified').expect(409)).body).toMatchObject({
      code: 'evidence-missing',
    });
    const hearsay = await withEvidence('referee');
    expect((await officer.decide(hearsay, 1, 'verified').expect(409)).body).toMatchObject({
      code: 'evidence-missing',
    });
    expect([...(await decisions(nothing)), ...(await decisions(hearsay))]).toEqual([]);
  });

  it('is reopened by evidence against it, and everything stays on record', async () => {
    const id = await withEvidence('passport');
    await officer.decide(id, 1, 'verified').expect(200);
    await officer.record(id, 'family-card').expect(201);
    expect((await officer.read(id)).state).toBe('verified');
    const answer = await officer.record(id, 'registry-match', { agrees: false }).expect(201);
    expect(answer.body).toMatchObject({
      state: 'in-review',
      level: null,
      decidedBy: null,
      earlierDecisions: [{ outcome: 'verified', level: 3 }],
    });
    await expect(requireVerified(id)).rejects.toMatchObject({ code: 'not-verified' });
    await officer.decide(id, 5, 'more-needed', ['evidence-contradicts']).expect(200);
    await officer.decide(id, 6, 'more-needed', ['interview-needed']).expect(200);
    expect(await decisions(id)).toEqual([
      { outcome: 'verified', level: 3, in_force: false },
      { outcome: 'more-needed', level: null, in_force: false },
      { outcome: 'more-needed', level: null, in_force: true },
    ]);
    expect(await actions(id)).toContain('identity.reopened');
    expect((await officer.read(id)).earlierDecisions.map(({ outcome }) => outcome)).toEqual([
      'verified',
      'more-needed',
    ]);
  });

  it('lets one of two decisions through that come at once', async () => {
    for (let trial = 0; trial < 5; trial++) {
      const id = await withEvidence('passport');
      const answers = await Promise.all([
        officer.decide(id, 1, 'verified'),
        officer.decide(id, 1, 'more-needed', ['evidence-too-weak']),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(await decisions(id)).toHaveLength(1);
    }
  });

  it('never overlooks evidence that comes in at the same moment', async () => {
    for (let trial = 0; trial < 5; trial++) {
      const id = await withEvidence('passport');
      const [decided, recorded] = await Promise.all([
        officer.decide(id, 1, 'verified'),
        officer.record(id, 'registry-match', { agrees: false }),
      ]);
      expect(recorded.status).toBe(201);
      // either the decision came first and was reopened, or it was made on an older state and refused
      expect([200, 412]).toContain(decided.status);
      expect((await officer.read(id)).state).toBe('in-review');
    }
  });

  it('keeps one decision in force, whatever else fails: the database says so', async () => {
    const id = await withEvidence('passport');
    await officer.decide(id, 1, 'verified').expect(200);
    const again = () =>
      service.query(
        `INSERT INTO identity_decision SELECT gen_random_uuid(), post_id, registration_id, outcome, level, reasons,
           decided_by, now(), NULL FROM identity_decision WHERE registration_id = $1`,
        [id],
      );
    await expect(again()).rejects.toMatchObject({ constraint: 'one_current_identity_decision' });
  });

  it('takes only reasons of its outcome, an If-Match and a known outcome', async () => {
    const id = await withEvidence('passport');
    const api = await service.api('officer');
    expect((await officer.decide(id, 1, 'refused').expect(422)).body).toMatchObject({
      errors: [{ pointer: '/reasons', code: 'required' }],
    });
    await officer.decide(id, 1, 'verified', ['evidence-false']).expect(422);
    await officer.decide(id, 1, 'verified', ['I know them']).expect(422);
    await officer.decide(id, 1, 'doubtful').expect(422);
    await api
      .post(`${path(id)}/decision`)
      .send({ outcome: 'verified', reasons: [] })
      .expect(428);
    expect((await officer.decide(id, 0, 'verified').expect(412)).body).toMatchObject({ code: 'stale' });
    expect(await decisions(id)).toEqual([]);
  });

  it('is refused once the person has withdrawn', async () => {
    const receipt = await service.register();
    await officer.record(receipt.id, 'passport').expect(201);
    const person = await service.person(receipt);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v2"').expect(200);
    expect((await officer.decide(receipt.id, 1, 'verified').expect(409)).body).toMatchObject({
      code: 'not-open',
    });
  });

  it('tells later stages, and only of decisions that stand', async () => {
    const told: object[] = [];
    service.app
      .get(Topics)
      .subscribe(IDENTITY_DECIDED, 'test.listen', async ({ registrationId, outcome }) => {
        told.push({ registrationId, outcome });
      });
    const id = await withEvidence('passport');
    await officer.decide(id, 0, 'verified').expect(412);
    await officer.decide(id, 1, 'verified').expect(200);
    await service.runJobs();
    expect(told).toEqual([{ registrationId: id, outcome: 'verified' }]);
  });

  it('is open to officers; others read, or see nothing', async () => {
    const id = await withEvidence('passport');
    const statuses = async (role: Parameters<Service['api']>[0]) => {
      const api = await service.api(role);
      return [
        (await api.get(path(id))).status,
        (await identityOf(api).record(id, 'passport')).status,
        (await identityOf(api).decide(id, 99, 'verified')).status,
        (await api.post(`${path(id)}/disclosures`).send({ reason: 'Second look at it' })).status,
      ];
    };
    for (const role of ['officer2', 'protection', 'approver'] as const)
      await agreed(await service.api(role), await service.api('officer'), id, 'statements');
    expect(await statuses('officer2')).toEqual([200, 201, 412, 200]);
    expect(await statuses('protection')).toEqual([200, 403, 403, 200]);
    expect(await statuses('approver')).toEqual([200, 403, 412, 200]);
    expect(await statuses('supervisor')).toEqual([200, 403, 403, 403]);
    for (const role of ['analyst', 'home-agency', 'auditor', 'administrator', 'client'] as const)
      expect(await statuses(role)).toEqual([403, 403, 403, 403]);
    await service.everyone().get(path(id)).expect(401);
  });

  it('does not exist for another embassy, in the service and in the database', async () => {
    const id = await withEvidence('passport');
    await choose(service, id);
    await officer.decide(id, 1, 'verified').expect(200);
    const api = await officerElsewhere(service);
    const elsewhere = identityOf(api);
    await api.get(path(id)).expect(404);
    await elsewhere.record(id, 'interview').expect(404);
    await elsewhere.decide(id, 2, 'verified').expect(404);
    await api
      .post(`${path(id)}/disclosures`)
      .send({ reason: 'Looks for somebody' })
      .expect(404);
    const [other] = await service.query<{ id: string }>("SELECT id FROM post WHERE code = 'VTE'");
    await expect(requireVerified(id, other!.id)).rejects.toMatchObject({ code: 'not-verified' });
    for (const table of ['identity_evidence', 'identity_decision'])
      expect(
        await service.app
          .get(Database)
          .transaction([other!.id], (tx) => tx.query<object[]>(`SELECT id FROM ${table}`)),
      ).toEqual([]);
    // nor can its people be vouched for from here
    const receipt = await api
      .post('/v1/registrations')
      .set('idempotency-key', newKey())
      .send({ ...registration, post: 'VTE' })
      .expect(201);
    const { id: theirs } = receipt.body as { id: string };
    const { reference } = (
      await service.query<{ reference: string }>('SELECT reference FROM registration WHERE id = $1', [id])
    )[0]!;
    await elsewhere.record(theirs, 'referee', { refereeReference: reference }).expect(422);
  });

  it('cannot be verified against what contradicts, until an officer says why that does not matter, and a second one agrees', async () => {
    const id = await withEvidence('passport');
    await choose(service, id);
    await officer.record(id, 'registry-match', { agrees: false }).expect(201);
    const refused = await officer.decide(id, 3, 'verified', ['evidence-agrees']).expect(409);
    expect(refused.body).toMatchObject({ code: 'evidence-contradicts' });
    await officer.decide(id, 3, 'verified', ['contradiction-explained']).expect(409);
    const { contradictions } = await officer.read(id);
    expect(contradictions).toMatchObject([{ code: 'does-not-agree', resolvedBy: null }]);
    const resolved = await officer.resolve(id, contradictions[0]!.id, 3).expect(200);
    expect(resolved.body).toMatchObject({
      version: 4,
      suggestion: { outcome: 'verified', level: 3, officers: 2 },
    });
    expect((await officer.resolve(id, contradictions[0]!.id, 4).expect(409)).body).toMatchObject({
      code: 'already-resolved',
    });
    await officer.decide(id, 4, 'verified', ['contradiction-explained']).expect(200);
    await expect(requireVerified(id)).rejects.toMatchObject({ code: 'not-verified' });
    const second = identityOf(await service.api('officer2'));
    const { version } = await second.read(id);
    await second.decide(id, version, 'verified', ['contradiction-explained']).expect(200);
    expect(await requireVerified(id)).toBe(3);
    const [kept] = await service.query<{ reason: string; events: string }>(
      `SELECT encode(reason_sealed, 'escape') AS reason, (SELECT string_agg(a::text, ' ') FROM audit_event a
         WHERE a.subject_id = registration_id) AS events FROM identity_contradiction WHERE registration_id = $1`,
      [id],
    );
    expect(kept!.reason + kept!.events).not.toContain('misspelt');
  });
});

const registration = {
  fullName: 'Siti Contoh',
  birthDate: { year: 1995 },
  sex: 'F',
  contact: { method: 'none' },
  needs: [],
  consents: ['embassy-assistance'],
  language: 'id',
};
