import type { WhereaboutsRequestResponse } from '../../src/registrations/disclosure/whereabouts/whereabouts.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { hiring } from '../support/hiring.js';
import { inTurn } from '../support/in-turn.js';
import { type Api, type Service, startService } from '../support/service.js';

const REASON = 'The shelter Persinggahan moves them tonight';

describe('where somebody is', () => {
  let service: Service;
  let officer: Api;
  let another: Api;
  let approver: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    another = await service.api('officer2');
    approver = await service.api('approver');
  });
  afterAll(() => service.stop());

  const register = async () => (await service.register({ whereNow: 'Rumah Contoh' })).id;
  const add = (api: Api, id: string, what: 'requests' | 'openings') =>
    api.post(`/v1/registrations/${id}/whereabouts-${what}`).send({ reason: REASON });
  const asked = async (api: Api, id: string, what: 'requests' | 'openings' = 'requests') =>
    (await add(api, id, what).expect(201)).body as WhereaboutsRequestResponse;
  const decide = (api: Api, { id }: { id: string }, verdict: string) =>
    api.post(`/v1/whereabouts-requests/${id}/decision`).send({ verdict });
  const disclose = (api: Api, id: string, part = 'location') =>
    api.post(`/v1/registrations/${id}/disclosures`).send({ parts: [part], reason: 'Looks for the person' });
  const code = ({ status, body }: { status: number; body: unknown }) => [
    status,
    (body as { code?: string }).code,
  ];
  const MISSING = [403, 'second-person-missing'];
  const waiting = async (api: Api) =>
    (
      (await api.get('/v1/whereabouts-requests?limit=200').expect(200)).body as {
        items: WhereaboutsRequestResponse[];
      }
    ).items.map(({ id }) => id);
  const own = async (api: Api, id: string) =>
    (
      (await api.get(`/v1/registrations/${id}/whereabouts-requests/own`).expect(200)).body as {
        request?: WhereaboutsRequestResponse;
      }
    ).request;
  const idOf = async (username: string) =>
    (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id;
  const later = (id: string, hours: number) =>
    service.query(
      `UPDATE whereabouts_request SET asked_at = asked_at - make_interval(hours => $2),
         decided_at = decided_at - make_interval(hours => $2), open_until = open_until - make_interval(hours => $2)
       WHERE id = $1`,
      [id, hours],
    );
  /** As if time had passed, which the order of things forbids otherwise. */
  const passed = async (id: string, hours: number) => {
    await service.query('ALTER TABLE whereabouts_request DISABLE TRIGGER whereabouts_in_order');
    await later(id, hours);
    await service.query('ALTER TABLE whereabouts_request ENABLE TRIGGER whereabouts_in_order');
  };
  const violates = (constraint: string) => expect.objectContaining({ constraint });
  const actions = async (id: string) =>
    (
      await service.query<{ action: string }>(
        `SELECT action FROM audit_event WHERE subject_id = $1 AND (action LIKE '%whereabouts%' OR action LIKE '%disclosed')
         ORDER BY at`,
        [id],
      )
    ).map(({ action }) => action);

  it('is shown to whoever asked once another has agreed, to nobody else, and for eight hours', async () => {
    const id = await register();
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    expect(await own(officer, id)).toBeUndefined();
    const request = await asked(officer, id);
    expect(request).toMatchObject({ state: 'asked', reason: REASON, open: false, openUntil: null });
    expect(code(await add(officer, id, 'requests'))).toEqual([409, 'whereabouts-asked-already']);
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    expect(await waiting(another)).toContain(request.id);
    expect((await decide(another, request, 'agreed').expect(200)).body).toMatchObject({ state: 'agreed' });
    expect(await waiting(another)).not.toContain(request.id);
    expect(await own(officer, id)).toMatchObject({ open: true, state: 'agreed' });
    const shown = await disclose(officer, id).expect(200);
    expect(shown.body).toEqual({ location: { whereNow: 'Rumah Contoh' } });
    for (const api of [another, approver]) expect(code(await disclose(api, id))).toEqual(MISSING);
    expect(code(await disclose(officer, await register()))).toEqual(MISSING);
    expect(code(await add(officer, id, 'requests'))).toEqual([409, 'whereabouts-open-already']);
    expect(await actions(id)).toEqual([
      'registration.whereabouts-asked',
      'registration.whereabouts-agreed',
      'registration.disclosed',
    ]);
    const [event] = await service.query<{ detail: { whereabouts: string } }>(
      "SELECT detail FROM audit_event WHERE subject_id = $1 AND action = 'registration.disclosed'",
      [id],
    );
    expect(event!.detail.whereabouts).toBe(request.id);
    await passed(request.id, 8);
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    await asked(officer, id);
  });

  it('stays closed where the other does not agree, or says nothing within a day', async () => {
    const id = await register();
    const first = await asked(officer, id);
    await decide(approver, first, 'declined').expect(200);
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    const second = await asked(officer, id);
    await passed(second.id, 24);
    expect(await waiting(another)).not.toContain(second.id);
    expect(await own(officer, id)).toMatchObject({ state: 'lapsed' });
    expect(code(await decide(another, second, 'agreed'))).toEqual([409, 'whereabouts-decided']);
    const agreeing = `UPDATE whereabouts_request SET state = 'agreed', decided_by = $2, decided_at = now(), open_until = now() WHERE id = $1`;
    await expect(service.query(agreeing, [second.id, await idOf('officer2')])).rejects.toEqual(
      violates('whereabouts_decided_in_time'),
    );
    await asked(officer, id);
  });

  it('is never opened by the one who asks, for the database neither', async () => {
    const id = await register();
    const request = await asked(officer, id);
    expect(code(await decide(officer, request, 'agreed'))).toEqual([409, 'whereabouts-asked-by-you']);
    const sign = (by: string, until = '1 hour', state = 'agreed') =>
      service.query(
        `UPDATE whereabouts_request SET state = $4, decided_by = $2, decided_at = now(), open_until = now() + $3::interval
         WHERE id = $1`,
        [request.id, by, until, state],
      );
    const [self, other] = [await idOf('officer'), await idOf('officer2')];
    await expect(sign(self)).rejects.toEqual(violates('whereabouts_decided_by_another'));
    for (const username of ['supervisor', 'auditor', 'administrator'])
      await expect(sign(await idOf(username))).rejects.toEqual(violates('whereabouts_by_staff_in_force'));
    await expect(sign(other, '9 hours')).rejects.toEqual(violates('whereabouts_open_no_longer'));
    await expect(sign(other, '1 hour', 'right')).rejects.toEqual(violates('whereabouts_decided_once'));
    const open = `INSERT INTO whereabouts_request (id, post_id, registration_id, asked_by, reason_sealed, state, decided_by, decided_at, open_until)
      SELECT gen_random_uuid(), post_id, registration_id, asked_by, reason_sealed, 'agreed', $2, now(), now() FROM whereabouts_request WHERE id = $1`;
    await expect(service.query(open, [request.id, other])).rejects.toEqual(
      violates('whereabouts_decided_later'),
    );
  });

  it('is decided by nobody whose account waits, of another post, or of another role', async () => {
    const id = await register();
    const request = await asked(officer, id);
    const hire = hiring(service);
    await hire.make(await service.api('administrator'), 'made.alone', 'officer');
    const alone = await hire.takeOver('made.alone');
    expect(code(await decide(alone, request, 'agreed'))).toEqual([403, 'countersignature-missing']);
    const sign = `UPDATE whereabouts_request SET state = 'agreed', decided_by = $2, decided_at = now(), open_until = now() WHERE id = $1`;
    await expect(service.query(sign, [request.id, await idOf('made.alone')])).rejects.toEqual(
      violates('whereabouts_by_staff_in_force'),
    );
    const elsewhere = await officerElsewhere(service);
    await decide(elsewhere, request, 'agreed').expect(404);
    expect(await waiting(elsewhere)).toEqual([]);
    await expect(service.query(sign, [request.id, await idOf('officer.elsewhere')])).rejects.toEqual(
      violates('whereabouts_by_staff_in_force'),
    );
    for (const role of ['supervisor', 'auditor', 'analyst', 'home-agency'] as const)
      await decide(await service.api(role), request, 'agreed').expect(403);
  });

  it('is decided once, also by two who decide at the same moment', async () => {
    for (const verdicts of [
      ['agreed', 'declined'],
      ['declined', 'agreed'],
    ]) {
      const request = await asked(officer, await register());
      const answers = await inTurn(
        service,
        'SELECT FROM whereabouts_request WHERE id = $1 FOR UPDATE',
        [request.id],
        [another, approver].map((api, i) => () => decide(api, request, verdicts[i]!)),
      );
      expect(answers.map(code)).toEqual([
        [200, undefined],
        [409, 'whereabouts-decided'],
      ]);
      expect(answers[0]!.body).toMatchObject({ state: verdicts[0] });
    }
  });

  it('is asked for once, however often at the same moment', async () => {
    const id = await register();
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(officer, id, 'requests')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const opened = await Promise.all(Array.from({ length: 5 }, () => add(officer, id, 'openings')));
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is opened at once in danger, and stays on the list of the others until one has looked at it', async () => {
    const id = await register();
    await asked(officer, id);
    const opening = await asked(officer, id, 'openings');
    expect(opening).toMatchObject({ state: 'opened', open: true });
    await disclose(officer, id).expect(200);
    expect(code(await decide(officer, opening, 'right'))).toEqual([409, 'whereabouts-asked-by-you']);
    expect(code(await decide(another, opening, 'agreed'))).toEqual([422, 'invalid-input']);
    await passed(opening.id, 30);
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    expect(await waiting(another)).toContain(opening.id);
    await decide(another, opening, 'right').expect(200);
    expect(await waiting(another)).not.toContain(opening.id);
    expect(code(await disclose(officer, id))).toEqual(MISSING);
    expect((await actions(id)).slice(1)).toEqual([
      'registration.whereabouts-opened',
      'registration.disclosed',
      'registration.whereabouts-reviewed',
    ]);
  });

  it('stays open where the danger was real, and closes at once where it was none', async () => {
    for (const [verdict, expected] of [
      ['right', [200, undefined]],
      ['wrong', MISSING],
    ] as const) {
      const id = await register();
      const opening = await asked(officer, id, 'openings');
      await disclose(officer, id).expect(200);
      await decide(approver, opening, verdict).expect(200);
      expect(code(await disclose(officer, id))).toEqual(expected);
    }
  });

  it('leaves everything else as it was: other parts need no second person, and the person sees their own', async () => {
    const receipt = await service.register({ whereNow: 'Rumah Contoh' });
    for (const part of ['identity', 'contact', 'home', 'adult'])
      await disclose(officer, receipt.id, part).expect(200);
    const person = await service.person(receipt);
    const { body } = await person.get('/v1/registrations/own').expect(200);
    expect(body).toMatchObject({ location: { whereNow: 'Rumah Contoh' } });
  });
});
