import type { AppointmentResponse } from '../../src/appointments/appointments.dto.js';
import { EveningBefore } from '../../src/appointments/automatic/evening-before.js';
import { EarlierOffers } from '../../src/appointments/automatic/earlier-offers.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import {
  bookedHours,
  makeItNoon,
  overCapacity,
  registerFamily,
  registerMany,
  slotWithSeats,
  tally,
} from './hall.js';

const PEOPLE = 50;
const SEATS = 3;

const tag = (version: number) => `"v${version}"`;
const reschedule = (own: Api, version: number, slotId: string) =>
  own.post('/v1/appointments/own/rescheduling').set('if-match', tag(version)).send({ slotId });

describe("a person's own appointment", () => {
  let service: Service;
  let officer: Api;
  let own: Api;
  let id: string;
  const read = async (api = own): Promise<AppointmentResponse> =>
    (await api.get('/v1/appointments/own').expect(200)).body as AppointmentResponse;
  const choices = async (): Promise<{ slotId: string; startsAt: string }[]> =>
    ((await own.get('/v1/appointments/own/choices').expect(200)).body as { items: [] }).items;

  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    officer = await service.api('officer');
    const receipt = await service.register({ fullName: 'Wayan Contoh' });
    ({ id } = receipt);
    await service.runJobs();
    own = await service.person(receipt);
  });
  afterAll(() => service.stop());

  it('is moved to a time of their choice; the seat given back cannot be had at once', async () => {
    const before = await read();
    const items = await choices();
    const wanted = items.at(-1)!;
    const { body } = await reschedule(own, before.version, wanted.slotId).expect(200);
    expect(body).toMatchObject({ startsAt: wanted.startsAt, status: 'booked' });
    const [seat] = await service.query<{ minutes: number; free: boolean }>(
      `SELECT extract(epoch FROM s.free_from - now())::float8 / 60 AS minutes, s.free FROM booking b
       JOIN seat s ON s.slot_id = b.slot_id AND s.number = b.seat_number WHERE b.id = $1`,
      [before.id],
    );
    expect(seat!.free).toBe(true);
    expect(seat!.minutes).toBeGreaterThan(0.5);
    expect(seat!.minutes).toBeLessThan(15.1);
    const told = await service.query(
      "SELECT FROM message WHERE kind = 'appointment-changed' AND recipient_id = $1",
      [id],
    );
    expect(told).toHaveLength(1);
  });

  it('moves with its guardian where it is a child’s, and with nobody else', async () => {
    const [mother, child, friend] = await registerFamily(service);
    await service.runJobs();
    const api = await service.person(mother!);
    const items = (await api.get('/v1/appointments/own/choices').expect(200)).body as {
      items: { slotId: string }[];
    };
    const { slotId } = items.items.at(-1)!;
    const moved = await reschedule(api, (await read(api)).version, slotId).expect(200);
    const [hers, its, theirs] = await bookedHours(service, [mother!, child!, friend!]);
    expect(its).toBe(hers);
    expect(theirs).not.toBe(hers);
    const seats = 'UPDATE seat SET free = false WHERE slot_id = $1 AND number > $2';
    const full = (await choices())[0]!;
    await service.query(seats, [full.slotId, 1]);
    const { version } = moved.body as AppointmentResponse;
    await reschedule(api, version, full.slotId).expect(409);
    expect(await bookedHours(service, [mother!, child!])).toEqual([
      expect.closeTo(hers!, 1),
      expect.closeTo(hers!, 1),
    ]);
    await api.post('/v1/appointments/own/cancellation').set('if-match', tag(version)).expect(200);
    expect(await bookedHours(service, [mother!, child!, friend!])).toEqual([
      null,
      null,
      expect.closeTo(theirs!, 1),
    ]);
  });

  it('two requests at once: one moves it, the other is told', async () => {
    const { version } = await read();
    const items = await choices();
    const answers = await Promise.all([0, 1].map((n) => reschedule(own, version, items[n]!.slotId)));
    expect(tally(answers)).toEqual({ 200: 1, 412: 1 });
  });

  it('fifty people want one slot with three seats: three have it, the others keep what they had', async () => {
    const slotId = await slotWithSeats(service, officer, SEATS);
    const people = await registerMany(service, PEOPLE);
    await service.runJobs();
    const apis = await Promise.all(people.map((receipt) => service.person(receipt)));
    const answers = await Promise.all(
      apis.map(async (api) => reschedule(api, (await read(api)).version, slotId)),
    );
    expect(tally(answers)).toEqual({ 200: SEATS, 409: PEOPLE - SEATS });
    expect(await overCapacity(service)).toBe(0);
    const booked = await service.query(
      "SELECT FROM booking WHERE status = 'booked' AND registration_id = ANY ($1)",
      [people.map((person) => person.id)],
    );
    expect(booked).toHaveLength(PEOPLE);
  });

  it('goes into a calendar without a name, an embassy or a reference', async () => {
    const { text } = await own
      .get('/v1/appointments/own/calendar')
      .expect(200)
      .expect('content-type', /calendar/);
    expect(text).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T\d{6}Z[\s\S]*SUMMARY:/);
    expect(text).not.toMatch(/Contoh|Embassy|PNH|Phnom|LOCATION|ORGANIZER/i);
  });

  const entry = async () => {
    const { text } = await own.get('/v1/appointments/own/calendar').expect(200);
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    const [, uid, sequence] = /\r\nUID:(.+)\r\nSEQUENCE:(\d+)\r\n/.exec(text)!;
    return { text, uid, sequence: Number(sequence) };
  };

  it('takes the place of the one it follows in a calendar that has it', async () => {
    const first = await entry();
    expect(await entry()).toMatchObject({ uid: first.uid, sequence: first.sequence });
    await reschedule(own, (await read()).version, (await choices()).at(-2)!.slotId).expect(200);
    const second = await entry();
    expect(second.uid).toBe(first.uid);
    expect(second.sequence).toBeGreaterThan(first.sequence);
    expect(first.uid).not.toBe(id);
  });

  it("is at the time that the person was told, where that is not the seat's", async () => {
    const tell = (at: string) =>
      service.query(`UPDATE booking SET return_at = ${at} WHERE registration_id = $1 AND status = 'booked'`, [
        id,
      ]);
    await tell("starts_at - interval '2 hours'");
    const { startsAt, returnAt } = await read();
    expect(Date.parse(startsAt) - Date.parse(returnAt!)).toBe(2 * 3600_000);
    const { text } = await own.get('/v1/appointments/own/calendar').expect(200);
    expect(text).toContain(`DTSTART:${new Date(returnAt!).toISOString().replace(/[-:]|\.000/g, '')}`);
    await tell('NULL');
    expect((await read()).returnAt).toBeNull();
  });

  it('becomes an earlier one for whoever wishes so, once a seat is free', async () => {
    const { version, startsAt } = await read();
    await reschedule(own, version, (await choices()).at(-1)!.slotId).expect(200);
    const late = await read();
    await own
      .put('/v1/appointments/own/earlier-wish')
      .set('if-match', tag(late.version))
      .send({ wanted: true })
      .expect(200);
    expect(await read()).toMatchObject({ wantsEarlier: true });
    await service.app.get(EarlierOffers, { strict: false }).offer();
    const moved = await read();
    expect(moved.startsAt < late.startsAt).toBe(true);
    expect(moved.wantsEarlier).toBe(false);
    expect(startsAt).toBeDefined();
  });

  it('does not become a later one for whoever was told to come before their seat, and wishes so', async () => {
    await reschedule(own, (await read()).version, (await choices()).at(-1)!.slotId).expect(200);
    await service.query(
      `UPDATE booking SET return_at = now() + interval '1 hour', wants_earlier_since = now()
       WHERE registration_id = $1 AND status = 'booked'`,
      [id],
    );
    const told = await read();
    await service.app.get(EarlierOffers, { strict: false }).offer();
    expect(await read()).toEqual(told);
    await service.query('UPDATE booking SET return_at = NULL, wants_earlier_since = NULL WHERE id = $1', [
      told.id,
    ]);
  });

  it('becomes an earlier one even where fifty before them wish in vain', async () => {
    // as if these already had the earliest of all times
    const inVain = `UPDATE booking SET starts_at = starts_at - interval '30 days', wants_earlier_since = now() - interval '1 day'
       WHERE id IN (SELECT id FROM booking WHERE status = 'booked' AND registration_id <> $1 LIMIT 50) RETURNING id`;
    expect(await service.query(inVain, [id])).toHaveLength(50);
    const { version } = await read();
    const late = (await choices()).at(-1)!;
    await reschedule(own, version, late.slotId).expect(200);
    await own
      .put('/v1/appointments/own/earlier-wish')
      .set('if-match', tag((await read()).version))
      .send({ wanted: true })
      .expect(200);
    await service.app.get(EarlierOffers, { strict: false }).offer();
    expect((await read()).startsAt < late.startsAt).toBe(true);
    await service.query('UPDATE booking SET wants_earlier_since = NULL');
  });

  it('is given back, and chosen anew', async () => {
    const { version } = await read();
    const cancel = (etag: string) =>
      own.post('/v1/appointments/own/cancellation').set('if-match', etag).send();
    await cancel(tag(version + 7)).expect(412);
    const before = await entry();
    await cancel(tag(version)).expect(200);
    await own.get('/v1/appointments/own').expect(404);
    const after = await entry();
    expect(before.text).not.toMatch(/METHOD|STATUS/);
    expect(after.text).toMatch(/^METHOD:CANCEL\r\n[\s\S]*^STATUS:CANCELLED\r\n/m);
    expect(after.text).not.toContain('ORGANIZER');
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    const body = { slotId: (await choices())[0]!.slotId };
    const key = newKey();
    const book = () => own.post('/v1/appointments/own').set('idempotency-key', key).send(body);
    const [first, second] = await Promise.all([book(), book()]);
    expect(first.body).toEqual(second.body);
    await own.post('/v1/appointments/own').set('idempotency-key', newKey()).send(body).expect(409);
  });

  it('of people who registered together is in one slot, or the next', async () => {
    const together = await registerMany(service, 4);
    await service.query('UPDATE registration SET group_id = $2 WHERE id = ANY ($1)', [
      together.map((person) => person.id),
      together[0]!.id,
    ]);
    await service.runJobs();
    const [spread] = await service.query<{ minutes: number; people: number }>(
      `SELECT extract(epoch FROM max(starts_at) - min(starts_at))::float8 / 60 AS minutes, count(*)::int AS people
       FROM booking WHERE status = 'booked' AND registration_id = ANY ($1)`,
      [together.map((person) => person.id)],
    );
    expect(spread!.people).toBe(4);
    expect(spread!.minutes).toBeLessThanOrEqual(30);
  });

  it('is asked about the evening before, once', async () => {
    const hour = new Date().getUTCHours();
    const ahead = ((18 - hour + 12) % 24) - 12;
    await service.query('UPDATE post SET time_zone = $1', [
      `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    ]);
    const evening = service.app.get(EveningBefore, { strict: false });
    const people = await registerMany(service, 3);
    await service.runJobs();
    // one has a seat tomorrow, one was told to come tomorrow instead of later, one was told to come later
    const hours = [
      [34, null],
      [82, 34],
      [34, 82],
    ];
    for (const [index, { id: person }] of people.entries())
      await service.query(
        `UPDATE booking SET starts_at = today.at + make_interval(hours => $2), return_at = today.at + make_interval(hours => $3)
         FROM (SELECT date_trunc('day', now() AT TIME ZONE time_zone) AT TIME ZONE time_zone AS at FROM post) today
         WHERE registration_id = $1`,
        [person, ...hours[index]!],
      );
    await evening.ask();
    await evening.ask();
    const asked = await service.query<{ recipient_id: string }>(
      "SELECT recipient_id FROM message WHERE kind = 'evening-before' AND recipient_id = ANY ($1)",
      [people.map((person) => person.id)],
    );
    expect(asked.map(({ recipient_id: person }) => person).sort()).toEqual(
      people
        .slice(0, 2)
        .map((person) => person.id)
        .sort(),
    );
  });
});
