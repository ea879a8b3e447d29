import { Database } from '../../src/platform/database/database.js';
import { Topics } from '../../src/platform/jobs/topics.js';
import { AutomaticAssessment } from '../../src/triage/automatic-assessment.js';
import type { TriageResponse } from '../../src/triage/triage.dto.js';
import { TriageService } from '../../src/triage/triage.service.js';
import { TRIAGE_ASSESSED } from '../../src/triage/triage.topics.js';
import { identityOf } from '../identity/identity-file.js';
import { agreed } from '../support/agreed.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';

const THIS_YEAR = new Date().getUTCFullYear();
const REASON = 'Fainted in the hall, Contoh';

describe('triage', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const path = (id: string) => `/v1/registrations/${id}/triage`;
  const read = async (id: string) => (await officer.get(path(id)).expect(200)).body as TriageResponse;
  const override = (id: string, version: number, band = 'urgent', api = officer) =>
    api.post(path(id)).set('if-match', `"v${version}"`).send({ band, reason: REASON });
  const assessed = async (overrides?: Parameters<Service['register']>[0]) => {
    const receipt = await service.register(overrides);
    await service.runJobs();
    return receipt;
  };
  const rows = (id: string) =>
    service.query<{ band: string; superseded: boolean; by_rule: boolean }>(
      `SELECT band, superseded_at IS NOT NULL AS superseded, assessed_by IS NULL AS by_rule FROM triage_assessment
       WHERE registration_id = $1 ORDER BY id`,
      [id],
    );
  const audit = async (id: string, action: string) =>
    service.query<{ actor_kind: string; detail: object }>(
      'SELECT actor_kind, detail FROM audit_event WHERE subject_id = $1 AND action = $2 ORDER BY id',
      [id, action],
    );

  describe('by rule', () => {
    it('gives everybody who registers a band with its reasons, on record as the service’s own act', async () => {
      const { id } = await assessed({ needs: ['no-shelter-tonight', 'medical-emergency'] });
      const answer = await officer.get(path(id)).expect(200);
      expect(answer.headers['etag']).toBe('"v1"');
      expect(answer.body).toEqual({
        band: 'urgent',
        reasons: ['medical-emergency', 'no-shelter-tonight'],
        assessedBy: null,
        assessedAt: expect.any(String),
        version: 1,
      });
      expect(await audit(id, 'triage.assessed')).toEqual([
        {
          actor_kind: 'system',
          detail: { band: 'urgent', reasons: ['medical-emergency', 'no-shelter-tonight'] },
        },
      ]);
      expect(await audit(id, 'triage.read')).toHaveLength(1);
    });

    it('takes a minor and an elderly person by their birth year', async () => {
      const minor = await assessed({ birthDate: { year: THIS_YEAR - 15 } });
      const elderly = await assessed({ birthDate: { year: THIS_YEAR - 70 } });
      expect(await read(minor.id)).toMatchObject({ band: 'high', reasons: ['minor-by-birth-year'] });
      expect(await read(elderly.id)).toMatchObject({ band: 'high', reasons: ['elderly-by-birth-year'] });
    });

    it('says what the rule says even before the job has run, so that nobody is without a band', async () => {
      const { id } = await service.register({ needs: ['pregnant'] });
      expect(await read(id)).toMatchObject({ band: 'high', reasons: ['pregnant'], version: 0 });
      await service.runJobs();
      expect(await read(id)).toMatchObject({ band: 'high', version: 1 });
    });

    it('is safe to repeat, even many times at once, and never undoes what an officer set', async () => {
      const { id } = await service.register({ needs: ['pregnant'] });
      const { postId } = service.demonstration;
      const assess = () =>
        service.app.get(AutomaticAssessment).assess({ postId, requestId: 'test', registrationId: id });
      await Promise.all(Array.from({ length: 8 }, assess));
      expect(await rows(id)).toEqual([{ band: 'high', superseded: false, by_rule: true }]);
      await override(id, 1).expect(200);
      await assess();
      expect(await read(id)).toMatchObject({ band: 'urgent', version: 2 });
      expect(await audit(id, 'triage.assessed')).toHaveLength(2);
    });

    it('leaves alone who has withdrawn meanwhile', async () => {
      const receipt = await service.register();
      const person = await service.person(receipt);
      await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
      await service.runJobs();
      expect(await rows(receipt.id)).toEqual([]);
    });
  });

  describe('by an officer', () => {
    it('supersedes the band before, keeps why sealed, and begins the case', async () => {
      const { id } = await assessed({ needs: ['pregnant'] });
      const answer = await override(id, 1, 'standard').expect(200);
      expect(answer.headers['etag']).toBe('"v2"');
      expect(answer.body).toMatchObject({
        band: 'standard',
        reasons: ['officer-decision', 'pregnant'],
        version: 2,
      });
      expect((answer.body as TriageResponse).assessedBy).toMatch(/^[0-9a-f-]{36}$/);
      expect(await rows(id)).toEqual([
        { band: 'high', superseded: true, by_rule: true },
        { band: 'standard', superseded: false, by_rule: false },
      ]);
      const [stored] = await service.query<{ note: Buffer; status: string; events: string }>(
        `SELECT (SELECT note_sealed FROM triage_assessment WHERE registration_id = $1 AND superseded_at IS NULL) AS note,
           (SELECT status FROM registration WHERE id = $1) AS status,
           (SELECT string_agg(detail::text, '') FROM audit_event WHERE subject_id = $1) AS events`,
        [id],
      );
      expect(stored!.note.toString('latin1')).not.toContain('Fainted');
      expect(stored!.events).not.toContain('Fainted');
      expect(stored!.status).toBe('active');
      expect((await audit(id, 'triage.assessed')).map(({ actor_kind }) => actor_kind)).toEqual([
        'system',
        'officer',
      ]);
    });

    it('says once that an officer decided, however often the band is set', async () => {
      const { id } = await assessed();
      await override(id, 1).expect(200);
      await override(id, 2, 'high').expect(200);
      expect(await read(id)).toMatchObject({ band: 'high', reasons: ['officer-decision'], version: 3 });
    });

    it('shows why to whoever gives a reason once another has agreed, to nobody who is tied, and records that', async () => {
      const { id } = await assessed();
      await override(id, 1).expect(200);
      const disclose = (api: Api) =>
        api.post(`${path(id)}/disclosures`).send({ reason: 'Takes over the case' });
      const approver = await service.api('approver');
      expect((await disclose(officer).expect(403)).body).toMatchObject({ code: 'second-person-missing' });
      await agreed(officer, approver, id, 'statements');
      const answer = await disclose(officer).expect(200);
      await disclose(await service.api('supervisor')).expect(403);
      expect(answer.body).toEqual({
        notes: [
          { band: 'urgent', note: REASON, assessedBy: expect.any(String), assessedAt: expect.any(String) },
        ],
      });
      expect(JSON.stringify(await audit(id, 'triage.disclosed'))).not.toContain('Takes over');
      expect(await audit(id, 'triage.disclosed')).toHaveLength(1);
      await identityOf(officer).tie(id).expect(204);
      expect((await disclose(officer).expect(409)).body).toMatchObject({ code: 'tied-to-person' });
    });

    it('lets one of two officers through who decide at once', async () => {
      const { id } = await assessed();
      const officer2 = await service.api('officer2');
      for (let version = 1; version <= 5; version++) {
        const answers = await Promise.all([
          override(id, version, 'urgent'),
          override(id, version, 'high', officer2),
          override(id, version, 'standard'),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
      }
      const all = await rows(id);
      expect(all).toHaveLength(6);
      expect(all.filter(({ superseded }) => !superseded)).toHaveLength(1);
    });

    it('is refused for an old version, without one, without a reason, and with an unknown band', async () => {
      const { id } = await assessed();
      const send = (body: object) => officer.post(path(id)).set('if-match', '"v1"').send(body);
      expect((await override(id, 0).expect(412)).body).toMatchObject({ code: 'stale' });
      await officer.post(path(id)).send({ band: 'high', reason: REASON }).expect(428);
      await send({ band: 'high' }).expect(422);
      await send({ band: 'high', reason: 'short' }).expect(422);
      await send({ band: 'at once', reason: REASON }).expect(422);
      expect(await rows(id)).toHaveLength(1);
    });

    it('is refused once the person has withdrawn, or is erased', async () => {
      const withdrawn = await assessed();
      const person = await service.person(withdrawn);
      await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
      expect((await override(withdrawn.id, 1).expect(409)).body).toMatchObject({ code: 'not-open' });
      const erased = await assessed();
      await service.query(
        `UPDATE person SET wrapped_key = NULL, identity_sealed = NULL, contact_sealed = NULL, location_sealed = NULL
         WHERE id = (SELECT person_id FROM registration WHERE id = $1)`,
        [erased.id],
      );
      expect((await override(erased.id, 1).expect(409)).body).toMatchObject({ code: 'erased' });
      await officer.get(path(erased.id)).expect(200);
    });
  });

  it('is open to those who need it only', async () => {
    const { id } = await assessed();
    const statuses = async (role: Parameters<Service['api']>[0]) => {
      const api = await service.api(role);
      const get = (await api.get(path(id))).status;
      const post = (await override(id, 99, 'high', api)).status;
      const disclose = await api.post(`${path(id)}/disclosures`).send({ reason: 'Plans the next day' });
      return [get, post, (disclose.body as { code: string }).code];
    };
    expect(await statuses('protection')).toEqual([200, 412, 'second-person-missing']);
    expect(await statuses('supervisor')).toEqual([200, 412, 'not-allowed']);
    expect(await statuses('approver')).toEqual([200, 403, 'second-person-missing']);
    for (const role of ['analyst', 'home-agency', 'auditor', 'administrator', 'client'] as const)
      expect(await statuses(role)).toEqual([403, 403, 'not-allowed']);
    await service.everyone().get(path(id)).expect(401);
  });

  it('does not exist for another embassy, in the service and in the database', async () => {
    const { id } = await assessed();
    const elsewhere = await officerElsewhere(service);
    expect((await elsewhere.get(path(id)).expect(404)).body).toMatchObject({ code: 'not-found' });
    await override(id, 1, 'high', elsewhere).expect(404);
    await elsewhere
      .post(`${path(id)}/disclosures`)
      .send({ reason: 'Looks for somebody' })
      .expect(404);
    const [other] = await service.query<{ id: string }>("SELECT id FROM post WHERE code = 'VTE'");
    const database = service.app.get(Database);
    const seen = (posts: string[]) =>
      database.transaction(posts, (tx) => tx.query<object[]>('SELECT id FROM triage_assessment'));
    expect(await seen([other!.id])).toEqual([]);
    expect((await seen([service.demonstration.postId])).length).toBeGreaterThan(0);
    await expect(
      database.transaction([other!.id], (tx) => service.app.get(TriageService).current(tx, id)),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await rows(id)).toHaveLength(1);
  });

  it('tells later stages each time, in the transaction of the act', async () => {
    const { id } = await service.register({ needs: ['danger-now'] });
    const jobs = (band: string) =>
      service.query('SELECT FROM triage_told WHERE registration_id = $1 AND band = $2', [id, band]);
    await service.query('CREATE TABLE triage_told (registration_id uuid, band text)');
    service.app.get(Topics).subscribe(TRIAGE_ASSESSED, 'test.listen', async ({ registrationId, band }) => {
      await service.query('INSERT INTO triage_told VALUES ($1, $2)', [registrationId, band]);
    });
    await service.runJobs();
    expect(await jobs('urgent')).toHaveLength(1);
    await override(id, 1, 'standard').expect(200);
    await override(id, 1, 'high').expect(412);
    await service.runJobs();
    expect(await jobs('standard')).toHaveLength(1);
    expect(await jobs('high')).toHaveLength(0);
  });
});
