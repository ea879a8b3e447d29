import { type Api, newKey, type Service, startService } from '../support/service.js';
import { buildSomebody, decide, pairOf } from './twice-reported.js';

describe('the codes of a case that was merged into another', () => {
  let service: Service;
  let supervisor: Api;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const merge = async (kept: { id: string }, merged: { id: string }) =>
    decide(supervisor, await pairOf(service, supervisor, kept, merged), {
      decision: 'same',
      keep: kept.id,
    }).expect(200);

  it('lead to the one place in the queue, and to nothing that the other case holds', async () => {
    const somebody = buildSomebody();
    const first = await service.register(somebody);
    const second = await service.register({ ...somebody, needs: ['danger-now'] });
    await service.runJobs();
    await merge(first, second);
    await service.runJobs();
    const band = await officer.get(`/v1/registrations/${first.id}/triage`).expect(200);
    expect(band.body).toMatchObject({
      band: 'urgent',
      reasons: expect.arrayContaining(['danger-now']) as string[],
    });
    await service.query(
      "UPDATE booking SET called_forward_at = now() WHERE registration_id = $1 AND status = 'booked'",
      [first.id],
    );
    const checkIn = (reference: string) =>
      officer.post('/v1/check-ins').set('idempotency-key', newKey()).send({ reference }).expect(201);
    const [byOld, byKept] = [await checkIn(second.reference), await checkIn(first.reference)];
    expect((byOld.body as { id: string }).id).toBe((byKept.body as { id: string }).id);
    const holder = await service.person(second);
    expect((await holder.get('/v1/tickets/own').expect(200)).body).toMatchObject({ status: 'waiting' });
    const own = await holder.get('/v1/registrations/own').expect(200);
    expect(own.body).toMatchObject({ id: second.id, reference: second.reference, status: 'merged' });
  });

  it('show nothing of the case that is kept to whoever reported it with another phone, until they are seen at the embassy', async () => {
    const somebody = buildSomebody();
    const first = await service.register(somebody);
    const stranger = await service.register({
      ...somebody,
      contact: { method: 'phone', phone: '+85512345678' },
    });
    await service.runJobs();
    await merge(first, stranger);
    await service.runJobs();
    const [victim, holder] = [await service.person(first), await service.person(stranger)];
    const appointment = await victim.get('/v1/appointments/own').expect(200);
    await holder.get('/v1/appointments/own').expect(404);
    const change = (what: string, body: object = {}) =>
      holder.post(`/v1/appointments/own/${what}`).set('if-match', appointment.headers['etag']!).send(body);
    await change('cancellation').expect(409);
    await change('rescheduling', { slotId: first.id }).expect(409);
    await victim.get('/v1/appointments/own').expect(200);
    await service.query("UPDATE booking SET called_forward_at = now() WHERE status = 'booked'");
    const turn = async (api: Api) => ((await api.get('/v1/status/own').expect(200)).body as object) ?? {};
    expect(await turn(holder)).toMatchObject({ ticket: null, turn: null });
    const kiosk = await service.device('kiosk');
    const { reference, accessCode } = stranger;
    const seen = await kiosk
      .post('/v1/check-ins')
      .set('idempotency-key', newKey())
      .send({ reference, accessCode });
    expect(seen.status).toBe(201);
    await holder.get('/v1/tickets/own').expect(404);
    expect((await victim.get('/v1/tickets/own').expect(200)).body).toMatchObject({ status: 'waiting' });
  });
});
