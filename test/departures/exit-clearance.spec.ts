import type { ExitClearanceResponse } from '../../src/departures/clearances/exit-clearances.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { journeysOf, type Journeys } from '../support/journey.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';

const PERMIT = 'EX-CONTOH-77';

describe('leave to exit', () => {
  let service: Service;
  let journeys: Journeys;
  let officer: Api;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
    officer = await service.api('officer');
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());

  const path = (id: string) => `/v1/registrations/${id}/exit-clearance`;
  const request = (id: string, body: object = { overstayDays: 45 }, key = newKey(), api = officer) =>
    api.post(path(id)).set('idempotency-key', key).send(body);
  const grant = ({ id, version }: ExitClearanceResponse, waived: number, api = officer) =>
    api
      .post(`/v1/exit-clearances/${id}/grant`)
      .set('if-match', `"v${version}"`)
      .send({ waived, permitNumber: PERMIT });
  const refuse = ({ id, version }: ExitClearanceResponse, api = officer) =>
    api.post(`/v1/exit-clearances/${id}/refusal`).set('if-match', `"v${version}"`).send();

  it('comes with the fine of the post, to the cent', async () => {
    await service.query("UPDATE post SET overstay_fine_per_day = '10.10'");
    const { id } = await journeys.registered();
    const answer = await request(id, { overstayDays: 3 }).expect(201);
    await service.query("UPDATE post SET overstay_fine_per_day = '10.00'");
    expect(answer.headers['etag']).toBe('"v1"');
    expect(answer.body).toMatchObject({
      registrationId: id,
      status: 'requested',
      overstayDays: 3,
      fine: 30.3,
      fineCurrency: 'USD',
      waived: 0,
      decidedAt: null,
    });
    expect((await officer.get(path(id)).expect(200)).body).toEqual(answer.body);
  });

  it('can be counted for the longest stay in the smallest currency', async () => {
    await service.query("UPDATE post SET overstay_fine_per_day = '1000000.00'");
    const { id } = await journeys.registered();
    const answer = await request(id, { overstayDays: 36_500 }).expect(201);
    await service.query("UPDATE post SET overstay_fine_per_day = '10.00'");
    expect((answer.body as ExitClearanceResponse).fine).toBe(36_500_000_000);
  });

  it('is asked for only where the person agrees, then or now', async () => {
    const { id } = await journeys.registered({ consents: ['embassy-assistance'] });
    expect((await request(id).expect(409)).body).toMatchObject({ code: 'no-consent-host' });
    await request(id, { overstayDays: 45, personAgrees: true }).expect(201);
    const consents = await service.query(
      'SELECT given FROM consent WHERE registration_id = $1 AND purpose = $2',
      [id, 'host-exit-clearance'],
    );
    expect(consents).toEqual([{ given: true }]);
    expect(await acts(id)).toEqual(['registration.consent-given', 'registration.received']);
  });

  it('is granted with a permit that only an audited read shows', async () => {
    const { id: registrationId } = await journeys.registered();
    const asked = await journeys.clearanceRequested({ id: registrationId });
    await officer.get(`/v1/exit-clearances/${asked.id}/permit`).expect(404);
    const granted = await grant(asked, 450).expect(200);
    expect(granted.body).toMatchObject({ status: 'granted', waived: 450, version: 2 });
    const rows = await service.query<{ permit_sealed: Buffer }>(
      'SELECT permit_sealed FROM exit_clearance WHERE id = $1',
      [asked.id],
    );
    expect(rows[0]!.permit_sealed.toString('latin1')).not.toContain(PERMIT);
    const shown = await supervisor.get(`/v1/exit-clearances/${asked.id}/permit`).expect(200);
    expect(shown.body).toEqual({ permitNumber: PERMIT });
    expect(await acts(asked.id)).toEqual([
      'departure.clearance-granted',
      'departure.clearance-requested',
      'departure.permit-read',
    ]);
  });

  it('never waives more than the fine, which the database keeps', async () => {
    const asked = await journeys.clearanceRequested(await journeys.registered());
    const answer = await grant(asked, 450.01).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/waived', code: 'more-than-fine' }] });
    await expect(
      service.query('UPDATE exit_clearance SET waived = fine + 0.01 WHERE id = $1', [asked.id]),
    ).rejects.toThrow('exit_clearance_waived_within_fine');
    await grant(asked, 450).expect(200);
  });

  it('can be asked for again once refused, but is decided only once', async () => {
    const person = await journeys.registered();
    const asked = await journeys.clearanceRequested(person);
    await refuse(asked, supervisor).expect(200);
    await refuse(asked).expect(412);
    expect((await grant({ ...asked, version: 2 }, 0).expect(409)).body).toMatchObject({
      code: 'not-in-this-state',
    });
    const again = await journeys.clearanceRequested(person);
    expect(again.id).not.toBe(asked.id);
    expect((await officer.get(path(person.id)).expect(200)).body).toMatchObject({ id: again.id });
  });

  it('answers a repeated key with the same request', async () => {
    const { id } = await journeys.registered();
    const key = newKey();
    const [first, second] = [await request(id, undefined, key), await request(id, undefined, key)];
    expect(second.body).toEqual(first.body);
  });

  it('is asked for once, however many officers ask at the same time', async () => {
    const { id } = await journeys.registered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect(
      await service.query('SELECT count(*)::int AS n FROM exit_clearance WHERE registration_id = $1', [id]),
    ).toEqual([{ n: 1 }]);
  });

  it('is granted or refused, never both, where two officers decide at the same time', async () => {
    const asked = await journeys.clearanceRequested(await journeys.registered());
    const answers = await Promise.all([
      grant(asked, 0),
      refuse(asked, supervisor),
      grant(asked, 10),
      refuse(asked),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('is not for people who withdrew', async () => {
    const receipt = await journeys.registered();
    const asked = await journeys.clearanceRequested(receipt);
    const person = await service.person(receipt);
    const own = await person.get('/v1/registrations/own').expect(200);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', own.headers['etag']!).expect(200);
    expect((await grant(asked, 0).expect(409)).body).toMatchObject({ code: 'not-open' });
    await request(receipt.id).expect(409);
  });

  it.each([
    [{ overstayDays: -1 }, '/overstayDays', 'too-small'],
    [{ overstayDays: 36_501 }, '/overstayDays', 'too-large'],
    [{ overstayDays: 1.5 }, '/overstayDays', 'whole-number-expected'],
    [{}, '/overstayDays', 'required'],
  ])('refuses %j', async (body, pointer, code) => {
    const { id } = await journeys.registered();
    const answer = await request(id, body).expect(422);
    expect((answer.body as { errors: object[] }).errors).toContainEqual(
      expect.objectContaining({ pointer, code }),
    );
  });

  it('is out of reach of another embassy and of other roles', async () => {
    const person = await journeys.registered();
    const asked = await journeys.clearanceRequested(person);
    const elsewhere = await officerElsewhere(service);
    await request(person.id, undefined, newKey(), elsewhere).expect(404);
    await elsewhere.get(path(person.id)).expect(404);
    await grant(asked, 0, elsewhere).expect(404);
    await elsewhere.get(`/v1/exit-clearances/${asked.id}/permit`).expect(404);
    await request(person.id, undefined, newKey(), supervisor).expect(403);
    await grant(asked, 0, await service.api('approver')).expect(403);
    await (await service.api('analyst')).get(path(person.id)).expect(403);
  });

  const acts = async (subject: string) =>
    (
      await service.query<{ action: string }>(
        'SELECT action FROM audit_event WHERE subject_id = $1 AND action NOT LIKE $2 ORDER BY action',
        [subject, 'triage.%'],
      )
    ).map(({ action }) => action);
});
