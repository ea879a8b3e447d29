import { DrawWaiting } from '../../src/identity/assignment/draw-waiting.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { Database } from '../../src/platform/database/database.js';
import { hiring } from '../support/hiring.js';
import { type Service, startService } from '../support/service.js';
import { choose, identityOf, path } from './identity-file.js';

describe('a case with weak evidence', () => {
  let service: Service;
  let [officer, second, approver] = [] as unknown as ReturnType<typeof identityOf>[];
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await startService();
    [officer, second, approver] = await Promise.all(
      (['officer', 'officer2', 'approver'] as const).map(async (role) => identityOf(await service.api(role))),
    );
    for (const { id, username } of await service.query<{ id: string; username: string }>(
      'SELECT id, username FROM account',
    ))
      ids.set(username, id);
  });
  afterAll(() => service.stop());

  const weak = async () => {
    const { id } = await service.register();
    await officer!.record(id, 'interview').expect(201);
    await choose(service, id);
    return id;
  };
  /** The first officer has concluded; the lot fell on the second. */
  const concluded = async (outcome = 'verified', reasons: string[] = []) => {
    const id = await weak();
    await officer!.decide(id, 1, outcome, reasons).expect(200);
    return id;
  };
  const decided = (id: string) =>
    service.query<{ outcome: string; decided_by: string }>(
      'SELECT outcome, decided_by FROM identity_decision WHERE registration_id = $1',
      [id],
    );
  const requireVerified = (id: string) =>
    service.app
      .get(Database)
      .transaction([service.demonstration.postId], (tx) =>
        service.app.get(IdentityService).requireVerified(tx, id),
      );

  it('is not decided by one, and then by two who say the same', async () => {
    const id = await concluded();
    const waiting = await officer!.read(id);
    expect(waiting).toMatchObject({
      state: 'in-review',
      version: 2,
      review: {
        round: 1,
        awaits: 'second',
        assignedTo: ids.get('officer2'),
        assignedToYou: false,
        conclusions: [{ seat: 'first', outcome: 'verified', officer: ids.get('officer') }],
      },
    });
    await expect(requireVerified(id)).rejects.toMatchObject({ code: 'not-verified' });
    expect((await second!.own()).items).toContainEqual(
      expect.objectContaining({ registrationId: id, seat: 'second' }),
    );
    const answer = await second!.decide(id, 2, 'verified', ['evidence-agrees']).expect(200);
    expect(answer.body).toMatchObject({
      state: 'verified',
      level: 1,
      review: null,
      why: { rule: 'fair', officers: [ids.get('officer'), ids.get('officer2')] },
      version: 4,
    });
    expect((answer.body as { why: { evidence: string[] } }).why.evidence).toEqual([waiting.evidence[0]!.id]);
    expect(await requireVerified(id)).toBe(1);
    expect((await second!.own()).items.map(({ registrationId }) => registrationId)).not.toContain(id);
  });

  it('shows the second officer nothing of what the first concluded: not in the API, not in the database', async () => {
    const id = await concluded('refused', ['another-person']);
    for (const one of ['officer2', 'approver', 'supervisor', 'protection'] as const) {
      const answer = await (await service.api(one)).get(path(id)).expect(200);
      expect(answer.body).toMatchObject({ state: 'in-review', review: { conclusions: [] } });
      expect(answer.text).not.toContain('refused');
      expect(answer.text).not.toContain('another-person');
    }
    const rowsSeenBy = (account: string) =>
      service.app.get(Database).transaction([service.demonstration.postId], async (tx) => {
        await tx.query("SELECT set_config('pulang.officer', $1, true)", [account]);
        return tx.query<{ outcome: string }[]>(
          `SELECT outcome FROM identity_opinion o JOIN identity_round r ON r.id = o.round_id
           WHERE r.registration_id = $1`,
          [id],
        );
      });
    expect(await rowsSeenBy(ids.get('officer2')!)).toEqual([]);
    expect(await rowsSeenBy('')).toEqual([]);
    expect(await rowsSeenBy(ids.get('officer')!)).toEqual([{ outcome: 'refused' }]);
    const audited = await service.query<{ text: string }>(
      "SELECT detail::text AS text FROM audit_event WHERE subject_id = $1 AND action = 'identity.concluded'",
      [id],
    );
    expect(audited).toEqual([{ text: '{"seat": 1}' }]);
    // without the policy it would be there: the test can fail
    await service.query('DROP POLICY blind_until_two ON identity_opinion');
    expect(await rowsSeenBy(ids.get('officer2')!)).toEqual([{ outcome: 'refused' }]);
    await service.query(`CREATE POLICY blind_until_two ON identity_opinion AS RESTRICTIVE FOR SELECT USING (
      officer_id = current_officer() OR EXISTS (SELECT FROM identity_round r WHERE r.id = round_id AND r.opinions >= 2))`);
  });

  it('goes to an approver where two differ, who sees both', async () => {
    const id = await concluded('verified');
    await second!.decide(id, 2, 'refused', ['evidence-false']).expect(200);
    expect(await decided(id)).toEqual([]);
    expect(await approver!.read(id)).toMatchObject({
      review: {
        awaits: 'third',
        assignedToYou: true,
        conclusions: [{ outcome: 'verified' }, { outcome: 'refused' }],
      },
    });
    expect((await officer!.decide(id, 3, 'verified').expect(409)).body).toMatchObject({
      code: 'not-assigned',
    });
    const answer = await approver!.decide(id, 3, 'refused', ['evidence-false']).expect(200);
    expect(answer.body).toMatchObject({ state: 'refused', why: { rule: null, evidence: [] } });
  });

  it('needs more where one of two says so', async () => {
    const id = await concluded('verified');
    await second!.decide(id, 2, 'more-needed', ['photo-needed']).expect(200);
    expect(await officer!.read(id)).toMatchObject({ state: 'more-needed', reasons: ['photo-needed'] });
  });

  it('takes two to turn somebody away, whatever the evidence, and meanwhile nothing that was decided stands', async () => {
    const { id } = await service.register();
    await officer!.record(id, 'passport').expect(201);
    await choose(service, id);
    await officer!.decide(id, 1, 'verified').expect(200);
    await choose(service, id);
    await officer!.decide(id, 2, 'not-a-national', ['other-nationality']).expect(200);
    await expect(requireVerified(id)).rejects.toMatchObject({ code: 'not-verified' });
    await second!.decide(id, 3, 'not-a-national', ['not-in-registry']).expect(200);
    expect(await officer!.read(id)).toMatchObject({
      state: 'not-a-national',
      reasons: ['other-nationality', 'not-in-registry'],
    });
  });

  it('cannot be decided by the first again, by anybody who was not drawn, or by an approver alone', async () => {
    const id = await concluded();
    for (const one of [officer!, approver!])
      expect((await one.decide(id, 2, 'verified').expect(409)).body).toMatchObject({ code: 'not-assigned' });
    const untouched = await weak();
    await approver!.decide(untouched, 1, 'more-needed', ['photo-needed']).expect(409);
  });

  it('is decided once where the second officer sends it many times at once', async () => {
    const id = await concluded();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => second!.decide(id, 2, 'verified').then(({ status }) => status)),
    );
    expect(answers.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    expect(await decided(id)).toHaveLength(1);
  });

  it('has one round where two first conclusions come at once', async () => {
    const id = await weak();
    const answers = await Promise.all([
      officer!.decide(id, 1, 'verified'),
      officer!.decide(id, 1, 'refused', ['evidence-false']),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(
      await service.query('SELECT opinions FROM identity_round WHERE registration_id = $1', [id]),
    ).toEqual([{ opinions: 1 }]);
  });

  it('keeps two different officers and one seat each, whatever else fails: the database says so', async () => {
    const id = await concluded();
    const [round] = await service.query<{ id: string; post_id: string }>(
      'SELECT id, post_id FROM identity_round WHERE registration_id = $1',
      [id],
    );
    const opinion = (seat: number, who: string) =>
      service.query(
        `INSERT INTO identity_opinion (id, post_id, round_id, seat, officer_id, outcome, reasons)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, 'verified', '{}')`,
        [round!.post_id, round!.id, seat, ids.get(who)],
      );
    await expect(opinion(2, 'officer')).rejects.toMatchObject({
      constraint: 'one_identity_opinion_per_officer',
    });
    await expect(opinion(1, 'officer2')).rejects.toMatchObject({ constraint: 'identity_opinion_seat_once' });
    await expect(
      service.query(
        `INSERT INTO identity_assignment (id, post_id, round_id, seat, officer_id, drawn_from)
         VALUES (gen_random_uuid(), $1, $2, 2, $3, 1)`,
        [round!.post_id, round!.id, ids.get('approver')],
      ),
    ).rejects.toMatchObject({ constraint: 'one_officer_per_identity_seat' });
  });

  it('begins anew where evidence against the person comes in meanwhile', async () => {
    const id = await concluded();
    await officer!.record(id, 'family-card', { agrees: false }).expect(201);
    expect(await second!.read(id)).toMatchObject({ review: null, suggestion: { outcome: 'more-needed' } });
    await choose(service, id);
    await officer!.decide(id, 4, 'refused', ['evidence-false']).expect(200);
    const answer = await second!.read(id);
    expect(answer.review).toMatchObject({ round: 2, conclusions: [] });
    // a reopened case does not give away what was concluded before either
    const rows = await service.app.get(Database).transaction([service.demonstration.postId], async (tx) => {
      await tx.query("SELECT set_config('pulang.officer', $1, true)", [ids.get('officer2')]);
      return tx.query<unknown[]>(
        'SELECT FROM identity_opinion o JOIN identity_round r ON r.id = o.round_id WHERE r.registration_id = $1',
        [id],
      );
    });
    expect(rows).toEqual([]);
  });

  describe('falls on nobody', () => {
    it('who is tied to the person: they may not even gather evidence', async () => {
      const id = await weak();
      await second!.tie(id, 'same-family-name').expect(204);
      await second!.tie(id, 'same-family-name').expect(204);
      await officer!.decide(id, 1, 'verified').expect(200);
      expect((await officer!.read(id)).review).toMatchObject({ assignedTo: null });
      for (const tried of [second!.record(id, 'family-card'), second!.decide(id, 2, 'verified')])
        expect((await tried.expect(409)).body).toMatchObject({ code: 'tied-to-person' });
      expect((await second!.read(id)).tied).toBe(true);
    });

    it('who says so after they were drawn', async () => {
      const id = await concluded();
      await second!.tie(id, 'interpreter').expect(204);
      expect((await officer!.read(id)).review).toMatchObject({ assignedTo: null });
    });

    it('who gathered evidence as the first did', async () => {
      const id = await weak();
      await second!.record(id, 'interview').expect(201);
      await officer!.decide(id, 2, 'verified').expect(200);
      expect((await officer!.read(id)).review).toMatchObject({ assignedTo: null });
    });

    it('who is away, until they are back', async () => {
      const held = await concluded();
      expect((await second!.available(false).expect(200)).body).toEqual({ available: false, items: [] });
      expect((await officer!.read(held)).review).toMatchObject({ assignedTo: null });
      const id = await concluded();
      await service.app.get(DrawWaiting).drawAll();
      expect((await officer!.read(id)).review).toMatchObject({ assignedTo: null });
      await second!.available(true).expect(200);
      await Promise.all([service.app.get(DrawWaiting).drawAll(), service.app.get(DrawWaiting).drawAll()]);
      for (const one of [held, id])
        expect((await officer!.read(one)).review).toMatchObject({ assignedTo: ids.get('officer2') });
    });

    it('who has gone home', async () => {
      const id = await concluded();
      await service.query(
        "UPDATE identity_assignment SET assigned_at = now() - interval '1 hour' WHERE ended_at IS NULL",
      );
      await service.query('UPDATE session SET ended_at = now() WHERE subject_id = $1 AND ended_at IS NULL', [
        ids.get('officer2'),
      ]);
      await service.app.get(DrawWaiting).drawAll();
      expect((await officer!.read(id)).review).toMatchObject({ assignedTo: null });
    });
  });

  it('falls on whoever it fell on before, so that nobody has it drawn until it falls on a friend', async () => {
    const administrator = await service.api('administrator');
    const hire = hiring(service);
    for (const username of ['officer3', 'officer4', 'officer5']) {
      await hire.make(administrator, username, 'officer');
      await hire.takeOver(username);
    }
    const id = await weak();
    const drawn = [];
    for (let round = 1; round <= 6; round++) {
      const { version } = await officer!.read(id);
      await officer!.decide(id, version, 'refused', ['evidence-false']).expect(200);
      drawn.push((await officer!.read(id)).review!.assignedTo);
      await officer!.record(id, 'family-card', { agrees: false }).expect(201);
      await choose(service, id);
    }
    expect(drawn).toEqual(Array(6).fill(drawn[0]));
  });
});
