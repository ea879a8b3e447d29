import { Client } from 'pg';
import { CALL_NEXT_SQL } from '../../src/queue/calling/call-next.sql.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { RESTORE_SQL } from '../../src/queue/undo/undo.sql.js';
import { type Api, type Service, startService } from '../support/service.js';
import { untilBlocked } from '../support/until-blocked.js';
import { act, arrive, atWork, bodyOf, countersOf, next, saveWaiting } from './visits.js';

describe('undo', () => {
  let service: Service;
  let officer: Api;
  let others: Api[];
  let counters: string[];
  beforeAll(async () => {
    service = await startService();
    [officer, ...others] = (await atWork(service, 8)) as [Api, ...Api[]];
    counters = await countersOf(service, 8);
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
  const undo = (ticket: TicketResponse, api = officer) => act(api, 'undo', ticket);
  const refused = async (ticket: TicketResponse, status: number, code: string, api = officer) => {
    const { body } = await undo(ticket, api).expect(status);
    expect(body).toMatchObject({ code });
    return bodyOf<{ detail: string }>({ body }).detail;
  };
  const bookings = async ({ registrationId }: TicketResponse) =>
    (
      await service.query<{ status: string }>(
        'SELECT status FROM booking WHERE registration_id = $1 ORDER BY status',
        [registrationId],
      )
    ).map(({ status }) => status);

  it.each([
    ['finish', { outcome: 'done' }, 'serving'],
    ['finish', { outcome: 'come-back' }, 'serving'],
    ['finish', { outcome: 'done' }, 'called'],
    ['park', {}, 'serving'],
    ['missed', {}, 'called'],
    ['transfer', { to: 1, note: 'Speaks quietly' }, 'serving'],
  ])('takes back %s %j where it was %s, and keeps both on record', async (name, given, from) => {
    await arrive(service, officer, 1);
    let ticket = await call(officer);
    if (from === 'serving') ticket = await done(officer, 'start', ticket);
    const body = 'to' in given ? { counterId: counters[1], note: given.note } : given;
    const changed = await done(officer, name, ticket, body);
    const back = bodyOf<TicketResponse>(await undo(changed).expect(200));
    expect(back).toEqual({ ...ticket, version: changed.version + 1 });
    expect((await bookings(ticket)).filter((status) => status !== 'cancelled')).toEqual(['checked-in']);
    expect((await call(officer)).id).toBe(ticket.id);
    const acts = await service.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE subject_id = $1 AND subject_kind = 'ticket' ORDER BY at DESC LIMIT 2",
      [ticket.id],
    );
    expect(acts[0]!.action).toBe('queue.undone');
    expect(acts[1]!.action).toMatch(/finished|parked|missed|transferred/);
    expect(
      await service.query("SELECT FROM message WHERE state = 'queued' AND kind = 'appointment-booked'"),
    ).toHaveLength(0);
    await done(officer, 'finish', back, { outcome: 'done' });
  });

  it('is refused once another has acted, with who did what', async () => {
    await saveWaiting(service, [2]);
    const parked = await done(officer, 'park', await call(officer));
    const resumed = await done(others[0]!, 'resume', parked);
    expect(await refused(parked, 412, 'ticket-changed')).toContain('Back in the queue by Officer Contoh');
    expect(await refused(resumed, 412, 'ticket-changed')).toContain('Back in the queue by Officer Contoh');
    await call(others[0]!);
  });

  it('is for the officer who acted, for fifteen seconds, at the same free counter', async () => {
    const [first, second] = await saveWaiting(service, [2, 2]);
    const parked = await done(officer, 'park', await call(officer));
    expect(parked.id).toBe(first);
    await refused(parked, 412, 'ticket-changed', others[0]);
    await refused(parked, 412, 'ticket-changed', await service.api('supervisor'));
    await undo(parked, await service.api('approver')).expect(403);
    const busy = await call(officer);
    expect(busy.id).toBe(second);
    await refused(parked, 409, 'undo-counter-taken');
    const finished = await done(officer, 'finish', busy, { outcome: 'done' });
    await officer.delete('/v1/counter-sessions/current').expect(204);
    await refused(finished, 409, 'no-counter');
    await officer.post('/v1/counter-sessions').send({ counterId: counters[0] }).expect(201);
    await refused(finished, 409, 'no-counter');
    await service.query(
      `ALTER TABLE audit_event DISABLE TRIGGER append_only;
       UPDATE audit_event SET at = at - interval '15 seconds';
       ALTER TABLE audit_event ENABLE TRIGGER append_only`,
    );
    await refused(finished, 409, 'undo-too-late');
  });

  it('and a call at the same moment put one person at the counter, not two', async () => {
    for (let i = 0; i < 6; i++) {
      await saveWaiting(service, [2, 2]);
      const finished = await done(officer, 'finish', await call(officer), { outcome: 'done' });
      const [undone, called, again] = await Promise.all([undo(finished), next(officer), next(officer)]);
      const ids = new Set([called, again].map((answer) => bodyOf<TicketResponse>(answer).id));
      expect(ids.size).toBe(1);
      if (undone.status === 200) expect(ids).toEqual(new Set([finished.id]));
      else expect([undone.status, ids.has(finished.id)]).toEqual([409, false]);
      expect(await atCounters()).toEqual([1]);
      await service.query(
        "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now() WHERE ended_at IS NULL",
      );
    }
  });

  it('twice at once, and a transfer twice at once, are done once', async () => {
    await saveWaiting(service, [2]);
    const parked = await done(officer, 'park', await call(officer));
    const twice = await Promise.all([undo(parked), undo(parked)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 412]);
    const back = bodyOf<TicketResponse>(twice.find(({ status }) => status === 200)!);
    const handed = await Promise.all(
      [0, 1].map(() => act(officer, 'transfer', back, { counterId: counters[1] })),
    );
    expect(handed.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await service.query('SELECT FROM ticket_transfer WHERE ticket_id = $1', [back.id])).toHaveLength(
      1,
    );
  });

  it('never: somebody handed over while every counter calls is called by one, the right one', async () => {
    for (let i = 0; i < 4; i++) {
      const waiting = await saveWaiting(service, [2, 2, 2, 2, 2]);
      const ticket = await call(officer);
      const [handed, ...called] = await Promise.all([
        act(officer, 'transfer', ticket, { counterId: counters[1] }),
        ...others.slice(1, 5).map((other) => next(other)),
      ]);
      expect(handed.status).toBe(200);
      const ids = called.map((answer) => bodyOf<TicketResponse>(answer).id);
      expect(new Set(ids)).toEqual(new Set(waiting.filter((id) => id !== ticket.id)));
      expect((await call(others[0]!)).id).toBe(ticket.id);
      const undone = await refused(bodyOf<TicketResponse>(handed), 412, 'ticket-changed');
      expect(undone).toContain('Called by Officer Contoh');
      await service.query(
        "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now() WHERE ended_at IS NULL",
      );
    }
  });

  /** How many people are at each counter that has any. */
  const atCounters = async () =>
    (
      await service.query<{ people: number }>(
        "SELECT count(*)::int AS people FROM ticket WHERE status IN ('called', 'serving') GROUP BY counter_session_id",
      )
    ).map(({ people }) => people);

  describe('without the lock on the counter', () => {
    /** A call has been made and is not committed when somebody is put back to the same counter. */
    async function undoAgainstCall() {
      await saveWaiting(service, [2, 2]);
      const finished = await done(officer, 'finish', await call(officer), { outcome: 'done' });
      const [session] = await service.query<{ id: string; account: string }>(
        `SELECT s.id, s.account_id AS account FROM ticket t JOIN counter_session s ON s.id = t.counter_session_id
         WHERE t.id = $1`,
        [finished.id],
      );
      const [a, b] = await Promise.all([connect(), connect()]);
      await a.query('BEGIN');
      await a.query(CALL_NEXT_SQL, [service.demonstration.postId, session!.account]);
      const second = b
        .query(RESTORE_SQL, [finished.id, 'serving', session!.id])
        .then(() => 'restored')
        .catch((error: Error & { constraint?: string }) => error.constraint ?? error.message);
      await untilBlocked(service.query, second);
      await a.query('COMMIT');
      const outcome = await second;
      await Promise.all([a.end(), b.end()]);
      return { outcome, people: await atCounters() };
    }

    async function connect(): Promise<Client> {
      const client = new Client({ connectionString: service.database.appUrl });
      await client.connect();
      await client.query("SELECT set_config('pulang.posts', $1, false)", [service.demonstration.postId]);
      return client;
    }

    it('an index still keeps two people apart', async () => {
      expect(await undoAgainstCall()).toEqual({ outcome: 'one_person_per_counter', people: [1] });
    });

    it('and without that index two people are at one counter', async () => {
      await service.query('DROP INDEX one_person_per_counter');
      expect(await undoAgainstCall()).toEqual({ outcome: 'restored', people: [2] });
    });
  });
});
