import { journeysOf, type Journeys } from '../support/journey.js';
import { type Api, type Service, startService } from '../support/service.js';

describe('the journey of somebody who no longer wants help', () => {
  let service: Service;
  let journeys: Journeys;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const withdraw = async (receipt: Awaited<ReturnType<Journeys['registered']>>) => {
    const person = await service.person(receipt);
    const own = await person.get('/v1/registrations/own').expect(200);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', own.headers['etag']!).expect(200);
    await service.runJobs();
  };
  const read = async (id: string, what: 'departure' | 'exit-clearance') =>
    (await officer.get(`/v1/registrations/${id}/${what}`).expect(200)).body as { status: string };

  it('is not made, and the host country is no longer asked', async () => {
    const receipt = await journeys.registered();
    await journeys.clearanceRequested(receipt);
    await journeys.planned(receipt);
    await withdraw(receipt);
    expect(await read(receipt.id, 'departure')).toMatchObject({ status: 'missed' });
    expect(await read(receipt.id, 'exit-clearance')).toMatchObject({ status: 'withdrawn' });
    const acts = await service.query<{ action: string; actor_id: string | null }>(
      `SELECT action, actor_id FROM audit_event
       WHERE action IN ('departure.missed', 'departure.clearance-withdrawn') ORDER BY action`,
    );
    expect(acts).toEqual([
      { action: 'departure.clearance-withdrawn', actor_id: null },
      { action: 'departure.missed', actor_id: null },
    ]);
  });

  it('leaves alone what the host country has granted already', async () => {
    const receipt = await journeys.registered();
    await journeys.clearanceGranted(receipt);
    await withdraw(receipt);
    expect(await read(receipt.id, 'exit-clearance')).toMatchObject({ status: 'granted' });
  });
});
