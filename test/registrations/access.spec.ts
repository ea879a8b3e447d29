import { type Service, startService } from '../support/service.js';

describe('access with typed codes', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const enter = (reference: string, accessCode = 'XXXXX-22222') =>
    service.everyone().post('/v1/registrations/access').send({ reference, accessCode });

  it('is stopped for one reference, not for everybody who mistypes theirs', async () => {
    for (let n = 0; n < 10; n++) await enter('PNH-0000').expect(401);
    await enter('PNH-0000').expect(429);
    await enter('PNH-0001').expect(401);
    const kiosk = await service.device('kiosk');
    const checkIn = (reference: string) =>
      kiosk
        .post('/v1/check-ins')
        .set('idempotency-key', `access-spec-${reference}-${Date.now()}`)
        .send({ reference, accessCode: 'XXXXX-22222' });
    await checkIn('PNH-0000').expect(429);
    await checkIn('PNH-0002').expect(422);
  });

  it('answers a wrong code, a missing registration and a reference that is none with the same bytes', async () => {
    const { reference } = await service.register();
    const answers = [
      await enter(reference),
      await enter('PNH-2222-2222-2'),
      await enter('nothing like a reference'),
    ].map(({ status, body }) => ({ status, body: { ...(body as object), requestId: '' } }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401 });
  });
});
