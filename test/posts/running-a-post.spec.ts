import type { SlotPage } from '../../src/appointments/slots/slots.dto.js';
import type { PostList } from '../../src/posts/posts.dto.js';
import type { SetupChangedResponse, SetupResponse } from '../../src/posts/setup/setup.dto.js';
import { book, makeItNoon, overCapacity, registerFamily, registerMany, tally } from '../appointments/hall.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { officerElsewhere } from '../support/another-post.js';
import { postDesk, WEEK } from './post-desk.js';

describe('running a post', () => {
  let service: Service;
  let desk: Awaited<ReturnType<typeof postDesk>>;

  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    desk = await postDesk(service);
  });
  afterAll(() => service.stop());

  it('is done by supervisors and administrators of the post, read by who works there, in the version they saw', async () => {
    const { version } = (await desk.officer.get(`${desk.base}/setup`).expect(200)).body as SetupResponse;
    const put = (api: Api, etag?: string) =>
      api
        .put(`${desk.base}/opening-hours`)
        .set(etag ? { 'if-match': etag } : {})
        .send(desk.hours('09:00', '17:00'));
    await put(desk.officer, `"v${version}"`).expect(403);
    await put(desk.supervisor).expect(428);
    await put(desk.supervisor, '"v999"').expect(412);
    await put(await service.api('administrator'), `"v${version}"`).expect(200);
    await (await officerElsewhere(service)).get(`${desk.base}/setup`).expect(404);
  });

  it('says at the field what is wrong', async () => {
    const faults = async (...sent: Parameters<typeof desk.send>) => {
      const answer = await desk.send(...sent);
      expect(answer.status).toBe(422);
      const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
      return errors.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    const monday = (opens: string, closes: string) => ({ weekday: 1, opens, closes });
    const week = (...openingHours: object[]) => ({ openingHours });
    expect(await faults('put', 'opening-hours', week())).toEqual(['/openingHours required']);
    expect(
      await faults('put', 'opening-hours', week(monday('09:00', '12:00'), monday('11:00', '17:00'))),
    ).toEqual(['/openingHours/1/opens overlapping']);
    expect(await faults('put', 'opening-hours', week(monday('09:00', '08:00')))).toEqual([
      '/openingHours/0/closes closes-before-opening',
    ]);
    expect(await faults('put', `holidays/${await desk.dayOf(0)}`, { name: 'Contoh Day' })).toEqual([
      '/day in-the-past',
    ]);
    expect(await faults('post', 'counters', { number: 3, name: null })).toEqual(['/number already-used']);
    const facts = { ...(await desk.setup()), timeZone: 'Asia/Nowhere', fineCurrency: 'ZZZ' };
    const { name, city, hotline, timeZone, overstayFinePerDay, fineCurrency } = facts;
    expect(
      await faults('put', 'facts', { name, city, hotline, timeZone, overstayFinePerDay, fineCurrency }),
    ).toEqual(['/timeZone not-a-choice', '/fineCurrency not-a-choice']);
  });

  it('keeps overlapping hours out by itself, and those of another post apart', async () => {
    const insert = (opens: string, closes: string) =>
      service.query(
        `INSERT INTO opening_hours (post_id, weekday, opens, closes) VALUES ($1, 1, $2::time, $3::time)`,
        [service.demonstration.postId, opens, closes],
      );
    await expect(insert('16:59', '18:00')).rejects.toThrow(/opening_hours_apart/);
    await insert('17:00', '18:00');
    await service.query("DELETE FROM opening_hours WHERE opens = '17:00'");
  });

  it('tries a change out, says what follows, and changes nothing; then it is as was said', async () => {
    const { ids } = await desk.bookTomorrow(3);
    const before = await desk.setup();
    const tried = (await desk.send('put', 'opening-hours?dryRun=true', desk.hours('09:00', '16:00')))
      .body as SetupChangedResponse;
    expect(tried.effect.peopleMoved).toBe(3);
    expect(tried.effect.seatsTaken).toBeGreaterThan(600);
    expect(await desk.setup()).toEqual(before);
    expect((await desk.tomorrow()).at(-1)!.time).toBe('16:48');
    const unseen = await desk.send('put', 'opening-hours', desk.hours('09:00', '16:00'));
    expect({ status: unseen.status, code: (unseen.body as { code: string }).code }).toEqual({
      status: 409,
      code: 'more-people-moved',
    });
    const { effect } = await desk.changed('put', 'opening-hours?peopleSeen=3', desk.hours('09:00', '16:00'));
    expect(effect).toEqual(tried.effect);
    expect((await desk.tomorrow()).at(-1)!.time).toBe('15:48');
    await service.runJobs();
    expect(await desk.toldOf(ids)).toBe(3);
    expect((await desk.hoursOf(ids)).every((hours) => hours !== null)).toBe(true);
    expect(await desk.unseated()).toBe(0);
  });

  it('offers more when hours grow, without moving who is booked, also where the times no longer fit the grid', async () => {
    const { id: early } = await service.register();
    await book(desk.officer, early).expect(201);
    const [at] = await desk.hoursOf([early]);
    const { effect } = await desk.changed('put', 'opening-hours', {
      openingHours: WEEK.flatMap((day) => [
        { ...day, opens: '08:05', closes: '16:00' },
        { ...day, opens: '18:00', closes: '19:00' },
      ]),
    });
    expect(effect.peopleMoved).toBe(0);
    expect(effect.seatsAdded).toBeGreaterThan(effect.seatsTaken);
    expect((await desk.hoursOf([early]))[0]).toBeCloseTo(at!, 2);
    const times = (await desk.tomorrow()).map(({ time }) => time);
    expect([times[0], times.at(-1)]).toEqual(['08:05', '18:48']);
    await desk.changed('put', 'opening-hours', desk.hours('09:00', '17:00'));
  });

  it('closes on a holiday, books people again together, and works on it after all', async () => {
    const family = desk.idsOf(await registerFamily(service));
    await service.runJobs();
    const { ids, slot } = await desk.bookTomorrow(2);
    for (const id of family) {
      await service.query('UPDATE booking SET called_forward_at = NULL WHERE registration_id = $1', [id]);
    }
    const day = await desk.dayOf(1);
    const tried = (await desk.send('put', `holidays/${day}?dryRun=true`, { name: 'Contoh Day' }))
      .body as SetupChangedResponse;
    const { holidays } = await desk.changed('put', `holidays/${day}?peopleSeen=${tried.effect.peopleMoved}`, {
      name: 'Contoh Day',
    });
    expect(holidays).toEqual([{ day, name: 'Contoh Day' }]);
    const { body: posts } = await service.everyone().get('/v1/posts').expect(200);
    expect((posts as PostList).items.find(({ code }) => code === 'PNH')!.holidays).toEqual([
      { day, name: 'Contoh Day' },
    ]);
    await service.runJobs();
    expect(await desk.unseated()).toBe(0);
    expect(await desk.toldOf(ids)).toBe(2);
    expect(await desk.tomorrow()).toEqual([]);
    const [person] = await registerMany(service, 1);
    await book(desk.officer, person!.id, slot.id).expect(409);
    await desk.changed('delete', `holidays/${day}`);
    expect((await desk.tomorrow())[0]).toEqual({ time: '09:00', seats: 10, free: 10 });
    await service.query("INSERT INTO holiday SELECT id, '2026-01-01', 'Over' FROM post");
    expect((await desk.send('delete', 'holidays/2026-01-01')).status).toBe(422);
  });

  it('closes a counter for good: who sat there keeps the time where there is room, and its history stays', async () => {
    const { ids } = await desk.bookTomorrow(2, -2);
    await service.query(
      `UPDATE booking SET seat_number = 10 WHERE registration_id = $1 AND status = 'booked'`,
      [ids[1]],
    );
    const before = await desk.hoursOf(ids);
    const tenth = (await desk.setup()).counters.find(({ number }) => number === 10)!;
    const opened = await desk.officer.post('/v1/counter-sessions').send({ counterId: tenth.id }).expect(201);
    const refused = await desk.send('post', `counters/${tenth.id}/closing`);
    expect((refused.body as { code: string }).code).toBe('counter-in-use');
    await desk.officer.delete('/v1/counter-sessions/current').expect(204);
    const { effect, counters } = await desk.changed('post', `counters/${tenth.id}/closing`);
    expect(effect.peopleMoved).toBe(0);
    expect(counters.find(({ id }) => id === tenth.id)!.closedAt).not.toBeNull();
    const after = await desk.hoursOf(ids);
    expect(after.map((hours, i) => Math.abs(hours! - before[i]!) < 0.01)).toEqual([true, true]);
    expect((await desk.tomorrow()).every(({ seats }) => seats === 9)).toBe(true);
    await desk.officer.post('/v1/counter-sessions').send({ counterId: tenth.id }).expect(422);
    const { id: sessionId } = opened.body as { id: string };
    expect(await service.query('SELECT FROM counter_session WHERE id = $1', [sessionId])).toHaveLength(1);
    await desk.changed('post', 'counters', { number: 10, name: 'Quiet room' });
    expect((await desk.tomorrow()).every(({ seats }) => seats === 10)).toBe(true);
  });

  it('adds a counter once, however often it is sent, and gives it another number', async () => {
    const { version } = await desk.setup();
    const key = newKey();
    const add = () =>
      desk.supervisor
        .post(`${desk.base}/counters`)
        .set('if-match', `"v${version}"`)
        .set('idempotency-key', key)
        .send({ number: 11, name: null });
    const [first, again] = [await add().expect(201), await add().expect(201)];
    expect(again.body).toEqual(first.body);
    const { id } = (first.body as SetupResponse).counters.find(({ number }) => number === 11)!;
    const { counters } = await desk.changed('put', `counters/${id}`, { number: 20, name: 'Room 2' });
    expect(counters.find((counter) => counter.id === id)).toMatchObject({ number: 20, name: 'Room 2' });
    await desk.changed('post', `counters/${id}/closing`);
  });

  it('gives a service another length from the next free time on, and moves nobody', async () => {
    const { ids } = await desk.bookTomorrow(1, 5);
    const before = await desk.hoursOf(ids);
    const { effect } = await desk.changed('put', 'services/identity', { minutes: 20, active: true });
    expect(effect.peopleMoved).toBe(0);
    expect((await desk.hoursOf(ids))[0]).toBeCloseTo(before[0]!, 2);
    const [overlap] = await service.query<{ pairs: number }>(
      `SELECT count(*)::int AS pairs FROM slot a JOIN slot b ON a.service_type_id = b.service_type_id AND a.id < b.id
         AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at AND a.starts_at > now()
       WHERE EXISTS (SELECT FROM seat WHERE slot_id = a.id AND planned)
         AND EXISTS (SELECT FROM seat WHERE slot_id = b.id AND planned)`,
    );
    expect(overlap!.pairs).toBe(0);
    await desk.changed('put', 'services/identity', { minutes: 12, active: true });
    const refused = await desk.send('put', 'services/identity', { minutes: 12, active: false });
    expect((refused.body as { code: string }).code).toBe('service-needed');
  });

  it('turns a service off: nobody new is booked for it, who is booked comes, and who is booked again is for the main one', async () => {
    const list = async () =>
      ((await desk.officer.get('/v1/slots?service=protection&limit=200').expect(200)).body as SlotPage).items;
    const slots = await list();
    const [person, late] = await registerMany(service, 2);
    await book(desk.officer, person!.id, slots.at(-1)!.id).expect(201);
    await desk.changed('put', 'services/protection', { minutes: 30, active: false });
    expect((await desk.hoursOf([person!.id]))[0]).not.toBeNull();
    await book(desk.officer, late!.id, slots[0]!.id).expect(409);
    const [{ day } = { day: '' }] = await service.query<{ day: string }>(
      'SELECT ($1::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM post WHERE id = $2',
      [slots.at(-1)!.startsAt, service.demonstration.postId],
    );
    await desk.changed('put', `holidays/${day}?peopleSeen=1`, { name: 'Contoh Day' });
    await service.runJobs();
    const { body } = await desk.officer.get(`/v1/registrations/${person!.id}/appointment`).expect(200);
    expect((body as { service: string }).service).toBe('identity');
    await desk.changed('delete', `holidays/${day}`);
    const offered = (await service.everyone().get('/v1/posts')).body as PostList;
    expect(offered.items[0]!.serviceTypes.map(({ code }) => code)).not.toContain('protection');
    await desk.changed('put', 'services/protection', { minutes: 30, active: true });
  });

  it('of two editors who looked at the same, one is told that the other was faster', async () => {
    const { version } = await desk.setup();
    const answers = await Promise.all([
      desk.send('put', 'opening-hours', desk.hours('09:00', '17:00'), version),
      desk.send('post', 'counters', { number: 30, name: null }, version),
    ]);
    expect(tally(answers)[412]).toBe(1);
  });

  it('while people book: nobody keeps a time that is no more, and nobody is lost', async () => {
    const people = await registerMany(service, 24);
    const { version } = await desk.setup();
    const [answer, ...booked] = await Promise.all([
      desk.send('put', 'opening-hours?peopleSeen=1000', desk.hours('20:00', '22:00'), version),
      ...people.map(({ id }) => book(desk.officer, id)),
    ]);
    expect(answer.status).toBe(200);
    expect(tally(booked)).toEqual({ 201: 24 });
    await service.runJobs();
    expect(await desk.unseated()).toBe(0);
    expect((await desk.hoursOf(desk.idsOf(people))).filter((hours) => hours === null)).toEqual([]);
    expect(await overCapacity(service)).toBe(0);
    const outside = await service.query(
      `SELECT FROM booking b JOIN post p ON p.id = b.post_id WHERE b.status = 'booked' AND b.starts_at > now()
         AND b.service_type_id = (SELECT id FROM service_type WHERE post_id = p.id AND code = 'identity')
         AND (b.starts_at AT TIME ZONE p.time_zone)::time < '20:00' AND b.called_forward_at IS NULL`,
    );
    expect(outside).toEqual([]);
  });

  it('is on record, with what followed', async () => {
    const events = await service.query<{ action: string; people: number | null }>(
      `SELECT DISTINCT action FROM audit_event WHERE action LIKE 'post.%' ORDER BY 1`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      'post.counter-added',
      'post.counter-changed',
      'post.counter-closed',
      'post.holiday-removed',
      'post.holiday-set',
      'post.hours-changed',
      'post.service-changed',
    ]);
  });
});
