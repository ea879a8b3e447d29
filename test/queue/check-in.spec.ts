import type { OwnTicketResponse } from '../../src/queue/tickets/own-ticket.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { arrive, bodyOf, checkIn, invite } from './visits.js';

describe('checking in', () => {
  let service: Service;
  let officer: Api;
  let kiosk: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    kiosk = await service.device('kiosk');
  });
  afterAll(() => service.stop());

  const numbers = async () =>
    (await service.query<{ number: number }>('SELECT number FROM ticket ORDER BY number')).map(
      ({ number }) => number,
    );

  it('gives a kiosk the number by secret or by reference and code, and nothing about the case', async () => {
    const [first, second] = await invite(service, 2, { needs: ['pregnant'] });
    const bySecret = await checkIn(kiosk, { accessSecret: first!.accessSecret }).expect(201);
    const { reference, accessCode } = second!;
    const byCode = await checkIn(kiosk, { reference, accessCode }).expect(201);
    expect(bySecret.body).toEqual({
      number: '001',
      status: 'waiting',
      counter: null,
      ahead: 0,
      expectedMinutes: null,
      expectedRange: null,
      asOf: expect.any(String) as string,
    });
    expect(bodyOf<OwnTicketResponse>(byCode)).toMatchObject({ number: '002', ahead: 1 });
    expect(
      await service.query("SELECT actor_kind FROM audit_event WHERE action = 'queue.checked-in'"),
    ).toEqual([{ actor_kind: 'kiosk' }, { actor_kind: 'kiosk' }]);
  });

  it('tells an officer more, and counts the booking as checked in', async () => {
    const [ticket] = await arrive(service, officer, 1, { needs: ['danger-now'] });
    expect(ticket).toMatchObject({
      number: '003',
      status: 'waiting',
      band: 'urgent',
      service: 'identity',
      ahead: 0,
    });
    expect(
      await service.query('SELECT status FROM booking WHERE registration_id = $1', [ticket!.registrationId]),
    ).toEqual([{ status: 'checked-in' }]);
  });

  it('answers a wrong code, a wrong secret, a missing case and nothing at all alike', async () => {
    const [receipt] = await invite(service, 1);
    const { reference } = receipt!;
    const bodies = [
      { reference, accessCode: 'BBBBB-BBBBB' },
      { reference: 'PNH-0000-0000-0', accessCode: receipt!.accessCode },
      { accessSecret: 'GkCjT0zWb1c3p9jvJ0m3XQ' },
      { reference },
      {},
    ];
    const answers: string[] = [];
    for (const body of bodies) {
      const answer = await checkIn(kiosk, body).expect(422);
      answers.push(JSON.stringify({ ...bodyOf<object>(answer), requestId: '' }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('credentials-unknown');
  });

  it('stops guessing at one reference, also where the code is then right', async () => {
    const [receipt] = await invite(service, 1);
    const { reference, accessCode } = receipt!;
    for (let i = 0; i < 10; i++) await checkIn(kiosk, { reference, accessCode: 'BBBBB-BBBBB' }).expect(422);
    const answer = await checkIn(kiosk, { reference, accessCode }).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('refuses with the day of the appointment, and where there is none', async () => {
    const [early, without] = await invite(service, 2);
    await service.query(
      `UPDATE booking SET called_forward_at = NULL, starts_at = '2036-01-16T02:00:00Z' WHERE registration_id = $1`,
      [early!.id],
    );
    await service.query("UPDATE booking SET status = 'cancelled' WHERE registration_id = $1", [without!.id]);
    const answer = await checkIn(kiosk, { accessSecret: early!.accessSecret })
      .set('accept-language', 'en')
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'no-appointment-today' });
    expect(bodyOf<{ detail: string }>(answer).detail).toMatch(/16 January.*09:00/);
    const none = await checkIn(officer, { reference: without!.reference }).expect(409);
    expect(none.body).toMatchObject({ code: 'no-appointment' });
  });

  it('lets people in on the day of the appointment at the post, whatever day it is elsewhere', async () => {
    const [receipt] = await invite(service, 1);
    await service.query(
      `UPDATE booking b SET called_forward_at = NULL,
         starts_at = ((now() AT TIME ZONE p.time_zone)::date + time '23:59') AT TIME ZONE p.time_zone
       FROM post p WHERE p.id = b.post_id AND registration_id = $1`,
      [receipt!.id],
    );
    await checkIn(officer, { reference: receipt!.reference }).expect(201);
  });

  it('refuses a case that is over, a reference that does not exist and one that cannot be', async () => {
    const [receipt] = await invite(service, 1);
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      receipt!.id,
    ]);
    expect((await checkIn(officer, { reference: receipt!.reference }).expect(409)).body).toMatchObject({
      code: 'not-open',
    });
    await checkIn(officer, { reference: receipt!.reference.replace(/.$/, 'U') }).expect(422);
    await checkIn(officer, {}).expect(422);
  });

  it('gives one number to a person who checks in twenty times at once', async () => {
    const before = (await numbers()).length;
    const [receipt] = await invite(service, 1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2
          ? checkIn(kiosk, { accessSecret: receipt!.accessSecret })
          : checkIn(officer, { reference: receipt!.reference }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => bodyOf<TicketResponse>(answer).number)).size).toBe(1);
    expect((await numbers()).length).toBe(before + 1);
  });

  it('gives two numbers to one person at once only without lock and index', async () => {
    const [receipt] = await invite(service, 1);
    await checkIn(officer, { reference: receipt!.reference }).expect(201);
    const again = () =>
      service.query(
        `INSERT INTO ticket (id, post_id, registration_id, booking_id, day, number, band_rank, due_at, status)
         SELECT gen_random_uuid(), post_id, registration_id, booking_id, day, number + 1000, band_rank, due_at, status
         FROM ticket WHERE registration_id = $1`,
        [receipt!.id],
      );
    await expect(again()).rejects.toMatchObject({ constraint: 'one_live_ticket_per_person' });
    const [index] = await service.query<{ sql: string }>(
      "SELECT indexdef AS sql FROM pg_indexes WHERE indexname = 'one_live_ticket_per_person'",
    );
    await service.query('DROP INDEX one_live_ticket_per_person');
    await again();
    const [{ n }] = (await service.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM ticket WHERE registration_id = $1 AND status = 'waiting'",
      [receipt!.id],
    )) as [{ n: number }];
    expect(n).toBe(2);
    await service.query('DELETE FROM ticket WHERE number > 1000');
    await service.query(index!.sql);
  });

  it('answers a repeated key with the same number and counts nothing twice', async () => {
    const [receipt] = await invite(service, 1);
    const key = newKey();
    const [one, two] = await Promise.all(
      [0, 1].map(() => checkIn(kiosk, { accessSecret: receipt!.accessSecret }, key)),
    );
    expect(one!.text).toBe(two!.text);
  });

  it('numbers many who come at once without a gap, also where some are refused', async () => {
    const receipts = await invite(service, 30);
    await service.query("UPDATE booking SET status = 'cancelled' WHERE registration_id = ANY ($1)", [
      receipts.slice(0, 5).map(({ id }) => id),
    ]);
    const answers = await Promise.all(receipts.map(({ reference }) => checkIn(officer, { reference })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(25);
    const given = await numbers();
    expect(given).toEqual(given.map((_, i) => i + 1));
  });
});
