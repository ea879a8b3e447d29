import { STAFF_ROLES, type StaffRole } from '../../src/platform/auth/roles.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { book, callForward, cancel, makeItNoon } from './hall.js';

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';

describe('appointments: who may', () => {
  let service: Service;
  let kiosk: Api;
  beforeAll(async () => {
    service = await startService();
    await makeItNoon(service);
    kiosk = await service.device('kiosk');
  });
  afterAll(() => service.stop());

  it.each<[string, (api: Api) => Promise<{ status: number }>, StaffRole[]]>([
    ['look at slots', async (api) => api.get('/v1/slots'), ['officer', 'supervisor']],
    [
      'look at an appointment',
      async (api) => api.get(`/v1/registrations/${ID}/appointment`),
      ['officer', 'protection', 'approver', 'supervisor'],
    ],
    ['book', async (api) => book(api, ID), ['officer', 'supervisor']],
    ['cancel', async (api) => cancel(api, { id: ID, version: 1 }), ['officer', 'supervisor']],
    ['call forward', async (api) => callForward(api, 1), ['supervisor']],
  ])('%s', async (_, act, allowed) => {
    for (const role of STAFF_ROLES) {
      const { status } = await act(await service.api(role));
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)]);
    }
    for (const other of [kiosk, await service.api('client')]) expect((await act(other)).status).toBe(403);
    expect((await act(service.everyone())).status).toBe(401);
  });

  it('nobody sees, books, cancels or calls the people of another post', async () => {
    const { id: registrationId } = await service.register();
    await service.runJobs();
    const [officer, supervisor] = [await service.api('officer'), await service.api('supervisor')];
    const { body } = await officer.get(`/v1/registrations/${registrationId}/appointment`).expect(200);
    const booking = body as { id: string; version: number };
    await service.query(
      `INSERT INTO post SELECT gen_random_uuid(), 'BKK', name, city, sending_country, host_country, time_zone,
         overstay_fine_per_day, fine_currency FROM post`,
    );
    const move = async (code: string) => {
      for (const table of [
        'person',
        'registration',
        'triage_assessment',
        'booking',
        'seat',
        'slot',
        'service_type',
      ])
        await service.query(`UPDATE ${table} SET post_id = (SELECT id FROM post WHERE code = $1)`, [code]);
    };
    await move('BKK');
    await officer.get(`/v1/registrations/${registrationId}/appointment`).expect(404);
    await book(officer, registrationId).expect(404);
    await cancel(officer, booking).expect(404);
    expect((await callForward(supervisor, 500).expect(200)).body).toEqual({ called: 0 });
    expect((await officer.get('/v1/slots').expect(200)).body).toMatchObject({ items: [] });
    await move('PNH');
    expect((await callForward(supervisor, 500).expect(200)).body).toEqual({ called: 1 });
    await cancel(officer, { ...booking, version: 2 }).expect(200);
  });

  it('call forward is refused for nobody, for too many, and without a key', async () => {
    const supervisor = await service.api('supervisor');
    await callForward(supervisor, 0).expect(422);
    await callForward(supervisor, 501).expect(422);
    await supervisor.post('/v1/appointments/call-forward').send({ people: 1 }).expect(400);
    await supervisor
      .post('/v1/appointments/call-forward')
      .set('idempotency-key', newKey())
      .send({ people: '1e9' })
      .expect(422);
  });
});
