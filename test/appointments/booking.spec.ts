import { type Api, newKey, type Service, startService } from '../support/service.js';

describe('an appointment', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService({ LOG_LEVEL: 'error' });
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  it('is booked by itself once the person has been assessed', async () => {
    const { id } = await service.register();
    await service.runJobs();
    const answer = await officer.get(`/v1/registrations/${id}/appointment`);
    expect(answer.body).toMatchObject({ registrationId: id, status: 'booked', service: 'identity' });
  });

  it('is booked by an officer', async () => {
    const { id } = await service.register();
    const answer = await officer
      .post(`/v1/registrations/${id}/appointment`)
      .set('idempotency-key', newKey())
      .send({});
    expect(answer.body).toMatchObject({ registrationId: id, status: 'booked' });
    expect(answer.status).toBe(201);
  });
});
