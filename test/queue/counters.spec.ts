import type { CounterSessionResponse } from '../../src/queue/counters/counters.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { act, bodyOf, countersOf, next, open, saveWaiting, signInOfficers } from './visits.js';

describe('counters', () => {
  let service: Service;
  let one: Api;
  let two: Api;
  let counters: string[];
  beforeAll(async () => {
    service = await startService();
    one = await service.api('officer');
    two = await service.api('officer2');
    counters = await countersOf(service, 20);
  });
  afterAll(() => service.stop());

  const code = ({ body }: { body: unknown }) => (body as { code: string }).code;

  it('open once, rest, go on and close', async () => {
    await one.get('/v1/counter-sessions/current').expect(404);
    expect(code(await next(one).expect(409))).toBe('no-counter');
    const opened = bodyOf<CounterSessionResponse>(await open(one, counters[0]!).expect(201));
    expect(opened).toMatchObject({ counterId: counters[0], number: 1, state: 'open', ticket: null });
    expect((await open(one, counters[0]!).expect(201)).body).toEqual(opened);
    expect(code(await open(one, counters[1]!).expect(409))).toBe('other-counter-open');
    expect(code(await open(two, counters[0]!).expect(409))).toBe('counter-taken');
    expect((await one.post('/v1/counter-sessions/current/pause').expect(200)).body).toEqual({
      ...opened,
      state: 'paused',
    });
    expect(code(await next(one).expect(409))).toBe('counter-paused');
    expect((await one.post('/v1/counter-sessions/current/resume').expect(200)).body).toEqual(opened);
    await one.delete('/v1/counter-sessions/current').expect(204);
    await one.delete('/v1/counter-sessions/current').expect(404);
    await open(two, counters[0]!).expect(201);
    await two.delete('/v1/counter-sessions/current').expect(204);
  });

  it('refuse a counter that the post does not have', async () => {
    expect((await open(one, '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11').expect(422)).body).toMatchObject({
      errors: [{ pointer: '/counterId', code: 'not-a-choice' }],
    });
    await open(one, 'counter 1').expect(422);
  });

  it('do not close, for anybody, while a person is there', async () => {
    const session = bodyOf<CounterSessionResponse>(await open(one, counters[0]!).expect(201));
    await saveWaiting(service, [2]);
    const ticket = bodyOf<TicketResponse>(await next(one).expect(200));
    const supervisor = await service.api('supervisor');
    expect(code(await one.delete('/v1/counter-sessions/current').expect(409))).toBe('person-at-counter');
    expect(code(await supervisor.delete(`/v1/counter-sessions/${session.id}`).expect(409))).toBe(
      'person-at-counter',
    );
    expect((await one.get('/v1/counter-sessions/current').expect(200)).body).toMatchObject({
      ticket: { id: ticket.id },
    });
    // whoever rests keeps the person at the counter
    await one.post('/v1/counter-sessions/current/pause').expect(200);
    expect(bodyOf<TicketResponse>(await next(one).expect(200)).id).toBe(ticket.id);
    await act(one, 'finish', ticket, { outcome: 'done' }).expect(200);
    await supervisor.delete(`/v1/counter-sessions/${session.id}`).expect(204);
    await one.get('/v1/counter-sessions/current').expect(404);
  });

  it('have one officer each, however many open one at once', async () => {
    const officers = await signInOfficers(service, 12);
    const answers = await Promise.all(officers.map((officer) => open(officer, counters[2]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
  });

  it('are one for each officer, however many they open at once', async () => {
    const [officer] = await signInOfficers(service, 1);
    const answers = await Promise.all(counters.slice(3, 13).map((counter) => open(officer!, counter)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it('are kept so by the database, whoever writes', async () => {
    const write = (counter: string, account: string) =>
      service.query(
        `INSERT INTO counter_session (id, post_id, counter_id, account_id)
         SELECT gen_random_uuid(), post_id, ${counter}, ${account} FROM counter_session WHERE closed_at IS NULL LIMIT 1`,
      );
    const other = '(SELECT id FROM counter ORDER BY number DESC LIMIT 1)';
    const someone = "(SELECT id FROM account WHERE username = 'analyst')";
    await expect(write('counter_id', someone)).rejects.toMatchObject({
      constraint: 'one_officer_per_counter',
    });
    await expect(write(other, 'account_id')).rejects.toMatchObject({ constraint: 'one_counter_per_officer' });
  });

  it('are not for other roles', async () => {
    const supervisor = await service.api('supervisor');
    const approver = await service.api('approver');
    await open(supervisor, counters[15]!).expect(403);
    await open(approver, counters[15]!).expect(403);
    await one.delete(`/v1/counter-sessions/${counters[0]}`).expect(403);
  });
});
