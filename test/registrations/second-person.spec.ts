import { type Api, type Service, startService } from '../support/service.js';
import { code, MISSING, REASON, secondPersonsOf, SHOWN, violates } from './second-persons.js';

/** How each kind is put on record. */
const ON_RECORD = {
  location: { called: 'whereabouts', shown: 'registration.disclosed', names: 'whereabouts' },
  statements: { called: 'statements', shown: 'identity.disclosed', names: 'request' },
} as const;

describe.each(['location', 'statements'] as const)('what nobody sees alone: %s', (kind) => {
  const { called, shown, names } = ON_RECORD[kind];
  let service: Service;
  let officer: Api;
  let another: Api;
  let approver: Api;
  let acts: ReturnType<typeof secondPersonsOf>;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    another = await service.api('officer2');
    approver = await service.api('approver');
    acts = secondPersonsOf(service, kind);
  });
  afterAll(() => service.stop());

  it('is shown to whoever asked once another has agreed, to nobody else, and for eight hours', async () => {
    const id = await acts.register(officer);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    expect(await acts.own(officer, id)).toBeUndefined();
    const request = await acts.asked(officer, id);
    expect(request).toMatchObject({ state: 'asked', reason: REASON, open: false, openUntil: null });
    expect(code(await acts.add(officer, id, 'second-person-requests'))).toEqual([
      409,
      'second-person-asked-already',
    ]);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    expect(await acts.waiting(another)).toContain(request.id);
    expect((await acts.decide(another, request, 'agreed').expect(200)).body).toMatchObject({
      state: 'agreed',
    });
    expect(await acts.waiting(another)).not.toContain(request.id);
    expect(await acts.own(officer, id)).toMatchObject({ open: true, state: 'agreed' });
    expect((await acts.disclose(officer, id).expect(200)).body).toEqual(SHOWN[kind]);
    for (const api of [another, approver]) expect(code(await acts.disclose(api, id))).toEqual(MISSING);
    expect(code(await acts.disclose(officer, await acts.register(officer)))).toEqual(MISSING);
    expect(code(await acts.add(officer, id, 'second-person-requests'))).toEqual([
      409,
      'second-person-open-already',
    ]);
    expect(await acts.actions(id)).toEqual([
      `registration.${called}-asked`,
      `registration.${called}-agreed`,
      shown,
    ]);
    const events = await service.query(
      'SELECT detail->>$3 AS request FROM audit_event WHERE subject_id = $1 AND action = $2',
      [id, shown, names],
    );
    expect(events).toEqual([{ request: request.id }]);
    await acts.passed(request.id, 8);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    await acts.asked(officer, id);
  });

  it('stays closed where the other does not agree, or says nothing within a day', async () => {
    const id = await acts.register(officer);
    const first = await acts.asked(officer, id);
    await acts.decide(approver, first, 'declined').expect(200);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    const second = await acts.asked(officer, id);
    await acts.passed(second.id, 24);
    expect(await acts.waiting(another)).not.toContain(second.id);
    expect(await acts.own(officer, id)).toMatchObject({ state: 'lapsed' });
    expect(code(await acts.decide(another, second, 'agreed'))).toEqual([409, 'second-person-decided']);
    const agreeing = `UPDATE second_person_request SET state = 'agreed', decided_by = $2, decided_at = now(), open_until = now() WHERE id = $1`;
    await expect(service.query(agreeing, [second.id, await acts.idOf('officer2')])).rejects.toEqual(
      violates('second_person_decided_in_time'),
    );
    await acts.asked(officer, id);
  });

  it('is opened at once in danger, and stays on the list of the others until one has looked at it', async () => {
    const id = await acts.register(officer);
    await acts.asked(officer, id);
    const opening = await acts.asked(officer, id, 'danger-openings');
    expect(opening).toMatchObject({ state: 'opened', open: true });
    await acts.disclose(officer, id).expect(200);
    expect(code(await acts.decide(officer, opening, 'right'))).toEqual([409, 'second-person-asked-by-you']);
    expect(code(await acts.decide(another, opening, 'agreed'))).toEqual([422, 'invalid-input']);
    await acts.passed(opening.id, 30);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    expect(await acts.waiting(another)).toContain(opening.id);
    await acts.decide(another, opening, 'right').expect(200);
    expect(await acts.waiting(another)).not.toContain(opening.id);
    expect(code(await acts.disclose(officer, id))).toEqual(MISSING);
    expect((await acts.actions(id)).slice(1)).toEqual([
      `registration.${called}-opened`,
      shown,
      `registration.${called}-reviewed`,
    ]);
  });

  it('stays open where the danger was real, and closes at once where it was none', async () => {
    for (const [verdict, expected] of [
      ['right', [200, undefined]],
      ['wrong', MISSING],
    ] as const) {
      const id = await acts.register(officer);
      const opening = await acts.asked(officer, id, 'danger-openings');
      await acts.disclose(officer, id).expect(200);
      await acts.decide(approver, opening, verdict).expect(200);
      expect(code(await acts.disclose(officer, id))).toEqual(expected);
    }
  });

  it('opens nothing of the other kind: each is asked for, agreed to and opened by itself', async () => {
    const other = kind === 'location' ? 'statements' : 'location';
    const id = await acts.register(officer);
    const request = await acts.asked(officer, id);
    const second = await acts.asked(officer, id, 'second-person-requests', other);
    await acts.decide(another, request, 'agreed').expect(200);
    await acts.disclose(officer, id).expect(200);
    expect(code(await acts.disclose(officer, id, other))).toEqual(MISSING);
    await acts.asked(officer, id, 'danger-openings', other);
    await acts.decide(approver, second, 'declined').expect(200);
    expect((await acts.disclose(officer, id, other).expect(200)).body).toEqual(SHOWN[other]);
    const may = `SELECT has_column_privilege('pulang_app', 'second_person_request', 'kind', 'UPDATE') AS change`;
    expect(await service.query(may)).toEqual([{ change: false }]);
    const odd = `INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state)
      SELECT gen_random_uuid(), post_id, registration_id, asked_by, reason_sealed, 'contact', 'asked' FROM second_person_request WHERE id = $1`;
    await expect(service.query(odd, [request.id])).rejects.toEqual(violates('second_person_kind'));
    for (const wrong of [undefined, 'contact'])
      expect(
        code(
          await officer.post(`/v1/registrations/${id}/danger-openings`).send({ kind: wrong, reason: REASON }),
        ),
      ).toEqual([422, 'invalid-input']);
  });

  it('leaves everything else as it was: other parts need no second person, and the person sees their own', async () => {
    const receipt = await service.register({ whereNow: 'Rumah Contoh' });
    const parts = ['identity', 'contact', 'home', 'adult'];
    const reason = 'Sits at my counter';
    await officer.post(`/v1/registrations/${receipt.id}/disclosures`).send({ parts, reason }).expect(200);
    const person = await service.person(receipt);
    const { body } = await person.get('/v1/registrations/own').expect(200);
    expect(body).toMatchObject({ location: { whereNow: 'Rumah Contoh' } });
  });
});
