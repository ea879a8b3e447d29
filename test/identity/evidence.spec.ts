import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import { Topics } from '../../src/platform/jobs/topics.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { newKey, type Service, startService } from '../support/service.js';
import { agreed } from '../support/agreed.js';
import { choose, identityOf, path, STATEMENT, vouchFor } from './identity-file.js';

describe('evidence of identity', () => {
  let service: Service;
  let officer: ReturnType<typeof identityOf>;
  let second: ReturnType<typeof identityOf>;
  beforeAll(async () => {
    service = await startService();
    officer = identityOf(await service.api('officer'));
    second = identityOf(await service.api('officer2'));
  });
  afterAll(() => service.stop());

  const count = async (id: string) =>
    (
      await service.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM identity_evidence WHERE registration_id = $1',
        [id],
      )
    )[0]!.count;
  const verified = async (kind: string) => {
    const receipt = await service.register();
    await officer.record(receipt.id, kind).expect(201);
    await choose(service, receipt.id);
    await officer.decide(receipt.id, 1, 'verified').expect(200);
    const { review } = await officer.read(receipt.id);
    if (review) await second.decide(receipt.id, 2, 'verified').expect(200);
    return receipt;
  };

  /** Jobs may run again. */
  const repeat = async (registrationId: string) => {
    const { postId } = service.demonstration;
    await service.app.get(Topics).jobs.get('identity.refused-referee')!({
      postId,
      requestId: 'again',
      registrationId,
    });
  };

  it('begins with none', async () => {
    const { id } = await service.register();
    expect(await officer.read(id)).toEqual({
      state: 'unverified',
      level: null,
      reasons: [],
      evidence: [],
      decidedBy: null,
      decidedAt: null,
      contradictions: [],
      why: null,
      review: null,
      tied: false,
      pictures: [],
      suggestion: { outcome: 'more-needed', level: null, reasons: ['no-evidence'], officers: 1 },
      earlierDecisions: [],
      version: 0,
    });
  });

  it('is weighed by its kind, sealed, on record, and begins the case', async () => {
    const { id } = await service.register();
    const answer = await officer.record(id, 'registry-match').expect(201);
    expect(answer.headers['etag']).toBe('"v1"');
    expect(answer.body).toMatchObject({
      state: 'in-review',
      evidence: [{ kind: 'registry-match', strength: 'strong', agrees: true }],
      suggestion: { outcome: 'verified', level: 1, reasons: ['evidence-agrees'], officers: 2 },
      version: 1,
    });
    expect(answer.text).not.toContain('Ibu Contoh');
    const [stored] = await service.query<{
      statement_sealed: Buffer;
      status: string;
      detail: object;
      text: string;
    }>(
      `SELECT e.statement_sealed, r.status, a.detail, a::text AS text FROM identity_evidence e
       JOIN registration r ON r.id = e.registration_id
       JOIN audit_event a ON a.subject_id = r.id AND a.action = 'identity.evidence-recorded'`,
    );
    expect(stored!.statement_sealed.toString('latin1')).not.toContain('Contoh');
    expect(stored!.text).not.toContain('Contoh');
    expect(stored!.status).toBe('active');
    expect(stored!.detail).toEqual({ kind: 'registry-match', strength: 'strong', agrees: true });
  });

  it('adds up', async () => {
    const { id } = await service.register();
    const levels = [];
    for (const kind of ['interview', 'family-card', 'national-id', 'passport'])
      levels.push(
        ((await officer.record(id, kind).expect(201)).body as IdentityFileResponse).suggestion.level,
      );
    expect(levels).toEqual([1, 1, 2, 3]);
  });

  it('is recorded once for each key, ten times at once too', async () => {
    const { id } = await service.register();
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.record(id, 'interview', { key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count(id)).toBe(1);
    expect((await officer.record(id, 'passport', { key }).expect(422)).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
    const another = await service.register();
    await officer.record(another.id, 'interview', { key }).expect(201);
    expect(await count(another.id)).toBe(1);
  });

  it('keeps its order when many officers record at once', async () => {
    const { id } = await service.register();
    const officer2 = second;
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? officer : officer2).record(id, 'interview').expect(201)),
    );
    const { evidence, version } = await officer.read(id);
    expect(evidence).toHaveLength(12);
    expect(version).toBe(12);
    const times = evidence.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  });

  it('is shown for a reason, which is kept too, once a second person has agreed', async () => {
    const { id } = await service.register();
    await officer.record(id, 'interview').expect(201);
    const approver = await service.api('approver');
    const disclose = () => approver.post(`${path(id)}/disclosures`).send({ reason: 'Second look at it' });
    expect((await disclose().expect(403)).body).toMatchObject({ code: 'second-person-missing' });
    await agreed(approver, await service.api('protection'), id, 'statements');
    expect((await disclose().expect(200)).body).toEqual({
      statements: [{ evidenceId: expect.any(String), kind: 'interview', statement: STATEMENT }],
    });
    const events = await service.query<{ actor_kind: string; text: string }>(
      `SELECT actor_kind, a::text AS text FROM audit_event a WHERE subject_id = $1 AND action = 'identity.disclosed'`,
      [id],
    );
    expect(events.map(({ actor_kind }) => actor_kind)).toEqual(['approver']);
    expect(events[0]!.text).not.toContain('Second look');
    await identityOf(approver).tie(id).expect(204);
    expect((await disclose().expect(409)).body).toMatchObject({ code: 'tied-to-person' });
  });

  describe('from a referee', () => {
    it('counts where they are verified themselves, and carries nobody higher than that', async () => {
      const weak = await verified('interview');
      const sure = await verified('passport');
      const { id, reference } = await service.register();
      await officer.record(id, 'national-id').expect(201);
      const vouch = async (referee: RegistrationReceipt) => {
        await officer.record(id, 'referee', { refereeReference: referee.reference }).expect(201);
        await vouchFor(await service.person(referee), reference);
        return (await officer.read(id)).suggestion.level;
      };
      expect(await vouch(weak)).toBe(1);
      expect(await vouch(sure)).toBe(2);
      await officer.record(sure.id, 'interview', { agrees: false }).expect(201);
      expect((await officer.read(id)).suggestion.level).toBe(1);
    });

    it('contradicts once they are refused, and whoever rested on it is looked at again', async () => {
      const referee = await verified('passport');
      const { id, reference } = await service.register();
      await officer.record(id, 'national-id').expect(201);
      await officer.record(id, 'referee', { refereeReference: referee.reference }).expect(201);
      await vouchFor(await service.person(referee), reference);
      await choose(service, id);
      const decided = (await officer.decide(id, 3, 'verified').expect(200)).body as IdentityFileResponse;
      expect(decided).toMatchObject({ state: 'verified', level: 2 });
      await officer.record(referee.id, 'interview', { agrees: false }).expect(201);
      await service.runJobs();
      expect((await officer.read(id)).state).toBe('verified');
      const refuse = async (by: typeof officer) =>
        by.decide(referee.id, (await by.read(referee.id)).version, 'refused', ['another-person']).expect(200);
      await choose(service, referee.id);
      await refuse(officer);
      await refuse(second);
      await service.runJobs();
      const { state, version, contradictions, earlierDecisions } = await officer.read(id);
      expect({ state, earlierDecisions }).toMatchObject({
        state: 'in-review',
        earlierDecisions: [{ outcome: 'verified', level: 2 }],
      });
      expect(contradictions).toMatchObject([{ code: 'referee-refused', resolvedAt: null }]);
      expect(version).toBeGreaterThan(decided.version);
      await officer.resolve(id, contradictions[0]!.id, version).expect(200);
      await repeat(referee.id);
      expect((await officer.read(id)).contradictions).toMatchObject([{ resolvedAt: expect.any(String) }]);
    });

    it('proves nothing without their reference', async () => {
      const { id } = await service.register();
      expect((await officer.record(id, 'referee').expect(201)).body).toMatchObject({
        evidence: [{ strength: 'none' }],
        suggestion: { outcome: 'more-needed', level: null, reasons: ['evidence-too-weak'] },
      });
    });

    it('is refused where they are not verified, are the person, do not exist, or are not asked for', async () => {
      const own = await verified('interview');
      const unverified = await service.register();
      for (const reference of [unverified.reference, own.reference, 'PNH-0000-0000-0', 'nonsense'])
        expect(
          (await officer.record(own.id, 'referee', { refereeReference: reference }).expect(422)).body,
        ).toMatchObject({
          errors: [{ pointer: '/refereeReference', code: 'no-verified-person' }],
        });
      await officer.record(own.id, 'interview', { refereeReference: own.reference }).expect(422);
      expect(await count(own.id)).toBe(1);
    });
  });

  it('is refused with an unknown kind, an unsafe or missing statement, or no key', async () => {
    const { id } = await service.register();
    const api = await service.api('officer');
    const send = (body: object) =>
      api
        .post(`${path(id)}/evidence`)
        .set('idempotency-key', newKey())
        .send(body);
    const valid = { kind: 'interview', agrees: true, statement: STATEMENT };
    await send({ ...valid, kind: 'rumour' }).expect(422);
    await send({ ...valid, agrees: 'yes' }).expect(422);
    await send({ ...valid, statement: 'a\u202eb c' }).expect(422);
    await send({ ...valid, statement: undefined }).expect(422);
    await send({ ...valid, strength: 'superior' }).expect(422);
    await api
      .post(`${path(id)}/evidence`)
      .send(valid)
      .expect(400);
    expect(await count(id)).toBe(0);
  });

  it('is refused once the person has withdrawn, or is erased', async () => {
    const withdrawn = await service.register();
    const person = await service.person(withdrawn);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
    expect((await officer.record(withdrawn.id, 'passport').expect(409)).body).toMatchObject({
      code: 'not-open',
    });
    const erased = await service.register();
    await service.query(
      `UPDATE person SET wrapped_key = NULL, identity_sealed = NULL, contact_sealed = NULL, location_sealed = NULL
       WHERE id = (SELECT person_id FROM registration WHERE id = $1)`,
      [erased.id],
    );
    expect((await officer.record(erased.id, 'passport').expect(409)).body).toMatchObject({ code: 'erased' });
    expect([await count(withdrawn.id), await count(erased.id)]).toEqual([0, 0]);
  });
});
