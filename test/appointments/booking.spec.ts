import type { AppointmentResponse } from '../../src/appointments/appointments.dto.js';
import { newId } from '../../src/platform/ids.js';
import { type Api, buildRegistration, newKey, type Service, startService } from '../support/service.js';
import { book, cancel, lateEnough, makeItNoon, slotWithSeats } from './hall.js';

describe('an appointment', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const read = async (id: string) =>
    (await officer.get(`/v1/registrations/${id}/appointment`).expect(200)).body as AppointmentResponse;
  const free = async (slotId: string) =>
    (
      (await officer.get('/v1/slots?limit=200').expect(200)).body as { items: { id: string; free: number }[] }
    ).items.find(({ id }) => id === slotId)?.free;
  const override = async (id: string, band: string) => {
    const { headers } = await officer.get(`/v1/registrations/${id}/triage`).expect(200);
    await officer
      .post(`/v1/registrations/${id}/triage`)
      .set('if-match', headers.etag as string)
      .send({ band, reason: 'Made up for this test' })
      .expect(200);
    await service.runJobs();
  };
  const dayAhead = (days: string) =>
    `date_trunc('day', now() AT TIME ZONE p.time_zone + interval '1 day' * ${days}) AT TIME ZONE p.time_zone`;
  /** Marks the seats of some days as taken, does something, and marks them free again. */
  const withDaysTaken = async (days: number, work: () => Promise<void>) => {
    const mark = (isFree: boolean) =>
      service.query(
        `UPDATE seat SET free = $1 FROM post p WHERE p.id = seat.post_id AND starts_at < ${dayAhead('$2')} AND free <> $1
           AND NOT EXISTS (SELECT FROM booking b WHERE b.slot_id = seat.slot_id AND b.seat_number = number AND b.status <> 'cancelled')`,
        [isFree, days],
      );
    await mark(false);
    await work();
    await mark(true);
  };

  it('is booked by itself once the person has been assessed, and only once however often the job runs', async () => {
    const { id } = await service.register();
    await service.runJobs();
    const first = await read(id);
    expect(first).toMatchObject({
      registrationId: id,
      service: 'identity',
      status: 'booked',
      calledForwardAt: null,
      version: 1,
    });
    expect(Date.parse(first.endsAt) - Date.parse(first.startsAt)).toBe(12 * 60_000);
    await service.query(
      `SELECT graphile_worker.add_job('appointments.book', json_build_object('postId', post_id, 'requestId', 'again',
         'registrationId', id)) FROM registration WHERE id = $1`,
      [id],
    );
    await service.runJobs();
    expect(await read(id)).toEqual(first);
    const events = await service.query(
      `SELECT actor_kind, detail FROM audit_event WHERE subject_id = $1 AND action = 'appointment.booked'`,
      [id],
    );
    expect(events).toEqual([
      {
        actor_kind: 'system',
        detail: { booking: first.id, service: 'identity', band: 'standard', calledForward: false },
      },
    ]);
  });

  it.each([
    [{ travelTime: 'over-90' as const }, 110 + 15],
    [{}, 30 + 15],
  ])('begins when somebody can be there: %j', async (said, minutes) => {
    const { id } = await service.register(said);
    await service.runJobs();
    const { startsAt } = await read(id);
    const [row] = await service.query<{ ready: Date; earliest: Date }>(
      `SELECT received_at + make_interval(mins => $2) AS ready, (SELECT min(starts_at) FROM seat
         WHERE free AND starts_at >= received_at + make_interval(mins => $2)) AS earliest
       FROM registration WHERE id = $1`,
      [id, minutes],
    );
    expect(Date.parse(startsAt)).toBeGreaterThanOrEqual(row!.ready.getTime());
    expect(Date.parse(startsAt)).toBeLessThanOrEqual(row!.earliest.getTime());
  });

  it('is soon for whoever registers at a kiosk of the hall, and for the urgent', async () => {
    const kiosk = await service.device('kiosk');
    const answer = await kiosk
      .post('/v1/registrations')
      .set('idempotency-key', newKey())
      .send(buildRegistration())
      .expect(201);
    const urgent = await service.register({ needs: ['danger-now'] });
    await service.runJobs();
    for (const { id } of [answer.body as { id: string }, urgent])
      expect(Date.parse((await read(id)).startsAt)).toBeLessThan(Date.now() + 30 * 60_000);
  });

  it('takes the earliest free seat, ten to a slot', async () => {
    const before = (
      (await officer.get('/v1/slots?limit=200')).body as { items: { id: string; free: number }[] }
    ).items;
    const earliest = before.find((slot) => slot.free > 0)!;
    const { id } = await service.register();
    const { body } = await book(officer, id).expect(201);
    const [row] = await service.query<{ slot_id: string }>('SELECT slot_id FROM booking WHERE id = $1', [
      (body as AppointmentResponse).id,
    ]);
    expect(row!.slot_id).toBe(earliest.id);
    expect(await free(earliest.id)).toBe(earliest.free - 1);
  });

  it('lets an urgent person come at once where no seat is free today, and nobody else', async () => {
    await withDaysTaken(1, async () => {
      const [urgent, standard] = [
        await service.register({ needs: ['medical-emergency'] }),
        await service.register(),
      ];
      await service.runJobs();
      expect((await read(urgent.id)).calledForwardAt).toEqual(expect.any(String));
      expect((await read(standard.id)).calledForwardAt).toBeNull();
      await override(standard.id, 'urgent');
      const now = await read(standard.id);
      expect(now.calledForwardAt).toEqual(expect.any(String));
      expect(now.version).toBe(2);
      const told = await service.query('SELECT kind FROM message WHERE recipient_id = $1 AND once = $2', [
        standard.id,
        `come-now ${now.id}`,
      ]);
      expect(told).toEqual([{ kind: 'come-now' }]);
    });
  });

  it('tells an urgent person when the post opens where it is closed, and sends nobody to a closed door', async () => {
    const [early, late] = [
      await service.register({ needs: ['medical-emergency'] }),
      await service.register({ fullName: 'Wati Contoh' }),
    ];
    await withDaysTaken(2, async () => {
      await service.query(
        `INSERT INTO closure (id, post_id, begins_at, ends_at, reason, announced_by)
         SELECT $1, id, now() - interval '1 minute', ${dayAhead('1')}, 'technical', (SELECT id FROM account LIMIT 1) FROM post p`,
        [newId()],
      );
      await service.runJobs();
      await override(late.id, 'urgent');
      await service.query('DELETE FROM closure');
    });
    for (const { id } of [early, late]) {
      const [booking] = await service.query(
        `SELECT b.called_forward_at, b.starts_at > b.return_at AS sooner, b.return_at = ${dayAhead('1')} + interval '9 hours' AS opening,
           (SELECT array_agg(kind ORDER BY kind) FROM message m WHERE m.recipient_id = b.registration_id) AS told
         FROM booking b JOIN post p ON p.id = b.post_id WHERE registration_id = $1 AND status = 'booked'`,
        [id],
      );
      expect(booking).toMatchObject({ called_forward_at: null, sooner: true, opening: true });
      expect((booking as { told: string[] }).told).toContain('come-at');
      expect((booking as { told: string[] }).told).not.toContain('come-now');
    }
  });

  it('today is soon enough for an urgent person', async () => {
    const { id } = await service.register({ needs: ['medical-emergency'] });
    await service.runJobs();
    expect((await read(id)).calledForwardAt).toBeNull();
  });

  it('is given back when the person withdraws, and nobody who has withdrawn is booked', async () => {
    const receipt = await service.register();
    await service.runJobs();
    const { id } = await read(receipt.id);
    const person = await service.person(receipt);
    const withdrawal = () =>
      person.get('/v1/registrations/own').then(({ headers }) =>
        person
          .post('/v1/registrations/own/withdrawal')
          .set('if-match', headers.etag as string)
          .send(),
      );
    expect((await withdrawal()).status).toBe(200);
    await service.runJobs();
    await officer.get(`/v1/registrations/${receipt.id}/appointment`).expect(404);
    expect(
      await service.query(
        `SELECT b.status, s.free FROM booking b JOIN seat s ON s.slot_id = b.slot_id AND s.number = b.seat_number WHERE b.id = $1`,
        [id],
      ),
    ).toEqual([{ status: 'cancelled', free: true }]);
    expect((await book(officer, receipt.id)).body).toMatchObject({ code: 'not-open' });
  });

  it('of somebody who withdraws before the job runs is never made', async () => {
    const receipt = await service.register();
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      receipt.id,
    ]);
    await service.runJobs();
    expect(await service.query('SELECT FROM booking WHERE registration_id = $1', [receipt.id])).toEqual([]);
  });

  it('that is cancelled leaves its seat to others, a while later', async () => {
    const slotId = await slotWithSeats(service, officer, 1);
    const [one, other] = [await service.register(), await service.register()];
    const { body, headers } = await book(officer, one.id, slotId).expect(201);
    expect(headers.etag).toBe('"v1"');
    expect((await book(officer, other.id, slotId).expect(409)).body).toMatchObject({ code: 'slot-full' });
    const cancelled = await cancel(officer, body as AppointmentResponse).expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', version: 2 });
    expect(await free(slotId)).toBe(1);
    await book(officer, other.id, slotId).expect(409);
    await lateEnough(service);
    await book(officer, other.id, slotId).expect(201);
    await book(officer, one.id).expect(201);
  });

  it('is shown to the person themselves, who may not see or change others', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    await person.get('/v1/appointments/own').expect(404);
    const { body } = await book(officer, receipt.id).expect(201);
    expect((await person.get('/v1/appointments/own').expect(200)).body).toEqual(body);
    await person.get(`/v1/registrations/${receipt.id}/appointment`).expect(403);
    await cancel(person, body as AppointmentResponse).expect(403);
  });
});
