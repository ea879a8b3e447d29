import type { DepartureResponse } from '../../src/departures/departures.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { buildDeparture, HAPPENED, journeysOf, type Journeys } from '../support/journey.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';

const ACTS = ['clearance', 'boarding', 'departure', 'missed', 'arrival'] as const;
type Act = (typeof ACTS)[number];

describe('the journey home', () => {
  let service: Service;
  let journeys: Journeys;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const path = (id: string) => `/v1/registrations/${id}/departure`;
  const plan = (id: string, overrides: object = {}, key = newKey(), api = officer) =>
    api.post(path(id)).set('idempotency-key', key).send(buildDeparture(overrides));
  type Seen = Pick<DepartureResponse, 'id' | 'version'>;
  const send = ({ id, version }: Seen, name: Act | 'schedule', body?: object, api = officer) =>
    api.post(`/v1/departures/${id}/${name}`).set('if-match', `"v${version}"`).send(body);
  /** As it was hours ago, for a journey planned late. */
  const act = (seen: Seen, name: Act, api = officer) =>
    send(seen, name, HAPPENED[name] && { at: HAPPENED[name]() }, api);
  const minutes = (ahead: number) => new Date(Date.now() + ahead * 60_000).toISOString();
  /** With a passport instead of a travel document: quicker to arrange. */
  const withPassport = async () => {
    const person = await journeys.registered();
    await journeys.clearanceGranted(person);
    await journeys.evidence(person.id, 'passport');
    return person;
  };
  const cleared = async (overrides: object = {}) =>
    journeys.step(await journeys.plannedLate(await withPassport(), overrides), 'clearance');

  it('is planned once, also where two officers plan at the same time', async () => {
    const { id } = await journeys.registered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => plan(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'departure-live' });
    const key = newKey();
    const { id: another } = await journeys.registered();
    const repeated = buildDeparture();
    const [first, second] = [await plan(another, repeated, key), await plan(another, repeated, key)];
    expect(second.body).toEqual(first.body);
  });

  it('keeps one live journey a person by the database alone: without its index there are more', async () => {
    const { id } = await journeys.registered();
    await service.query('ALTER INDEX one_live_departure_per_person RENAME TO kept_aside');
    await service.query('DROP INDEX kept_aside');
    const answers = [await plan(id), await plan(id)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    await service.query('DELETE FROM departure WHERE registration_id = $1', [id]);
    await service.query(
      "CREATE UNIQUE INDEX one_live_departure_per_person ON departure (registration_id) WHERE status <> 'missed'",
    );
  });

  it('is not cleared without leave to exit, nor without a document to travel on', async () => {
    const person = await journeys.registered();
    const planned = await journeys.planned(person);
    expect((await act(planned, 'clearance').expect(409)).body).toMatchObject({ code: 'no-exit-clearance' });
    await journeys.clearanceRequested(person);
    expect((await act(planned, 'clearance').expect(409)).body).toMatchObject({ code: 'no-exit-clearance' });
    await service.query(
      "UPDATE exit_clearance SET status = 'granted', decided_at = now() WHERE registration_id = $1",
      [person.id],
    );
    expect((await act(planned, 'clearance').expect(409)).body).toMatchObject({ code: 'no-travel-document' });
    await journeys.evidence(person.id, 'passport', false);
    await journeys.evidence(person.id, 'passport-copy');
    expect((await act(planned, 'clearance').expect(409)).body).toMatchObject({ code: 'no-travel-document' });
    await journeys.evidence(person.id, 'passport');
    await act(planned, 'clearance').expect(200);
  });

  it('needs a travel document that is still good on the day, and that nobody took back', async () => {
    const person = await journeys.registered();
    await journeys.clearanceGranted(person);
    const document = await journeys.documentCollected(person);
    const afterwards = new Date(`${document.validUntil}T00:00:00+07:00`);
    afterwards.setUTCDate(afterwards.getUTCDate() + 1);
    const late = await journeys.planned(person, { scheduledAt: afterwards.toISOString() });
    expect((await act(late, 'clearance').expect(409)).body).toMatchObject({ code: 'no-travel-document' });
    await journeys.step(late, 'missed');
    const astray = await journeys.planned(person, { route: ['MYS', 'IDN'] });
    expect((await act(astray, 'clearance').expect(409)).body).toMatchObject({ code: 'route-not-covered' });
    await journeys.step(astray, 'missed');
    const intime = await journeys.planned(person, { scheduledAt: `${document.validUntil}T23:30:00+07:00` });
    await service.query("UPDATE travel_document SET status = 'revoked' WHERE id = $1", [document.id]);
    await act(intime, 'clearance').expect(409);
    await service.query("UPDATE travel_document SET status = 'collected' WHERE id = $1", [document.id]);
    await act(intime, 'clearance').expect(200);
  });

  describe('from each status', () => {
    const WAY = {
      planned: [],
      cleared: ['clearance'],
      boarded: ['clearance', 'boarding'],
      departed: ['clearance', 'boarding', 'departure'],
      arrived: ['clearance', 'boarding', 'departure', 'arrival'],
      missed: ['missed'],
    } as const satisfies Record<string, readonly Act[]>;
    const ALLOWED: Record<keyof typeof WAY, readonly Act[]> = {
      planned: ['clearance', 'missed'],
      cleared: ['boarding', 'missed'],
      boarded: ['departure', 'missed'],
      departed: ['arrival'],
      arrived: [],
      missed: [],
    };

    it.each(Object.keys(WAY) as (keyof typeof WAY)[])('%s: only what may follow', async (status) => {
      for (const name of ACTS) {
        let journey = await journeys.plannedLate(await withPassport());
        for (const before of WAY[status]) journey = await journeys.step(journey, before);
        expect(journey.status).toBe(status);
        const answer = await act(journey, name);
        const expected = ALLOWED[status].includes(name) ? 200 : 409;
        expect({ status, name, answer: answer.status }).toEqual({ status, name, answer: expected });
      }
    });
  });

  it('is boarded or missed, never both, where two officers act at the same time', async () => {
    const journey = await cleared();
    const answers = await Promise.all([
      act(journey, 'boarding'),
      act(journey, 'missed'),
      act(journey, 'boarding'),
      act(journey, 'missed'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('has not got further than it can have by now', async () => {
    const journey = await cleared({ scheduledAt: minutes(3 * 1_440) });
    const early = (await send(journey, 'boarding').expect(409)).body as { code: string; detail: string };
    expect(early.code).toBe('too-early-to-board');
    expect(early.detail).toMatch(/from \d{4}-\d\d-\d\d 18:00 \(local time\)/);
    await send(journey, 'boarding', { at: minutes(-1) }).expect(409);
    const moved = await send(journey, 'schedule', { scheduledAt: minutes(150) }).expect(200);
    const aboard = await send(moved.body as Seen, 'boarding').expect(200);
    expect((await send(aboard.body as Seen, 'departure').expect(409)).body).toMatchObject({
      code: 'too-early-to-depart',
    });
    const sooner = await send(aboard.body as Seen, 'schedule', { scheduledAt: minutes(60) }).expect(200);
    const gone = await send(sooner.body as Seen, 'departure').expect(200);
    expect((await send(gone.body as Seen, 'arrival').expect(409)).body).toMatchObject({
      code: 'too-early-to-arrive',
    });
    expect(
      (await send(gone.body as Seen, 'schedule', { scheduledAt: minutes(90) }).expect(409)).body,
    ).toMatchObject({ code: 'not-open' });
  });

  it('is recorded later as of when it was, and never as of when it cannot have been', async () => {
    const journey = await cleared({ scheduledAt: minutes(-180) });
    const faultOf = async (seen: Seen, name: Act, at?: string) =>
      ((await send(seen, name, { at }).expect(422)).body as { errors: { pointer: string; code: string }[] })
        .errors;
    expect(await faultOf(journey, 'boarding')).toMatchObject([{ pointer: '/at', code: 'required' }]);
    expect(await faultOf(journey, 'boarding', minutes(5))).toMatchObject([{ code: 'still-to-come' }]);
    expect(await faultOf(journey, 'boarding', minutes(-2_880))).toMatchObject([{ code: 'too-early' }]);
    const boardedAt = minutes(-170);
    const aboard = (await send(journey, 'boarding', { at: boardedAt }).expect(200)).body as DepartureResponse;
    expect(aboard.boardedAt).toBe(boardedAt);
    expect(await faultOf(aboard, 'departure', minutes(-175))).toMatchObject([{ code: 'too-early' }]);
    const departedAt = minutes(-160);
    const gone = (await send(aboard, 'departure', { at: departedAt }).expect(200)).body as DepartureResponse;
    expect(gone.departedAt).toBe(departedAt);
    expect(await faultOf(gone, 'arrival', minutes(-150))).toMatchObject([{ code: 'too-early' }]);
    await send(gone, 'arrival').expect(200);
    const before = (later: string, earlier: string) =>
      service.query(`UPDATE departure SET ${later} = ${earlier} - interval '1 s' WHERE id = $1`, [gone.id]);
    await expect(before('departed_at', 'boarded_at')).rejects.toThrow('departed_after_boarding');
    await expect(before('arrived_at', 'departed_at')).rejects.toThrow('arrived_after_departing');
  });

  it('moves only to a time that its papers and its boarding allow', async () => {
    const person = await journeys.registered();
    await journeys.clearanceGranted(person);
    const { validUntil } = await journeys.documentCollected(person);
    const journey = await journeys.step(await journeys.planned(person), 'clearance');
    const after = new Date(Date.parse(`${validUntil}T00:00:00Z`) + 2 * 86_400_000).toISOString();
    expect((await send(journey, 'schedule', { scheduledAt: after }).expect(409)).body).toMatchObject({
      code: 'no-travel-document',
    });
    await send(journey, 'schedule', { scheduledAt: minutes(-32 * 1_440) }).expect(422);
    const now = await send(journey, 'schedule', { scheduledAt: minutes(30) }).expect(200);
    const aboard = await send(now.body as Seen, 'boarding').expect(200);
    const far = await send(aboard.body as Seen, 'schedule', { scheduledAt: minutes(3 * 1_440) }).expect(422);
    expect((far.body as { errors: object[] }).errors).toMatchObject([{ code: 'boarded-before' }]);
  });

  it('that was missed is followed by another', async () => {
    const person = await journeys.registered();
    const first = await journeys.step(await journeys.planned(person), 'missed');
    const second = await journeys.planned(person, { serviceNumber: 'CT 603' });
    expect(second.id).not.toBe(first.id);
    expect((await officer.get(path(person.id)).expect(200)).body).toEqual(second);
  });

  it('ends where the person withdraws: it can only be recorded as missed', async () => {
    const receipt = await journeys.registered();
    const planned = await journeys.planned(receipt);
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      receipt.id,
    ]);
    expect((await act(planned, 'clearance').expect(409)).body).toMatchObject({ code: 'not-open' });
    await act(planned, 'missed').expect(200);
    expect((await plan(receipt.id).expect(409)).body).toMatchObject({ code: 'not-open' });
  });

  it('asks for the version that was looked at', async () => {
    const planned = await journeys.planned(await journeys.registered());
    await officer.post(`/v1/departures/${planned.id}/missed`).expect(428);
    await act({ ...planned, version: 2 }, 'missed').expect(412);
  });

  it.each([
    [{ scheduledAt: '2020-01-01T00:00:00Z' }, '/scheduledAt', 'in-the-past'],
    [{ scheduledAt: '2199-01-01T00:00:00Z' }, '/scheduledAt', 'too-far-ahead'],
    [{ scheduledAt: '2026-13-01T00:00:00Z' }, '/scheduledAt', 'wrong-format'],
    [{ serviceNumber: '=cmd()' }, '/serviceNumber', 'wrong-format'],
    [{ carrier: '' }, '/carrier', 'too-short'],
    [{ route: [] }, '/route', 'required'],
    [{ route: ['QQQ'] }, '/route', 'not-a-choice'],
  ])('refuses %j', async (overrides, pointer, code) => {
    const answer = await plan((await journeys.registered()).id, overrides).expect(422);
    expect((answer.body as { errors: object[] }).errors).toContainEqual(
      expect.objectContaining({ pointer, code }),
    );
  });

  it('is out of reach of another embassy and of other roles', async () => {
    const person = await journeys.registered();
    const planned = await journeys.planned(person);
    const elsewhere = await officerElsewhere(service);
    await elsewhere.get(path(person.id)).expect(404);
    await plan(person.id, {}, newKey(), elsewhere).expect(404);
    for (const name of ACTS) await act(planned, name, elsewhere).expect(404);
    const move = { scheduledAt: minutes(60) };
    await send(planned, 'schedule', move, elsewhere).expect(404);
    const [agency, approver] = [await service.api('home-agency'), await service.api('approver')];
    for (const name of ['clearance', 'boarding', 'departure', 'missed'] as const)
      await act(planned, name, agency).expect(403);
    for (const name of ACTS) await act(planned, name, approver).expect(403);
    for (const api of [agency, approver]) await send(planned, 'schedule', move, api).expect(403);
    await act(planned, 'arrival', await service.api('supervisor')).expect(403);
    await agency.get(path(person.id)).expect(403);
  });
});
