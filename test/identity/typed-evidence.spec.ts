import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import type { InterviewsResponse } from '../../src/identity/interview/interview.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { choose, identityOf, path } from './identity-file.js';

describe('evidence that an officer types in place of an answer', () => {
  let service: Service;
  let api: Api;
  let officer: ReturnType<typeof identityOf>;
  let second: ReturnType<typeof identityOf>;
  beforeAll(async () => {
    service = await startService();
    api = await service.api('officer');
    officer = identityOf(api);
    second = identityOf(await service.api('officer2'));
  });
  afterAll(() => service.stop());

  const withTyped = async (...kinds: string[]) => {
    const { id } = await service.register();
    for (const kind of kinds) await officer.record(id, kind).expect(201);
    return id;
  };
  const interviewed = async (id: string) => {
    const at = `${path(id)}/interviews`;
    const drawn = (await api.post(at).send().expect(200)).body as InterviewsResponse;
    const { id: interview, questions } = drawn.items[0]!;
    const answers = questions.map((question) => ({ question, answer: 'Ibu Contoh', judgement: 'right' }));
    await api.post(`${at}/${interview}/answers`).send({ answers }).expect(200);
  };
  const decisions = (id: string) =>
    service.query<{ outcome: string; level: number }>(
      'SELECT outcome, level FROM identity_decision WHERE registration_id = $1',
      [id],
    );

  it('verifies nobody by one officer alone', async () => {
    const id = await withTyped('registry-match', 'interview');
    await choose(service, id);
    expect(await officer.read(id)).toMatchObject({
      evidence: [{ ceiling: 1 }, { ceiling: 1 }],
      suggestion: { outcome: 'verified', level: 1, officers: 2 },
    });
    const first = (await officer.decide(id, 2, 'verified').expect(200)).body as IdentityFileResponse;
    expect(first.state).toBe('in-review');
    expect(await decisions(id)).toEqual([]);
    await second.decide(id, (await second.read(id)).version, 'verified').expect(200);
    expect(await decisions(id)).toEqual([{ outcome: 'verified', level: 1 }]);
  });

  it('tells of a number that it is of another case so often in a day, and then takes no number at all', async () => {
    await service.register({ passportNumber: 'X7654321' });
    const { id } = await service.register();
    const typed = (documentNumber: string) => officer.record(id, 'passport', { documentNumber });
    const statuses: number[] = [];
    for (let n = 0; n < 39; n++) statuses.push((await typed('X7654321')).status);
    const last = await Promise.all([typed('X7654321'), typed('X7654321')]);
    expect(statuses.every((status) => status === 201)).toBe(true);
    expect(last.map(({ status }) => status).sort()).toEqual([201, 429]);
    for (const number of ['X7654321', 'X1112223'])
      expect((await typed(number).expect(429)).body).toMatchObject({ code: 'too-many-searches' });
    await officer.record(id, 'interview').expect(201);
    await second.record(id, 'passport', { documentNumber: 'X1112223' }).expect(201);
    await service.query("UPDATE identity_evidence SET recorded_at = recorded_at - interval '24 hours'");
    await typed('X7654321').expect(201);
  });

  it('carries no further beside a card; questions that were drawn do', async () => {
    const id = await withTyped('national-id', 'interview');
    expect((await officer.read(id)).suggestion).toMatchObject({ level: 1, officers: 2 });
    await interviewed(id);
    const file = await officer.read(id);
    expect(file.evidence.map(({ ceiling }) => ceiling)).toEqual([3, 1, 3]);
    expect(file.suggestion).toMatchObject({ level: 2, officers: 1 });
    await choose(service, id);
    await officer.decide(id, file.version, 'verified').expect(200);
    expect(await decisions(id)).toEqual([{ outcome: 'verified', level: 2 }]);
  });

  it('is kept from a higher level by the database too', async () => {
    const id = await withTyped('registry-match');
    const decide = (level: number) =>
      service.query(
        `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, evidence_ids)
         SELECT gen_random_uuid(), post_id, registration_id, 'verified', $2, '{}', recorded_by, ARRAY[id]
         FROM identity_evidence WHERE registration_id = $1`,
        [id, level],
      );
    await expect(decide(2)).rejects.toMatchObject({ constraint: 'identity_level_not_typed' });
    await expect(decide(1)).rejects.toMatchObject({ constraint: 'identity_level_1_by_two' });
    expect(await decisions(id)).toEqual([]);
  });
});
