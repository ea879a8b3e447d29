import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { act, arrive, atWork, bodyOf, checkIn, next, saveWaiting } from './visits.js';

describe('calling', () => {
  let service: Service;
  let first: Api;
  let second: Api;
  beforeAll(async () => {
    service = await startService();
    [first, second] = (await atWork(service, 2)) as [Api, Api];
  });
  afterEach(() =>
    service.query(
      "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now(), parked_at = NULL WHERE ended_at IS NULL",
    ),
  );
  afterAll(() => service.stop());

  const call = async (api: Api) => bodyOf<TicketResponse>(await next(api).expect(200));
  const done = async (api: Api, name: string, ticket: TicketResponse, body?: object) =>
    bodyOf<TicketResponse>(await act(api, name, ticket, body).expect(200));
  const bookings = async ({ registrationId }: TicketResponse) =>
    (
      await service.query<{ status: string }>(
        'SELECT status FROM booking WHERE registration_id = $1 ORDER BY booked_at, status DESC',
        [registrationId],
      )
    ).map(({ status }) => status);

  it('answers nothing where nobody waits', async () => {
    const answer = await next(first).expect(204);
    expect(answer.text).toBe('');
  });

  it('follows the band, then the time of the appointment, then who came first', async () => {
    const [late, one, two, high, urgent] = await saveWaiting(service, [2, 2, 2, 1, 0]);
    await service.query("UPDATE ticket SET due_at = due_at + interval '1 hour' WHERE id = $1", [late]);
    const order: string[] = [];
    for (let i = 0; i < 5; i++) {
      const ticket = await call(first);
      order.push(ticket.id);
      await done(first, 'finish', ticket, { outcome: 'done' });
    }
    expect(order).toEqual([urgent, high, one, two, late]);
  });

  it('leads one person through call, recall, start and finish, keeps the appointment, and books again who has to come back', async () => {
    await arrive(service, first, 1);
    const called = await call(first);
    expect(called).toMatchObject({ status: 'called', counter: 1, timesCalled: 1, version: 2 });
    const recalled = await done(first, 'recall', called);
    expect(recalled).toMatchObject({ status: 'called', timesCalled: 2, calledAt: called.calledAt });
    const started = await done(first, 'start', recalled);
    expect(started).toMatchObject({ status: 'serving', servingSince: expect.any(String) as string });
    const finished = await done(first, 'finish', started, { outcome: 'come-back' });
    expect(finished).toMatchObject({ status: 'finished', version: 5 });
    expect((await bookings(finished)).toSorted()).toEqual(['booked', 'kept']);
    expect(await service.query('SELECT outcome FROM ticket WHERE id = $1', [called.id])).toEqual([
      { outcome: 'come-back' },
    ]);
    const acts = await service.query<{ action: string }>(
      'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at',
      [called.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(
      ['checked-in', 'called', 'called-again', 'started', 'finished'].map((done) => `queue.${done}`),
    );
  });

  it('books again whoever does not come, says why, and frees the counter', async () => {
    await arrive(service, first, 1);
    const missed = await done(first, 'missed', await call(first));
    expect(missed.status).toBe('missed');
    expect(await bookings(missed)).toEqual(['missed', 'booked']);
    expect(
      await service.query(
        "SELECT outcome, detail ->> 'reason' AS reason FROM ticket JOIN audit_event ON subject_id = ticket.id AND action = 'queue.missed' WHERE ticket.id = $1",
        [missed.id],
      ),
    ).toEqual([{ outcome: 'did-not-come', reason: 'did-not-come' }]);
    await next(first).expect(204);
  });

  it('keeps the place of a person who is parked', async () => {
    const [one, two, three] = await saveWaiting(service, [2, 2, 2]);
    const parked = await done(first, 'park', await call(first));
    expect(parked).toMatchObject({
      id: one,
      status: 'parked',
      counter: null,
      parkedAt: expect.any(String) as string,
    });
    expect(bodyOf<{ items: object[] }>(await first.get('/v1/tickets/parked').expect(200)).items).toEqual([
      parked,
    ]);
    const other = await call(first);
    expect(other.id).toBe(two);
    // another officer may let the person wait again
    expect(await done(second, 'resume', parked)).toMatchObject({
      status: 'waiting',
      ahead: 0,
      parkedAt: null,
    });
    expect((await call(second)).id).toBe(one);
    await done(first, 'finish', other, { outcome: 'done' });
    expect((await call(first)).id).toBe(three);
  });

  it('refuses a change made looking at an older state, or at nothing', async () => {
    await saveWaiting(service, [2]);
    const called = await call(first);
    await done(first, 'start', called);
    for (const name of ['recall', 'start', 'park', 'missed'])
      expect((await act(first, name, called).expect(412)).body).toMatchObject({
        code: 'ticket-changed',
        detail: 'Begun by Officer Contoh. Look at what changed, then decide again.',
      });
    await first.post(`/v1/tickets/${called.id}/park`).send().expect(428);
  });

  it.each([
    ['waiting', ['recall', 'start', 'park', 'resume', 'missed', 'finish']],
    ['called', ['resume']],
    ['serving', ['recall', 'start', 'resume', 'missed']],
    ['parked', ['recall', 'start', 'park', 'finish']],
    ['finished', ['recall', 'start', 'park', 'resume', 'missed', 'finish']],
  ])('refuses from %s: %j', async (status, acts) => {
    const [id] = await saveWaiting(service, [2]);
    let ticket = bodyOf<TicketResponse>(await first.get(`/v1/tickets/${id}`).expect(200));
    if (status !== 'waiting') ticket = await call(first);
    if (status === 'serving') ticket = await done(first, 'start', ticket);
    if (status === 'parked') ticket = await done(first, 'park', ticket);
    if (status === 'finished') ticket = await done(first, 'finish', ticket, { outcome: 'done' });
    expect(ticket.status).toBe(status);
    for (const name of acts) {
      const answer = await act(first, name, ticket, name === 'finish' ? { outcome: 'done' } : {});
      expect({ name, status: answer.status, code: bodyOf<{ code: string }>(answer).code }).toEqual({
        name,
        status: 409,
        code: 'ticket-state',
      });
    }
  });

  it('leaves a person to the officer at whose counter they are, or to a supervisor', async () => {
    await saveWaiting(service, [2]);
    const called = await call(first);
    expect((await act(second, 'missed', called).expect(409)).body).toMatchObject({
      code: 'at-another-counter',
    });
    await done(await service.api('supervisor'), 'park', called);
  });

  it('refuses other roles, and hides the case from another post', async () => {
    const [ticket] = await arrive(service, first, 1);
    for (const role of [
      'protection',
      'approver',
      'analyst',
      'auditor',
      'administrator',
      'home-agency',
    ] as const)
      await act(await service.api(role), 'missed', ticket!).expect(403);
    await next(await service.api('supervisor')).expect(403);
    const elsewhere = await officerElsewhere(service);
    await act(elsewhere, 'missed', ticket!).expect(404);
    await elsewhere.get(`/v1/tickets/${ticket!.id}`).expect(404);
    const unknown = await checkIn(elsewhere, { reference: ticket!.reference }).expect(422);
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/reference', code: 'case-not-found' }] });
    expect(bodyOf<{ waiting: number }>(await elsewhere.get('/v1/queue').expect(200)).waiting).toBe(0);
  });

  it('changes nothing where what goes out with the commit fails', async () => {
    const [id] = await saveWaiting(service, [2]);
    const failing = async (action: string, work: () => Promise<unknown>) => {
      await service.query(
        `ALTER TABLE audit_event ADD CONSTRAINT refused_here CHECK (action <> '${action}') NOT VALID`,
      );
      await work();
      await service.query('ALTER TABLE audit_event DROP CONSTRAINT refused_here');
    };
    const status = () => service.query('SELECT status, version FROM ticket WHERE id = $1', [id]);
    await failing('queue.called', () => next(first).expect(500));
    expect(await status()).toEqual([{ status: 'waiting', version: 1 }]);
    const called = await call(first);
    await failing('queue.started', () => act(first, 'start', called).expect(500));
    expect(await status()).toEqual([{ status: 'called', version: 2 }]);
    await failing('appointment.kept', () => act(first, 'finish', called, { outcome: 'done' }).expect(500));
    expect(await status()).toEqual([{ status: 'called', version: 2 }]);
  });

  it('calls nobody who waits at another post', async () => {
    await saveWaiting(service, [0]);
    const [counter] = await service.query<{ id: string }>(
      "SELECT c.id FROM counter c JOIN post p ON p.id = c.post_id WHERE p.code = 'VTE' LIMIT 1",
    );
    const answer = await service
      .everyone()
      .post('/v1/sessions')
      .send({ username: 'officer.elsewhere', password: 'seven quiet herons crossing' });
    const elsewhere = service.as(bodyOf<{ accessToken: string }>(answer).accessToken);
    await elsewhere.post('/v1/counter-sessions').send({ counterId: counter!.id }).expect(201);
    await next(elsewhere).expect(204);
  });
});
