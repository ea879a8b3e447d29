import { Topics } from '../../src/platform/jobs/topics.js';
import { MESSAGE_REPLIED } from '../../src/notifications/messages.topics.js';
import { Database } from '../../src/platform/database/database.js';
import { CallStateReader } from '../../src/queue/call-rounds/call-state-reader.js';
import { newId } from '../../src/platform/ids.js';
import type { OwnStatusResponse } from '../../src/queue/status/own-status.dto.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { checkIn } from '../queue/visits.js';
import { visitor } from '../support/page-reader.js';
import { type Api, type Service, startService } from '../support/service.js';
import { calledTwice, callsOf, openHall, round, waitAtHome } from './call-plan.js';

describe('people are called when their turn is near', () => {
  let service: Service;
  let kiosk: Api;
  let first: RegistrationReceipt;
  const people: RegistrationReceipt[] = [];
  const messages = (kind: string, { id }: { id: string }) =>
    service.query('SELECT FROM message WHERE kind = $1 AND recipient_id = $2', [kind, id]);
  const answer = async ({ id }: { id: string }, reply: string, kind = 'come-to-zone') => {
    const { postId } = service.demonstration;
    await service.app.get(Database).transaction([postId], (tx) =>
      service.app.get(Topics).publish(tx, MESSAGE_REPLIED, {
        postId,
        requestId: newId(),
        recipientId: id,
        kind,
        reply,
      }),
    );
    await service.runJobs();
  };

  beforeAll(async () => {
    service = await startService();
    kiosk = await service.device('kiosk');
    await openHall(service, 3);
    people.push(...(await waitAtHome(service, 12)));
    first = people[0]!;
  });
  afterAll(() => service.stop());

  it('nobody is called where the plan is off', async () => {
    await service.query('UPDATE call_forward_setting SET automatic = false');
    expect(await round(service)).toEqual({ setOut: 0, calledIn: 0 });
    await service.query('UPDATE call_forward_setting SET automatic = true');
  });

  it('whoever stands before a kiosk long before their turn is told when to come back, and keeps their place', async () => {
    const [receipt] = await waitAtHome(service, 1);
    const come = () => checkIn(kiosk, { accessSecret: receipt!.accessSecret });
    const first = await come().expect(409);
    expect(first.body).toMatchObject({ code: 'come-back-later' });
    expect((await come().expect(409)).body).toMatchObject({
      detail: (first.body as { detail: string }).detail,
    });
    const [booking] = await service.query<{ hours: number; told: number }>(
      `SELECT extract(epoch FROM return_at - now())::float8 / 3600 AS hours,
         (SELECT count(*)::int FROM audit_event WHERE action = 'appointment.told-to-come-back') AS told
       FROM booking WHERE registration_id = $1`,
      [receipt!.id],
    );
    expect(booking!.told).toBe(1);
    expect(booking!.hours).toBeGreaterThan(0.9);
    await service.query(
      "UPDATE booking SET return_at = now() + interval '15 minutes' WHERE registration_id = $1",
      [receipt!.id],
    );
    expect((await come().expect(201)).body).toMatchObject({ status: 'waiting' });
    await service.query("UPDATE ticket SET status = 'missed', ended_at = now(), outcome = 'did-not-come'");
  });

  it('whoever comes late, shortly before closing, can be told a time on another day, which outlasts the night', async () => {
    const [receipt] = await waitAtHome(service, 1);
    await service.query(
      "UPDATE booking SET starts_at = now() - interval '1 hour' WHERE registration_id = $1",
      [receipt!.id],
    );
    await service.query("UPDATE opening_hours SET closes = '13:30'");
    await checkIn(kiosk, { accessSecret: receipt!.accessSecret }).expect(409);
    await service.query("UPDATE opening_hours SET closes = '17:00'");
    const told = await service.query(
      `SELECT (return_at AT TIME ZONE time_zone)::date > (now() AT TIME ZONE time_zone)::date AS later
       FROM booking JOIN post ON post.id = post_id WHERE registration_id = $1`,
      [receipt!.id],
    );
    expect(told).toEqual([{ later: true }]);
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      receipt!.id,
    ]);
    await service.query('DELETE FROM booking WHERE registration_id = $1', [receipt!.id]);
  });

  it('people are called as early as they need to come, where they say it', async () => {
    const said = await service.register({
      contact: { method: 'sms', phone: '+85512999999' },
      travelTime: 'over-90',
    });
    await service.runJobs();
    await service.query(
      "UPDATE booking SET starts_at = starts_at + interval '3 days' WHERE registration_id = $1",
      [said.id],
    );
    const { postId } = service.demonstration;
    const state = await service.app.get(Database).transaction([postId], async (tx) => {
      const states = service.app.get(CallStateReader);
      return states.read(tx, postId, (await states.setting(tx, postId))!);
    });
    expect(
      state.toBeCalled
        .map(({ travel }) => travel)
        .toSorted((a, b) => a - b)
        .at(-1),
    ).toBe(110);
    const own = await service.person(said);
    const held = await own.get('/v1/registrations/own').expect(200);
    expect(held.body).toMatchObject({ travelTime: 'over-90' });
    const moved = { method: 'none', whereNow: 'Elsewhere' };
    const etag = held.headers.etag as string;
    await own.patch('/v1/registrations/own/contact').set('if-match', etag).send(moved).expect(200);
    expect((await own.get('/v1/registrations/own').expect(200)).body).toMatchObject({ travelTime: null });
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      said.id,
    ]);
  });

  it('the first of the line are told to set out, by one message each, and it is on record', async () => {
    const [one, other] = await Promise.all([round(service), round(service)]);
    expect(one.setOut + other.setOut).toBeGreaterThan(2);
    expect(await callsOf(service, first)).toMatchObject([{ attempt: 1, state: 'called' }]);
    expect(await messages('come-to-zone', first)).toHaveLength(1);
    expect(await calledTwice(service)).toBe(0);
    const recorded = await service.query(
      "SELECT FROM audit_event WHERE action = 'appointment.called-forward' AND subject_id::text = $1",
      [first.id],
    );
    expect(recorded).toHaveLength(1);
    expect(await callsOf(service, people.at(-1)!)).toEqual([]);
  });

  it('each person is told when their turn is likely to be, at the door of the service and on their page', async () => {
    const turnOf = async (receipt: RegistrationReceipt) => {
      const answer = await (await service.person(receipt)).get('/v1/status/own').expect(200);
      return (answer.body as OwnStatusResponse).turn!;
    };
    const [called, later] = [await turnOf(first), await turnOf(people.at(-1)!)];
    expect(called.called).toBe(true);
    expect(later).toMatchObject({ called: false });
    expect(later.ahead).toBeGreaterThan(called.ahead);
    expect(Date.parse(later.from)).toBeLessThan(Date.parse(later.until));
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: people.at(-1)!.accessSecret }).expect(303);
    const page = await person.get('/status').expect(200);
    expect(page.text).toContain('Your turn is likely between');
    expect(page.text).toContain(`${later.ahead} people are before you`);
  });

  it('what they answer is kept with the call', async () => {
    await answer(first, 'on-my-way');
    expect(await callsOf(service, first)).toMatchObject([{ reply: 'on-my-way' }]);
  });

  it('whoever cannot come keeps the later appointment and is not called again today', async () => {
    await answer(people[1]!, 'cannot-come');
    expect(await callsOf(service, people[1]!)).toMatchObject([{ state: 'declined' }]);
    await round(service);
    expect(await callsOf(service, people[1]!)).toHaveLength(1);
  });

  it('whoever cannot come when the post opens is not called that day either', async () => {
    const { id } = people.at(-1)!;
    await service.query(
      "UPDATE booking SET return_at = now() + interval '1 day', starts_at = now() + interval '5 days' WHERE registration_id = $1",
      [id],
    );
    await answer({ id }, 'cannot-come', 'come-at');
    const [booking] = await service.query(
      `SELECT status, return_at, (callable_from AT TIME ZONE time_zone)::date - (now() AT TIME ZONE time_zone)::date AS days
       FROM booking JOIN post ON post.id = post_id WHERE registration_id = $1`,
      [id],
    );
    expect(booking).toEqual({ status: 'booked', return_at: null, days: 2 });
  });

  it('whoever comes waits in the zone, and is called in when a counter is near; the call has come to something', async () => {
    const officer = await service.api('officer');
    await checkIn(officer, { reference: first.reference }).expect(201);
    expect(await callsOf(service, first)).toMatchObject([{ state: 'arrived' }]);
    expect((await round(service)).calledIn).toBe(1);
    expect((await round(service)).calledIn).toBe(0);
    expect(await messages('come-now', first)).toHaveLength(1);
  });

  it('whoever does not come is told again, then others go first; the place in the line stays', async () => {
    const late = people[2]!;
    const wait = (column: string) =>
      service.query(
        `UPDATE call_forward SET ${column} = ${column} - interval '2 hours' WHERE booking_id IN
           (SELECT id FROM booking WHERE registration_id = $1)`,
        [late.id],
      );
    await wait('called_at');
    await round(service);
    expect(await callsOf(service, late)).toMatchObject([{ state: 'recalled' }]);
    await wait('recalled_at');
    await round(service);
    expect(await callsOf(service, late)).toMatchObject([{ state: 'lapsed' }]);
    expect(await messages('your-turn-missed', late)).toHaveLength(1);
    await service.query('UPDATE booking SET callable_from = now() WHERE registration_id = $1', [late.id]);
    await service.query(
      "UPDATE call_forward SET state = 'withdrawn', ended_at = now() WHERE ended_at IS NULL",
    );
    await round(service);
    expect(await callsOf(service, late)).toMatchObject([
      { state: 'lapsed' },
      { state: 'called', attempt: 2 },
    ]);
  });

  it('people whom no message reaches are not called; they come at the time that they were told', async () => {
    const silent = await service.register();
    await service.runJobs();
    await service.query(
      "UPDATE booking SET starts_at = starts_at + interval '3 days', in_line_since = now() - interval '9 days' WHERE registration_id = $1",
      [silent.id],
    );
    await service.query(
      "UPDATE call_forward SET state = 'withdrawn', ended_at = now() WHERE ended_at IS NULL",
    );
    await round(service);
    expect(await callsOf(service, silent)).toEqual([]);
    expect(
      await service.query('SELECT reachable FROM booking WHERE registration_id = $1', [silent.id]),
    ).toEqual([{ reachable: false }]);
  });

  it('somebody whose contact details cannot be read keeps nobody else from being called', async () => {
    const [broken, other] = await waitAtHome(service, 2);
    await service.query(
      `UPDATE person SET contact_sealed = '\\x01'::bytea WHERE id = (SELECT person_id FROM registration WHERE id = $1)`,
      [broken!.id],
    );
    await service.query(
      "UPDATE booking SET in_line_since = now() - interval '20 days' WHERE registration_id = ANY ($1)",
      [[broken!.id, other!.id]],
    );
    await round(service);
    expect(await callsOf(service, broken!)).toEqual([]);
    expect(await callsOf(service, other!)).toMatchObject([{ attempt: 1, state: 'called' }]);
  });

  it('a supervisor switches it and sees what it sees', async () => {
    const supervisor = await service.api('supervisor');
    const plan = await supervisor.get('/v1/call-forward/plan').expect(200);
    expect(plan.body).toMatchObject({ automatic: true, counters: 3 });
    const { headers } = await supervisor.get('/v1/call-forward').expect(200);
    const change = { automatic: false, travelMinutes: 40, graceMinutes: 15 };
    const put = (tag: string) => supervisor.put('/v1/call-forward').set('if-match', tag).send(change);
    await put(String(headers['etag'])).expect(200);
    await put(String(headers['etag'])).expect(412);
    expect(await round(service)).toEqual({ setOut: 0, calledIn: 0 });
    await (await service.api('officer')).get('/v1/call-forward').expect(403);
  });
});
