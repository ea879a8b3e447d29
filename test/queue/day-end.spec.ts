import { DayEnd } from '../../src/queue/check-in/day-end.js';
import { TicketFollowing } from '../../src/queue/tickets/ticket-following.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { act, arrive, atWork, bodyOf, checkIn, next, saveWaiting } from './visits.js';

describe('what the queue follows', () => {
  let service: Service;
  let first: Api;
  let second: Api;
  beforeAll(async () => {
    service = await startService();
    [first, second] = (await atWork(service, 2)) as [Api, Api];
  });
  afterAll(() => service.stop());

  const endDay = () =>
    service.app
      .get(DayEnd, { strict: false })
      .end({ postId: service.demonstration.postId, requestId: 'test' });
  /** As if midnight had passed, and so long since. */
  const makeItYesterday = async (since = '1 day') => {
    await service.query('DELETE FROM ticket_day');
    await service.query(
      `UPDATE ticket SET day = day - 1, number = number + 1000, waiting_since = waiting_since - interval '1 day',
         called_at = called_at - $1::interval, serving_since = serving_since - $1::interval`,
      [since],
    );
  };
  const ticket = async (id: string) =>
    (
      await service.query<{ status: string; outcome: string }>(
        'SELECT status, outcome FROM ticket WHERE id = $1',
        [id],
      )
    )[0];

  it('a day that ends: everybody who was not served is booked again, once, and counters close', async () => {
    const [waiting, called, parked] = await arrive(service, first, 3);
    await next(first).expect(200);
    const aside = bodyOf<TicketResponse>(await next(second).expect(200));
    await act(second, 'park', aside).expect(200);
    await makeItYesterday();
    await service.query("UPDATE counter_session SET opened_at = opened_at - interval '1 day'");
    await endDay();
    await endDay();
    for (const { id, registrationId } of [waiting!, called!, parked!]) {
      expect(await ticket(id)).toEqual({ status: 'missed', outcome: 'day-ended' });
      expect(
        await service.query('SELECT status FROM booking WHERE registration_id = $1 ORDER BY status', [
          registrationId,
        ]),
      ).toEqual([{ status: 'booked' }, { status: 'missed' }]);
      expect(
        await service.query(
          "SELECT FROM message WHERE recipient_id = $1 AND kind = 'appointment-booked' AND once LIKE '%' || (SELECT id FROM booking WHERE registration_id = $1 AND status = 'booked')",
          [registrationId],
        ),
      ).toHaveLength(1);
    }
    await first.get('/v1/counter-sessions/current').expect(404);
    const [counter] = await service.query<{ id: string }>('SELECT id FROM counter WHERE number = 1');
    await first.post('/v1/counter-sessions').send({ counterId: counter!.id }).expect(201);
  });

  it('leaves today alone', async () => {
    const [id] = await saveWaiting(service, [2]);
    await endDay();
    expect(await ticket(id!)).toMatchObject({ status: 'waiting' });
    await first.get('/v1/counter-sessions/current').expect(200);
    await act(first, 'finish', bodyOf<TicketResponse>(await next(first).expect(200)), {
      outcome: 'done',
    }).expect(200);
  });

  it('is asked for once a day at the midnight of the post, by the first number or counter', async () => {
    const jobs = await service.query<{ local: string }>(
      `SELECT to_char(j.run_at AT TIME ZONE p.time_zone, 'HH24:MI') AS local FROM graphile_worker.jobs j, post p
       WHERE j.task_identifier = 'queue.end-day' AND j.run_at > now()`,
    );
    expect(jobs).toEqual([{ local: '00:00' }]);
  });

  it('a day that does not end while the hall is at work: numbers and counters go on, until it has come to rest', async () => {
    const [waiting, atCounter] = await arrive(service, first, 2);
    const called = bodyOf<TicketResponse>(await next(first).expect(200));
    const [rest] = [waiting!, atCounter!].filter(({ id }) => id !== called.id);
    await makeItYesterday('10 minutes');
    await service.query("UPDATE counter_session SET opened_at = opened_at - interval '1 day'");
    await service.query(
      'INSERT INTO ticket_day (post_id, day, last_number) SELECT post_id, day, max(number) FROM ticket GROUP BY 1, 2',
    );
    const [later] = await arrive(service, first, 1);
    const numbers = await service.query<{ number: number }>(
      'SELECT number FROM ticket WHERE id = ANY ($1) ORDER BY number',
      [[rest!.id, called.id, later!.id]],
    );
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3);
    expect(numbers.at(-1)!.number).toBe(Number(later!.number));

    await endDay();
    await endDay();
    const wentOn = "SELECT FROM audit_event WHERE action = 'queue.went-on' AND subject_id = $1";
    expect(await service.query(wentOn, [rest!.id])).toHaveLength(1);
    const started = bodyOf<TicketResponse>(await act(first, 'start', called).expect(200));
    await act(first, 'finish', started, { outcome: 'done' }).expect(200);
    const rested = bodyOf<TicketResponse>(await next(first).expect(200));
    expect(rested.id).toBe(rest!.id);
    const again = await service.query<{ hours: number }>(
      `SELECT round(extract(epoch FROM run_at - now()) / 3600)::int AS hours FROM graphile_worker.jobs
       WHERE task_identifier = 'queue.end-day' AND key LIKE '%again'`,
    );
    expect(again).toEqual([{ hours: 2 }]);

    await service.query(
      "UPDATE ticket SET called_at = called_at - interval '2 hours', serving_since = serving_since - interval '2 hours'",
    );
    await endDay();
    expect(await ticket(rest!.id)).toEqual({ status: 'missed', outcome: 'day-ended' });
    expect(await ticket(later!.id)).toMatchObject({ status: 'waiting' });
    await first.get('/v1/counter-sessions/current').expect(404);
    const [counter] = await service.query<{ id: string }>('SELECT id FROM counter WHERE number = 1');
    await first.post('/v1/counter-sessions').send({ counterId: counter!.id }).expect(201);
    await act(first, 'finish', bodyOf<TicketResponse>(await next(first).expect(200)), {
      outcome: 'done',
    }).expect(200);
  });

  it('a day that was let go on before its first number: nobody is given one that somebody still has', async () => {
    const [rest, called] = await arrive(service, first, 2);
    await next(first).expect(200);
    await makeItYesterday('10 minutes');
    await service.query('UPDATE ticket SET number = 1 WHERE id = $1', [rest!.id]);
    await service.query(
      'INSERT INTO ticket_day (post_id, day, last_number) SELECT post_id, day, 2 FROM ticket WHERE id = $1',
      [called!.id],
    );
    await endDay();
    const [later] = await arrive(service, first, 1);
    expect(later).toMatchObject({ number: '003' });
    for (const { id } of [rest!, called!, later!]) expect(await ticket(id)).toMatchObject({ outcome: null });
    await service.query(
      "UPDATE ticket SET status = 'missed', outcome = 'day-ended', ended_at = now() WHERE ended_at IS NULL",
    );
  });

  it('a person who comes back before the day was ended keeps the appointment under a new number', async () => {
    const [old] = await arrive(service, first, 1);
    await makeItYesterday();
    await next(first).expect(204);
    const again = bodyOf<TicketResponse>(await checkIn(first, { reference: old!.reference }).expect(201));
    expect(again).toMatchObject({ number: '001', status: 'waiting', registrationId: old!.registrationId });
    expect(await ticket(old!.id)).toEqual({ status: 'missed', outcome: 'day-ended' });
    await endDay();
    expect(await ticket(again.id)).toMatchObject({ status: 'waiting' });
    await act(first, 'finish', bodyOf<TicketResponse>(await next(first).expect(200)), {
      outcome: 'done',
    }).expect(200);
  });

  it('an officer who sets another band: the person moves to the place that it gives', async () => {
    await saveWaiting(service, [1]);
    const [standard] = await arrive(service, first, 1);
    expect(standard!.ahead).toBe(1);
    await first
      .post(`/v1/registrations/${standard!.registrationId}/triage`)
      .set('if-match', '"v1"')
      .send({ band: 'urgent', reason: 'Collapsed in the hall.' })
      .expect(200);
    await service.runJobs();
    const moved = bodyOf<TicketResponse>(await next(first).expect(200));
    expect(moved).toMatchObject({ id: standard!.id, band: 'urgent' });
    await act(first, 'finish', moved, { outcome: 'done' }).expect(200);
    await act(first, 'finish', bodyOf<TicketResponse>(await next(first).expect(200)), {
      outcome: 'done',
    }).expect(200);
  });

  it('a person who withdraws is called no more, and not booked again', async () => {
    const [visit] = await arrive(service, first, 1);
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      visit!.registrationId,
    ]);
    const withdrawn = {
      postId: service.demonstration.postId,
      requestId: 'test',
      registrationId: visit!.registrationId,
    };
    await service.app.get(TicketFollowing, { strict: false }).withdraw(withdrawn);
    await service.app.get(TicketFollowing, { strict: false }).withdraw(withdrawn);
    expect(await ticket(visit!.id)).toEqual({ status: 'missed', outcome: 'withdrawn' });
    await next(first).expect(204);
    expect(
      await service.query('SELECT status FROM booking WHERE registration_id = $1', [visit!.registrationId]),
    ).toEqual([{ status: 'missed' }]);
  });
});
