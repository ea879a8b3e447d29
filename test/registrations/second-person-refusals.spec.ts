import { officerElsewhere } from '../support/another-post.js';
import { identityOf } from '../identity/identity-file.js';
import { hiring } from '../support/hiring.js';
import { inTurn } from '../support/in-turn.js';
import { type Api, type Service, startService } from '../support/service.js';
import { code, MISSING, secondPersonsOf, violates } from './second-persons.js';

/** As much as somebody opens alone, in danger, before another person has looked at any of it. */
const MOST_ALONE = 10;
const ALONE_IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('opened alone ' || $1, 0))`;
const HOLD = 'SELECT FROM second_person_request WHERE id = $1 FOR UPDATE';

describe.each(['location', 'statements'] as const)('what nobody sees alone is refused: %s', (kind) => {
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

  it('is never opened by the one who asks, for the database neither', async () => {
    const id = await acts.register(officer);
    const request = await acts.asked(officer, id);
    expect(code(await acts.decide(officer, request, 'agreed'))).toEqual([409, 'second-person-asked-by-you']);
    const sign = (by: string, until = '1 hour', state = 'agreed') =>
      service.query(
        `UPDATE second_person_request SET state = $4, decided_by = $2, decided_at = now(), open_until = now() + $3::interval
         WHERE id = $1`,
        [request.id, by, until, state],
      );
    const [self, other] = [await acts.idOf('officer'), await acts.idOf('officer2')];
    await expect(sign(self)).rejects.toEqual(violates('second_person_decided_by_another'));
    for (const username of ['supervisor', 'auditor', 'administrator'])
      await expect(sign(await acts.idOf(username))).rejects.toEqual(
        violates('second_person_by_staff_in_force'),
      );
    await expect(sign(other, '9 hours')).rejects.toEqual(violates('second_person_open_no_longer'));
    await expect(sign(other, '1 hour', 'right')).rejects.toEqual(violates('second_person_decided_once'));
    const open = `INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state, decided_by, decided_at, open_until)
      SELECT gen_random_uuid(), post_id, registration_id, asked_by, reason_sealed, kind, 'agreed', $2, now(), now() FROM second_person_request WHERE id = $1`;
    await expect(service.query(open, [request.id, other])).rejects.toEqual(
      violates('second_person_decided_later'),
    );
  });

  it('is decided by nobody whose account waits, of another post, or of another role', async () => {
    const id = await acts.register(officer);
    const request = await acts.asked(officer, id);
    const hire = hiring(service);
    await hire.make(await service.api('administrator'), 'made.alone', 'officer');
    const alone = await hire.enter('made.alone');
    expect(code(await acts.decide(alone, request, 'agreed'))).toEqual([403, 'countersignature-missing']);
    const sign = `UPDATE second_person_request SET state = 'agreed', decided_by = $2, decided_at = now(), open_until = now() WHERE id = $1`;
    await expect(service.query(sign, [request.id, await acts.idOf('made.alone')])).rejects.toEqual(
      violates('second_person_by_staff_in_force'),
    );
    const elsewhere = await officerElsewhere(service);
    await acts.decide(elsewhere, request, 'agreed').expect(404);
    expect(await acts.waiting(elsewhere)).toEqual([]);
    await expect(service.query(sign, [request.id, await acts.idOf('officer.elsewhere')])).rejects.toEqual(
      violates('second_person_by_staff_in_force'),
    );
    for (const role of ['supervisor', 'auditor', 'analyst', 'home-agency'] as const)
      await acts.decide(await service.api(role), request, 'agreed').expect(403);
  });

  it('is decided by nobody who is tied to the person, is not laid before them, and not by the database either', async () => {
    for (const [way, verdict] of [
      ['second-person-requests', 'agreed'],
      ['danger-openings', 'right'],
    ] as const) {
      const id = await acts.register(officer);
      const request = await acts.asked(officer, id, way);
      await identityOf(another).tie(id).expect(204);
      expect(await acts.waiting(another)).not.toContain(request.id);
      expect(await acts.waiting(approver)).toContain(request.id);
      expect(code(await acts.decide(another, request, verdict))).toEqual([409, 'tied-to-person']);
      const sign = `UPDATE second_person_request SET state = $3, decided_by = $2, decided_at = now(), open_until = now() WHERE id = $1`;
      await expect(service.query(sign, [request.id, await acts.idOf('officer2'), verdict])).rejects.toEqual(
        violates('second_person_not_tied'),
      );
      // whoever asked and is tied sees that theirs still waits
      await identityOf(officer).tie(id).expect(204);
      expect(await acts.waiting(officer)).toContain(request.id);
      await acts.decide(approver, request, verdict).expect(200);
    }
  });

  it('is neither asked for nor opened in danger by whoever is tied to the person, and closed to them where it was open', async () => {
    const id = await acts.register(officer);
    await acts.decide(approver, await acts.asked(another, id), 'agreed').expect(200);
    await acts.disclose(another, id).expect(200);
    const tried = await acts.register(officer);
    for (const one of [id, tried]) await identityOf(another).tie(one).expect(204);
    expect(code(await acts.disclose(another, id))).toEqual([409, 'tied-to-person']);
    for (const way of ['second-person-requests', 'danger-openings'] as const)
      expect(code(await acts.add(another, tried, way))).toEqual([409, 'tied-to-person']);
    const add = `INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state)
      SELECT gen_random_uuid(), post_id, $1, asked_by, reason_sealed, kind, 'asked' FROM second_person_request WHERE registration_id = $2`;
    await expect(service.query(add, [tried, id])).rejects.toEqual(violates('second_person_asker_not_tied'));
    expect(await acts.actions(tried)).toEqual([]);
    const protection = await service.api('protection');
    const request = await acts.asked(officer, tried);
    await identityOf(protection).tie(tried).expect(204);
    expect(await acts.waiting(protection)).not.toContain(request.id);
    expect(code(await acts.add(protection, tried, 'danger-openings'))).toEqual([409, 'tied-to-person']);
  });

  it('is decided once, also by two who decide at the same moment', async () => {
    for (const verdicts of [
      ['agreed', 'declined'],
      ['declined', 'agreed'],
    ]) {
      const request = await acts.asked(officer, await acts.register(officer));
      const answers = await inTurn(
        service,
        HOLD,
        [request.id],
        [another, approver].map((api, i) => () => acts.decide(api, request, verdicts[i]!)),
      );
      expect(answers.map(code)).toEqual([
        [200, undefined],
        [409, 'second-person-decided'],
      ]);
      expect(answers[0]!.body).toMatchObject({ state: verdicts[0] });
    }
  });

  it('is asked for once, however often at the same moment', async () => {
    const id = await acts.register(officer);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => acts.add(officer, id, 'second-person-requests')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => acts.add(officer, id, 'danger-openings')),
    );
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is opened alone so often and no more before another has looked at one of them, all at the same moment too', async () => {
    const protection = await service.api('protection');
    const ids = await Promise.all(Array.from({ length: MOST_ALONE + 1 }, () => acts.register(officer)));
    const open = (id: string) => acts.add(protection, id, 'danger-openings');
    const [last, late] = ids.splice(0, 2) as [string, string];
    const opened = await Promise.all(ids.map(open));
    expect(opened.filter(({ status }) => status === 201)).toHaveLength(MOST_ALONE - 1);
    const answers = await inTurn(
      service,
      ALONE_IN_TURN,
      [await acts.idOf('protection')],
      [() => open(last), () => open(late)],
    );
    expect(answers.map(code)).toEqual([
      [201, undefined],
      [409, 'second-person-looks-first'],
    ]);
    expect(code(await acts.disclose(protection, late))).toEqual(MISSING);
    const opening = `INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state, open_until)
      SELECT gen_random_uuid(), post_id, $1, asked_by, reason_sealed, kind, 'opened', now() FROM second_person_request WHERE id = $2`;
    await expect(service.query(opening, [late, (opened[0]!.body as { id: string }).id])).rejects.toEqual(
      violates('second_person_looks_first'),
    );
    await acts.asked(protection, late);
    await acts.decide(approver, opened[0]!.body as { id: string }, 'right').expect(200);
    await open(late).expect(201);
  });

  it('is agreed to by nobody once it has lapsed, or the person is erased, also at the same moment', async () => {
    const late = await acts.asked(officer, await acts.register(officer));
    await acts.passed(late.id, 24);
    const again = await inTurn(
      service,
      HOLD,
      [late.id],
      [
        () => acts.add(officer, late.registrationId, 'second-person-requests'),
        () => acts.decide(another, late, 'agreed'),
      ],
    );
    expect(again.map(code)).toEqual([
      [201, undefined],
      [409, 'second-person-decided'],
    ]);
    for (const eraseFirst of [true, false]) {
      const request = await acts.asked(officer, await acts.register(officer));
      const turns: (() => Promise<unknown>)[] = [
        async () => code(await acts.decide(another, request, 'agreed')),
        () => acts.erase(request.registrationId),
      ];
      const answers = await inTurn(service, HOLD, [request.id], eraseFirst ? turns.reverse() : turns);
      expect(answers).toContainEqual(eraseFirst ? [409, 'second-person-decided'] : [200, undefined]);
      expect(code(await acts.disclose(officer, request.registrationId))).toEqual(
        eraseFirst ? MISSING : [409, 'erased'],
      );
      expect(code(await acts.add(officer, request.registrationId, 'danger-openings'))).toEqual([
        409,
        'erased',
      ]);
    }
  });
});
