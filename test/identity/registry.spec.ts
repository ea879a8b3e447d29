import { RegistryJobs } from '../../src/identity/registry/registry-jobs.js';
import { MOST_ATTEMPTS } from '../../src/identity/registry/registry-states.js';
import { Citizens } from '../../src/registry-sample/citizens.js';
import { type SampleRegistry, startSampleRegistry } from '../../src/registry-sample/sample-registry.js';
import { agreed } from '../support/agreed.js';
import type { Api } from '../support/service.js';
import { newKey, type Service, startService } from '../support/service.js';
import { identityOf } from './identity-file.js';

/** Long enough for an answer on a busy machine. */
const TIMEOUT_MS = 1000;
const TOKEN = 'a-token-made-up-for-tests';
const CITIZENS = [
  {
    fullName: 'CONTOH SITI',
    birthDate: { year: 1995, month: 3, day: 7 },
    sex: 'F',
    nationalId: '9900000000000001',
  },
  { fullName: 'Budi Contoh', birthDate: { year: 1990, month: 1, day: 2 }, sex: 'M' },
] as const;
const SITI = { fullName: 'Siti Contoh', birthDate: { year: 1995, month: 3, day: 7 }, sex: 'F' as const };
const consents = ['embassy-assistance', 'home-ministry'] as ('embassy-assistance' | 'home-ministry')[];

describe('the citizen registry', () => {
  let registry: SampleRegistry;
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    registry = await startSampleRegistry(TOKEN, {}, new Citizens(CITIZENS));
    service = await startService({
      REGISTRY_URL: registry.url,
      REGISTRY_TOKEN: TOKEN,
      REGISTRY_TIMEOUT_MS: String(TIMEOUT_MS),
    });
    officer = await service.api('officer');
  });
  afterAll(async () => {
    await service.stop();
    await registry.stop();
  });
  beforeEach(() =>
    Object.assign(registry.behaviour, { delayMs: 0, fails: undefined, lateEvery: 0, lateMs: 0 }),
  );

  const path = (id: string) => `/v1/registrations/${id}/identity/registry-queries`;
  const ask = (id: string, key = newKey()) => officer.post(path(id)).set('idempotency-key', key).send();
  const asked = async (overrides: object = SITI) => {
    const { id } = await service.register({ consents, ...overrides });
    await ask(id).expect(201);
    return id;
  };
  const latest = async (id: string) =>
    ((await officer.get(path(id)).expect(200)).body as { items: { state: string; result: string | null }[] })
      .items[0]!;
  const again = () => service.app.get(RegistryJobs).again();
  /** The circuit stays open for a while; the clock is put past it. */
  const afterThePause = async (work: () => Promise<unknown>) => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * TIMEOUT_MS);
    await work();
    clock.mockRestore();
  };

  it('answers with evidence that agrees', async () => {
    const id = await asked();
    expect(await latest(id)).toMatchObject({ state: 'queued', result: null });
    await service.runJobs();
    expect(await latest(id)).toMatchObject({ state: 'answered', result: 'match' });
    const file = await identityOf(officer).read(id);
    expect(file).toMatchObject({
      evidence: [{ kind: 'registry-match', strength: 'strong', agrees: true, origin: 'registry' }],
      contradictions: [],
    });
    await agreed(officer, await service.api('approver'), id, 'statements');
    const statements = await officer
      .post(`/v1/registrations/${id}/identity/disclosures`)
      .send({ reason: 'Compares with the answer' })
      .expect(200);
    expect((statements.body as { statements: { statement: string }[] }).statements[0]!.statement).toContain(
      'CONTOH SITI',
    );
    const [stored] = await service.query<{ all: string }>(
      `SELECT string_agg(e::text, ' ') || (SELECT string_agg(q::text, ' ') FROM registry_query q) AS all FROM identity_evidence e`,
    );
    expect(stored!.all).not.toContain('CONTOH');
  });

  it('raises what it says otherwise, which stands in the way', async () => {
    const id = await asked({
      ...SITI,
      nationalId: '9900000000000001',
      birthDate: { year: 1995, month: 4, day: 7 },
      sex: 'M',
    });
    await service.runJobs();
    expect(await latest(id)).toMatchObject({ result: 'partly' });
    const file = await identityOf(officer).read(id);
    expect(file.contradictions.map(({ code }) => code)).toEqual(['birth-date-differs', 'sex-differs']);
    expect((await identityOf(officer).decide(id, file.version, 'verified').expect(409)).body).toMatchObject({
      code: 'evidence-contradicts',
    });
  });

  it('may know nobody, which proves nothing', async () => {
    const id = await asked({ fullName: 'Nobody Contoh' });
    await service.runJobs();
    expect(await latest(id)).toMatchObject({ state: 'answered', result: 'none' });
    expect((await identityOf(officer).read(id)).evidence).toEqual([]);
  });

  it('is asked about many in one call, and may answer some of them later', async () => {
    registry.behaviour.lateEvery = 2;
    const ids = await Promise.all(Array.from({ length: 6 }, () => asked()));
    registry.calls.length = 0;
    await service.runJobs();
    expect(registry.calls.reduce((sum, call) => sum + call, 0)).toBe(6);
    expect(Math.max(...registry.calls)).toBeGreaterThan(1);
    const states = async () => (await Promise.all(ids.map(latest))).map(({ state }) => state).sort();
    expect(await states()).toEqual(['answered', 'answered', 'answered', 'waiting', 'waiting', 'waiting']);
    await Promise.all([again(), again()]);
    expect(await states()).toEqual(Array.from({ length: 6 }, () => 'answered'));
    for (const id of ids) expect((await identityOf(officer).read(id)).evidence).toHaveLength(1);
  });

  it('keeps nobody waiting behind answers that are long in coming, and collects those after days', async () => {
    Object.assign(registry.behaviour, { lateEvery: 1, lateMs: 3_600_000 });
    const slow = await Promise.all(Array.from({ length: 50 }, () => asked()));
    await service.runJobs();
    registry.behaviour.lateMs = 0;
    const quick = await asked();
    await service.runJobs();
    expect(await latest(quick)).toMatchObject({ state: 'waiting' });
    await again();
    await again();
    expect(await latest(quick)).toMatchObject({ state: 'answered' });
    const tried = (attempts: number) =>
      service.query('UPDATE registry_query SET attempts = $2 WHERE registration_id = ANY ($1)', [
        slow,
        attempts,
      ]);
    await tried(MOST_ATTEMPTS.queued);
    await again();
    expect(await latest(slow[0]!)).toMatchObject({ state: 'waiting' });
    await tried(MOST_ATTEMPTS.waiting - 1);
    await again();
    expect(await latest(slow[0]!)).toMatchObject({ state: 'failed' });
  });

  it.each([
    ['is slow', { delayMs: 2 * TIMEOUT_MS }],
    ['fails', { fails: 503 }],
    ['cuts the line', { fails: 'cut' as const }],
  ])('is asked again where it %s, and nothing is lost or doubled', async (_, behaviour) => {
    const id = await asked();
    Object.assign(registry.behaviour, behaviour);
    await service.runJobs();
    expect(await latest(id)).toMatchObject({ state: 'queued' });
    Object.assign(registry.behaviour, { delayMs: 0, fails: undefined });
    await afterThePause(async () => {
      await again();
      await again();
    });
    expect(await latest(id)).toMatchObject({ state: 'answered' });
    expect((await identityOf(officer).read(id)).evidence).toHaveLength(1);
  });

  it('is left alone for a while once it has failed again and again', async () => {
    registry.behaviour.fails = 500;
    const id = await asked();
    for (let i = 0; i < 3; i++) await again();
    registry.behaviour.fails = undefined;
    registry.calls.length = 0;
    await again();
    expect(registry.calls).toEqual([]);
    await afterThePause(again);
    expect(await latest(id)).toMatchObject({ state: 'answered' });
  });

  it('hears nothing about people who did not agree, or no longer do, or left', async () => {
    const silent = await service.register({ ...SITI, consents: ['embassy-assistance'] });
    expect((await ask(silent.id).expect(409)).body).toMatchObject({ code: 'no-consent-home' });
    const receipt = await service.register({ ...SITI, consents });
    await ask(receipt.id).expect(201);
    const person = await service.person(receipt);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
    const lifted = await service.register({ ...SITI, consents });
    await ask(lifted.id).expect(201);
    await service.query(
      `INSERT INTO consent (registration_id, post_id, purpose, recipient, given, at)
       SELECT registration_id, post_id, purpose, recipient, false, clock_timestamp() FROM consent
       WHERE registration_id = $1 AND purpose = 'home-ministry'`,
      [lifted.id],
    );
    registry.calls.length = 0;
    await service.runJobs();
    expect(registry.calls).toEqual([]);
    for (const { id } of [receipt, lifted]) expect(await latest(id)).toMatchObject({ state: 'not-allowed' });
  });

  it('is asked once at a time about a person, by officers', async () => {
    const { id } = await service.register({ ...SITI, consents });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    await (await service.api('approver')).post(path(id)).set('idempotency-key', newKey()).send().expect(403);
    await service.runJobs();
  });

  it('asks about everybody else where one cannot be asked about, who is given up in the end', async () => {
    const [unreadable, other] = [await asked(), await asked()];
    await service.query(
      `UPDATE person SET identity_sealed = '\\x00' FROM registration r WHERE r.person_id = person.id AND r.id = $1`,
      [unreadable],
    );
    await expect(again()).rejects.toThrow('had no turn');
    expect(await latest(other)).toMatchObject({ state: 'answered' });
    expect(await latest(unreadable)).toMatchObject({ state: 'queued' });
    await service.query('UPDATE registry_query SET attempts = $2 WHERE registration_id = $1', [
      unreadable,
      MOST_ATTEMPTS.queued - 1,
    ]);
    await expect(again()).rejects.toThrow('had no turn');
    expect(await latest(unreadable)).toMatchObject({ state: 'failed' });
    await again();
  });
});
