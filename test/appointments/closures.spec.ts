import type { ClosureResponse } from '../../src/appointments/closures/closures.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { book, bookedHours, makeItNoon, overCapacity, registerFamily, registerMany, tally } from './hall.js';

const HOUR = 3_600_000;

describe('a post that is closed', () => {
  let service: Service;
  let officer: Api;
  let supervisor: Api;
  const close = (from: number, to: number, api = supervisor) =>
    api
      .post('/v1/closures')
      .set('idempotency-key', newKey())
      .send({
        from: new Date(Date.now() + from * HOUR).toISOString(),
        to: new Date(Date.now() + to * HOUR).toISOString(),
        reason: 'safety',
      });
  const lift = ({ id, version }: ClosureResponse) =>
    supervisor.post(`/v1/closures/${id}/lifting`).set('if-match', `"v${version}"`).send();
  /** People who still have a seat in a closure. */
  const closedOut = () =>
    service.query(
      `SELECT FROM seat s JOIN booking b ON b.slot_id = s.slot_id AND b.seat_number = s.number
       WHERE s.closure_id IS NOT NULL AND b.status = 'booked'`,
    );

  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());

  it('is closed by supervisors, for a time that is not over', async () => {
    await close(0, 1, officer).expect(403);
    await close(2, 1).expect(422);
    await close(-2, -1).expect(422);
  });

  it('books everybody again, those in more need first, and tells them', async () => {
    const people = await registerMany(service, 12);
    await service.runJobs();
    const { body } = await close(-1, 30).expect(201);
    expect((body as ClosureResponse).toBeBooked).toBe(12);
    await service.runJobs();
    expect(await closedOut()).toHaveLength(0);
    const [told] = await service.query<{ closed: number; changed: number }>(
      `SELECT count(*) FILTER (WHERE kind = 'post-closed')::int AS closed,
         count(*) FILTER (WHERE kind = 'appointment-changed')::int AS changed FROM message WHERE recipient_id = ANY ($1)`,
      [people.map(({ id }) => id)],
    );
    expect(told).toEqual({ closed: 12, changed: 12 });
    const live = await service.query<{ early: boolean }>(
      "SELECT starts_at < now() + interval '30 hours' AS early FROM booking WHERE status = 'booked'",
    );
    expect(live.map(({ early }) => early)).toEqual(people.map(() => false));
  });

  it('keeps people together who registered together', async () => {
    const family = await registerFamily(service);
    await service.runJobs();
    const before = await bookedHours(service, family);
    const { body } = await close(-1, Math.max(...before.map(Number)) + 1).expect(201);
    await service.runJobs();
    const after = await bookedHours(service, family);
    expect(Math.min(...after.map(Number))).toBeGreaterThan(Math.max(...before.map(Number)));
    expect(Math.max(...after.map(Number)) - Math.min(...after.map(Number))).toBeLessThan(1);
    await lift(body as ClosureResponse).expect(200);
  });

  it('takes nobody meanwhile, and opens again when the closure is lifted, but not where another one holds', async () => {
    const [seat] = await service.query<{ slot_id: string }>(
      'SELECT slot_id FROM seat WHERE closure_id IS NOT NULL AND starts_at > now() ORDER BY starts_at LIMIT 1',
    );
    const [person] = await registerMany(service, 1);
    await book(officer, person!.id, seat!.slot_id).expect(409);
    const { body } = await close(-1, 1).expect(201);
    await lift(body as ClosureResponse).expect(200);
    await book(officer, person!.id, seat!.slot_id).expect(409);
    const list = await supervisor.get('/v1/closures').expect(200);
    const first = (list.body as { items: ClosureResponse[] }).items.find(
      ({ liftedAt }) => liftedAt === null,
    )!;
    await lift(first).expect(200);
    await lift(first).expect(412);
    await book(officer, person!.id, seat!.slot_id).expect(201);
  });

  it('while people book: nobody keeps a seat in the closure, and nobody is lost', async () => {
    const people = await registerMany(service, 30);
    const [closed, ...booked] = await Promise.all([
      close(-1, 40),
      ...people.map(({ id }) => book(officer, id)),
    ]);
    expect(closed.status).toBe(201);
    expect(tally(booked)).toEqual({ 201: 30 });
    await service.runJobs();
    expect(await closedOut()).toHaveLength(0);
    const live = await service.query(
      "SELECT FROM booking WHERE status = 'booked' AND registration_id = ANY ($1)",
      [people.map(({ id }) => id)],
    );
    expect(live).toHaveLength(30);
    expect(await overCapacity(service)).toBe(0);
  });
});
