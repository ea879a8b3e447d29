import { AssessedBooking } from '../../src/appointments/automatic/assessed-booking.js';
import { AutomaticBooking } from '../../src/appointments/automatic/automatic-booking.js';
import { Problem } from '../../src/platform/problems/problem.js';
import { type Api, type Service, startService } from '../support/service.js';
import {
  book,
  callForward,
  cancel,
  lateEnough,
  makeItNoon,
  overCapacity,
  registerMany,
  slotWithSeats,
  tally,
} from './hall.js';

const CLIENTS = 50;
const SEATS = 3;

/** Makes the hint `seat.free` say free for ever, so that only the index stands between two people and one seat. */
const makeHintLie = (service: Service) =>
  service.query(`
    CREATE FUNCTION lie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.free := true; RETURN NEW; END $$;
    CREATE TRIGGER lie BEFORE UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION lie()`);

async function rush(service: Service): Promise<Record<number, number>> {
  const officer = await service.api('officer');
  const slotId = await slotWithSeats(service, officer, SEATS);
  const people = await registerMany(service, CLIENTS);
  return tally(await Promise.all(people.map(({ id }) => book(officer, id, slotId))));
}

describe('many at once', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  it('fifty clients at one slot with three seats: three have it, the others are told, nobody is over', async () => {
    expect(await rush(service)).toEqual({ 201: SEATS, 409: CLIENTS - SEATS });
    expect(await overCapacity(service)).toBe(0);
  });

  it('one person, twenty parallel bookings: one appointment', async () => {
    const { id } = await service.register();
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(officer, id)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    const live = await service.query("SELECT FROM booking WHERE registration_id = $1 AND status = 'booked'", [
      id,
    ]);
    expect(live).toHaveLength(1);
  });

  it('fifty people booked at once, any slot: fifty different seats', async () => {
    const people = await registerMany(service, CLIENTS);
    expect(tally(await Promise.all(people.map(({ id }) => book(officer, id))))).toEqual({ 201: CLIENTS });
    expect(await overCapacity(service)).toBe(0);
  });

  it('seats of people who came together, taken in between: others are looked for at once, and no job fails', async () => {
    const { id } = await service.register();
    const looks = jest
      .spyOn(service.app.get(AssessedBooking), 'book')
      .mockRejectedValueOnce(new Problem('conflict', 'slot-full'));
    const assessed = { postId: service.demonstration.postId, requestId: 'races spec', registrationId: id };
    await service.app.get(AutomaticBooking).bookAssessed(assessed);
    expect(looks).toHaveBeenCalledTimes(2);
    looks.mockRejectedValue(new Problem('conflict', 'slot-full'));
    await expect(service.app.get(AutomaticBooking).bookAssessed(assessed)).rejects.toThrow('slot-full');
    looks.mockRestore();
    const booked = await service.query('SELECT status FROM booking WHERE registration_id = $1', [id]);
    expect(booked).toEqual([{ status: 'booked' }]);
  });

  it('cancelling against booking: whoever books gets the seat only once it is free, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const slotId = await slotWithSeats(service, officer, 1);
      const [holder, other] = await registerMany(service, 2);
      const { body } = await book(officer, holder!.id, slotId).expect(201);
      const [cancelled, booked] = await Promise.all([
        cancel(officer, body as { id: string; version: number }),
        book(officer, other!.id, slotId),
      ]);
      expect(cancelled.status).toBe(200);
      expect([201, 409]).toContain(booked.status);
      await lateEnough(service);
      if (booked.status === 409) await book(officer, other!.id, slotId).expect(201);
    }
    expect(await overCapacity(service)).toBe(0);
  });

  it('two cancellations of one appointment: one gives it back, the other is told', async () => {
    const { id } = await service.register();
    const { body } = await book(officer, id).expect(201);
    const answers = await Promise.all(
      [1, 2].map(() => cancel(officer, body as { id: string; version: number })),
    );
    expect(tally(answers)).toEqual({ 200: 1, 412: 1 });
  });

  it('two supervisors calling forward at once call different people, and nobody twice', async () => {
    // what the tests before left to be done in the background takes 14 ms a job, which has nothing to do with calling
    await service.query('DELETE FROM job_outbox');
    await registerMany(service, 40);
    await service.runJobs();
    const supervisor = await service.api('supervisor');
    const waiting = () =>
      service.query<{ id: string }>(
        "SELECT id FROM booking WHERE status = 'booked' AND called_forward_at IS NULL AND starts_at > now()",
      );
    const before = (await waiting()).length;
    const answers = await Promise.all([callForward(supervisor, 15), callForward(supervisor, 15)]);
    expect(answers.map(({ body }) => body as object)).toEqual([{ called: 15 }, { called: 15 }]);
    expect(before - (await waiting()).length).toBe(30);
    const events = await service.query<{ times: number }>(
      `SELECT count(*)::int AS times FROM audit_event WHERE action = 'appointment.called-forward' GROUP BY detail->>'booking'`,
    );
    expect(events).toEqual(Array.from({ length: 30 }, () => ({ times: 1 })));
  });
});

describe('capacity is kept by the index one_booking_per_seat, in databases where the hint lies:', () => {
  it.each([
    ['with the index nobody is over', true],
    ['without it people are', false],
  ])('%s', async (_, indexed) => {
    const service = await startService();
    try {
      await makeItNoon(service);
      await makeHintLie(service);
      if (!indexed) await service.query('DROP INDEX one_booking_per_seat');
      const answers = await rush(service);
      expect(answers[201]).toBeGreaterThan(0);
      if (indexed) expect(await overCapacity(service)).toBe(0);
      else expect(await overCapacity(service)).toBeGreaterThan(0);
    } finally {
      await service.stop();
    }
  });

  it('a person has one appointment by the index one_live_booking_per_person, whoever writes', async () => {
    const service = await startService();
    try {
      await makeItNoon(service);
      const officer = await service.api('officer');
      const { id } = await service.register();
      await book(officer, id).expect(201);
      const again = () =>
        service.query(
          `INSERT INTO booking SELECT gen_random_uuid(), post_id, registration_id, service_type_id, slot_id,
             seat_number + 1, starts_at, band_rank, 'booked' FROM booking WHERE registration_id = $1 LIMIT 1`,
          [id],
        );
      await expect(again()).rejects.toThrow('one_live_booking_per_person');
      await service.query('DROP INDEX one_live_booking_per_person');
      await again();
    } finally {
      await service.stop();
    }
  });
});
