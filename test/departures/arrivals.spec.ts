import type { ArrivalPage, ArrivalResponse } from '../../src/departures/arrivals/arrivals.dto.js';
import { journeysOf, type Journeys } from '../support/journey.js';
import { type Api, type Service, startService } from '../support/service.js';

describe('the list of arrivals', () => {
  let service: Service;
  let journeys: Journeys;
  let agency: Api;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
    agency = await service.api('home-agency');
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());
  beforeEach(() => service.query('DELETE FROM departure'));

  const list = async (api: Api, query = '') =>
    (await api.get(`/v1/arrivals${query}`).expect(200)).body as ArrivalPage;
  const onTheWay = async (
    overrides: object,
    scheduledAt = new Date(Date.now() + 86_400_000).toISOString(),
  ) => {
    const person = await journeys.registered(overrides);
    await journeys.evidence(person.id, 'passport');
    await journeys.clearanceGranted(person);
    const journey = await journeys.step(await journeys.planned(person, { scheduledAt }), 'clearance');
    return { person, journey };
  };
  const listings = (id: string) =>
    service.query(
      "SELECT actor_kind FROM audit_event WHERE action = 'departure.listed-as-arrival' AND subject_id = $1",
      [id],
    );

  it('names who agreed, with what care needs to know and nothing else, and records that', async () => {
    const { person, journey } = await onTheWay({
      fullName: 'Melati Contoh',
      needs: ['pregnant', 'held-or-forced'],
      consents: ['embassy-assistance', 'arrival-care', 'host-exit-clearance'],
    });
    const { items } = await list(agency);
    expect(items).toEqual([
      {
        id: journey.id,
        status: 'cleared',
        carrier: 'Contoh Air',
        serviceNumber: 'CT 601',
        from: 'Phnom Penh',
        to: 'Medan',
        scheduledAt: journey.scheduledAt,
        departedAt: null,
        arrivedAt: null,
        agreed: true,
        reference: person.reference,
        name: 'Melati Contoh',
        sex: 'M',
        birthYear: 1998,
        needs: ['pregnant'],
        version: 2,
      } satisfies ArrivalResponse,
    ]);
    expect(await listings(person.id)).toEqual([{ actor_kind: 'home-agency' }]);
    expect((await list(supervisor)).items[0]).toMatchObject({ name: 'M••• C•••' });
  });

  it('says of who did not agree, or no longer does, only that somebody comes', async () => {
    const never = await onTheWay({ consents: ['embassy-assistance', 'host-exit-clearance'] });
    const nomore = await onTheWay({
      consents: ['embassy-assistance', 'arrival-care', 'host-exit-clearance'],
    });
    await service.query(
      "INSERT INTO consent (registration_id, post_id, purpose, recipient, given, at) VALUES ($1, $2, 'arrival-care', 'home-agency', false, now() + interval '1 ms')",
      [nomore.person.id, service.demonstration.postId],
    );
    const { items } = await list(agency);
    expect(items).toHaveLength(2);
    for (const item of items)
      expect(item).toMatchObject({
        agreed: false,
        reference: null,
        name: null,
        sex: null,
        birthYear: null,
        needs: null,
      });
    for (const { person } of [never, nomore]) expect(await listings(person.id)).toEqual([]);
  });

  it('has neither who is only planned, nor who missed or withdrew', async () => {
    await journeys.planned(await journeys.registered());
    const missed = await onTheWay({});
    await journeys.step(missed.journey, 'missed');
    const withdrawn = await onTheWay({});
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      withdrawn.person.id,
    ]);
    expect((await list(agency)).items).toEqual([]);
  });

  it('is cut by days of the post, whatever the hour elsewhere', async () => {
    const late = await onTheWay({}, `${dayAhead(3)}T23:59:00+07:00`);
    const next = await onTheWay({}, `${dayAhead(4)}T00:01:00+07:00`);
    const ids = async (query: string) => (await list(agency, query)).items.map(({ id }) => id);
    expect(await ids(`?from=${dayAhead(3)}&to=${dayAhead(3)}`)).toEqual([late.journey.id]);
    expect(await ids(`?from=${dayAhead(4)}&to=${dayAhead(4)}`)).toEqual([next.journey.id]);
    await agency.get(`/v1/arrivals?from=${dayAhead(4)}&to=${dayAhead(3)}`).expect(422);
  });

  it('comes in pages that neither skip nor repeat anybody, also at one and the same time', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const all: string[] = [];
    for (let i = 0; i < 5; i++) all.push((await onTheWay({}, at)).journey.id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await list(agency, `?limit=2${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual([...all].sort());
  });

  it('lets the home agency confirm that somebody has come', async () => {
    const { journey } = await onTheWay({}, new Date(Date.now() - 3 * 3_600_000).toISOString());
    await journeys.step(await journeys.step(journey, 'boarding'), 'departure');
    await service.query("UPDATE departure SET scheduled_at = scheduled_at - interval '1 day' WHERE id = $1", [
      journey.id,
    ]);
    const [item] = (await list(agency)).items;
    expect(item).toMatchObject({ status: 'departed', version: 4 });
    await agency
      .post(`/v1/departures/${item!.id}/arrival`)
      .set('if-match', `"v${item!.version}"`)
      .expect(200);
    expect((await list(agency)).items).toEqual([]);
    expect((await list(agency, `?from=${dayAhead(-2)}`)).items[0]).toMatchObject({ status: 'arrived' });
  });

  it('is for nobody else', async () => {
    for (const role of ['officer', 'analyst', 'approver', 'protection', 'auditor'] as const)
      await (await service.api(role)).get('/v1/arrivals').expect(403);
    await service.everyone().get('/v1/arrivals').expect(401);
  });
});

/** A day at the demonstration embassy, so many days ahead, `YYYY-MM-DD`. */
const dayAhead = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
