import { setTimeout } from 'node:timers/promises';
import { AutomaticBooking } from '../../src/appointments/automatic/automatic-booking.js';
import { AppointmentMessages } from '../../src/appointments/appointment-messages.js';
import type { Booking } from '../../src/appointments/bookings/booking.entity.js';
import { BookingRounds } from '../../src/appointments/automatic/booking-rounds.js';
import { SlotRounds } from '../../src/appointments/replanning/slot-rounds.js';
import { planSlots } from '../../src/appointments/slots/slot-plan.js';
import { Database } from '../../src/platform/database/database.js';
import { type Api, type Service, startService } from '../support/service.js';
import { book, makeItNoon, registerMany } from './hall.js';

describe('what is done again and again', () => {
  let service: Service;
  let officer: Api;
  let rounds: BookingRounds;
  let planning: SlotRounds;
  /** Only slots after this are counted: none of them begins while the tests run. */
  const soon = new Date(Date.now() + 30 * 60_000);
  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
    rounds = service.app.get(BookingRounds);
    planning = service.app.get(SlotRounds);
  });
  afterAll(() => service.stop());

  const made = async () =>
    (
      await service.query<{ slots: number; seats: number }>(
        `SELECT (SELECT count(*)::int FROM slot WHERE starts_at > $1) AS slots,
           (SELECT count(*)::int FROM seat WHERE starts_at > $1) AS seats`,
        [soon],
      )
    )[0]!;
  const bookings = (registrationId: string) =>
    service.query<{ status: string; today: boolean }>(
      `SELECT status, starts_at < now() + interval '1 day' AS today FROM booking WHERE registration_id = $1 ORDER BY booked_at`,
      [registrationId],
    );
  /** As if the day of a booking were over. */
  const letDayPass = (registrationId: string) =>
    service.query("UPDATE booking SET starts_at = starts_at - interval '2 days' WHERE registration_id = $1", [
      registrationId,
    ]);

  it('fills two weeks with one seat a counter, once however often and by however many it runs', async () => {
    const [post] = await service.query<{ time_zone: string; now: Date }>('SELECT time_zone, now() FROM post');
    const planned = planSlots(
      {
        timeZone: post!.time_zone,
        openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
        holidays: [],
        minutes: 12,
      },
      post!.now,
      14,
    ).filter(({ startsAt }) => startsAt > soon).length;
    await Promise.all([planning.fillSlots(), planning.fillSlots(), planning.fillSlots()]);
    await planning.fillSlots();
    const { slots, seats } = await made();
    expect({ slots, seats }).toEqual({ slots: planned, seats: planned * 10 });
  });

  it('follows the post: a new counter adds seats, one less and a new holiday take away what nobody has booked', async () => {
    const before = await made();
    await service.query('INSERT INTO counter SELECT gen_random_uuid(), id, 11 FROM post');
    await planning.fillSlots();
    expect((await made()).seats).toBe(before.slots * 11);
    await service.query('DELETE FROM counter WHERE number = 11');
    const { id } = await service.register();
    await book(officer, id).expect(201);
    await service.query(
      `INSERT INTO holiday SELECT p.id, (b.starts_at AT TIME ZONE p.time_zone)::date, 'Made up'
       FROM booking b JOIN post p ON p.id = b.post_id WHERE b.registration_id = $1`,
      [id],
    );
    await planning.fillSlots();
    const left = await service.query<{ seats: number }>(
      `SELECT count(*)::int AS seats FROM seat s JOIN post p ON p.id = s.post_id JOIN holiday h
         ON h.post_id = p.id AND h.day = (s.starts_at AT TIME ZONE p.time_zone)::date`,
    );
    expect(left).toEqual([{ seats: 1 }]);
    await service.query('DELETE FROM holiday');
    await planning.fillSlots();
    expect((await made()).seats).toBe(before.slots * 10);
  });

  it('books again whoever did not come on their day, and nobody who withdrew meanwhile', async () => {
    const [absent, left] = await registerMany(service, 2);
    for (const { id } of [absent!, left!]) {
      await book(officer, id).expect(201);
      await letDayPass(id);
    }
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      left!.id,
    ]);
    await rounds.carryOver();
    await rounds.carryOver();
    expect((await bookings(absent!.id)).map(({ status }) => status)).toEqual(['missed', 'booked']);
    expect((await bookings(left!.id)).map(({ status }) => status)).toEqual(['missed']);
  });

  it('tells whoever was booked again the new time, and not twice', async () => {
    const contact = { method: 'sms', phone: '+85512888001' } as const;
    const { id } = await service.register({ contact });
    await book(officer, id).expect(201);
    await letDayPass(id);
    await rounds.carryOver();
    await rounds.carryOver();
    const told = await service.query(
      `SELECT m.kind, (m.facts ->> 'at')::timestamptz = b.starts_at AS then
       FROM message m JOIN booking b ON b.registration_id = m.recipient_id AND b.status = 'booked'
       WHERE m.recipient_id = $1 AND m.kind = 'appointment-booked'`,
      [id],
    );
    expect(told).toEqual([{ kind: 'appointment-booked', then: true }]);
  });

  it('writes to nobody at night about an appointment of later, but in time for one of the morning', async () => {
    const { id } = await service.register();
    const hour = 1 - new Date().getUTCHours();
    const [before] = await service.query<{ id: string; time_zone: string }>('SELECT id, time_zone FROM post');
    const night = `Etc/GMT${hour < -12 ? -(hour + 24) : hour < 0 ? `+${-hour}` : `-${hour}`}`;
    await service.query('UPDATE post SET time_zone = $1', [night]);
    const told = async (hours: number) => {
      const startsAt = new Date(Date.now() + hours * 3_600_000);
      const booking = { id: `${hours}`, postId: before!.id, registrationId: id, startsAt } as Booking;
      await service.app
        .get(Database)
        .transaction([before!.id], (tx) => service.app.get(AppointmentMessages).bookedAgain(tx, booking, 0));
      const [told] = await service.query<{ local: string; before: number }>(
        `SELECT to_char(due_at AT TIME ZONE $1, 'HH24:MI') AS local,
           extract(epoch FROM $2::timestamptz - due_at)::float8 / 3600 AS before FROM message WHERE once = $3`,
        [night, startsAt, `appointment-booked ${hours}`],
      );
      return told!;
    };
    expect((await told(50)).local).toBe('06:00');
    expect((await told(6)).before).toBe(3);
    expect((await told(1)).before).toBeCloseTo(1, 1);
    await service.query('UPDATE post SET time_zone = $1', [before!.time_zone]);
  });

  it('keeps the time that somebody was told on paper, though the day of the appointment is over', async () => {
    const { id } = await service.register();
    await book(officer, id).expect(201);
    await letDayPass(id);
    const paper = (hours: number) =>
      service.query(
        'UPDATE booking SET return_at = now() + make_interval(hours => $2) WHERE registration_id = $1',
        [id, hours],
      );
    await paper(4);
    await rounds.carryOver();
    expect((await bookings(id)).map(({ status }) => status)).toEqual(['booked']);
    await paper(-48);
    await rounds.carryOver();
    expect((await bookings(id)).map(({ status }) => status)).toEqual(['missed', 'booked']);
  });

  it('lets those be whose day it still is, or just was', async () => {
    const { id } = await service.register();
    await book(officer, id).expect(201);
    await service.query(
      "UPDATE booking SET starts_at = now() - interval '119 minutes' WHERE registration_id = $1",
      [id],
    );
    await rounds.carryOver();
    expect((await bookings(id)).map(({ status }) => status)).toEqual(['booked']);
  });

  it('books whoever was forgotten, though no job is left that would', async () => {
    const { id } = await service.register();
    await rounds.bookForgotten();
    expect(await bookings(id)).toEqual([]);
    await service.query("UPDATE registration SET received_at = now() - interval '1 hour' WHERE id = $1", [
      id,
    ]);
    await rounds.bookForgotten();
    expect(await bookings(id)).toHaveLength(1);
  });

  it('plans further ahead when two weeks are full, and says so when there is nothing to plan', async () => {
    await service.query('UPDATE seat SET free = false');
    const { id } = await service.register();
    await book(officer, id).expect(201);
    const [row] = await service.query<{ days: number }>(
      'SELECT extract(day FROM starts_at - now())::int AS days FROM booking WHERE registration_id = $1',
      [id],
    );
    expect(row!.days).toBeGreaterThanOrEqual(13);
    await service.query('UPDATE seat SET free = false');
    await service.query('DELETE FROM opening_hours');
    const other = await service.register();
    expect((await book(officer, other.id).expect(409)).body).toMatchObject({ code: 'no-free-seat' });
  });
});

it('a worker keeps the timetable', async () => {
  const service = await startService({ ROLE: 'worker' });
  try {
    const known = await service.query<{ identifier: string }>(
      `SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY identifier`,
    );
    expect(known.map(({ identifier }) => identifier)).toEqual(
      expect.arrayContaining([
        'appointments.book-forgotten',
        'appointments.carry-over',
        'appointments.fill-slots',
      ]),
    );
  } finally {
    await service.stop();
  }
});

it('a worker that is told to stop ends what it has begun, while it still has the database', async () => {
  const service = await startService({ ROLE: 'worker' });
  try {
    const booking = service.app.get(AutomaticBooking);
    const begun = Promise.withResolvers<void>();
    const book = booking.bookAssessed.bind(booking);
    booking.bookAssessed = async (payload) => {
      begun.resolve();
      await setTimeout(400);
      return book(payload);
    };
    const { id } = await service.register();
    await begun.promise;
    await service.app.close();
    expect(await service.query('SELECT status FROM booking WHERE registration_id = $1', [id])).toEqual([
      { status: 'booked' },
    ]);
  } finally {
    await service.stop();
  }
});
