import { Logger } from '@nestjs/common';
import { type Service, startService } from '../support/service.js';

describe('what is refused', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());
  afterEach(() => jest.restoreAllMocks());

  const logged = () => jest.spyOn(Logger.prototype, 'log').mockReturnValue();

  it('is on the log with who asked for what, by the pattern of the route', async () => {
    const officer = await service.api('officer');
    const { id } = (await officer.get('/v1/sessions/current')).body as { id: string };
    const log = logged();
    await officer.post(`/v1/countersignatures/${id}/confirmation`).expect(403);
    expect(log.mock.calls).toEqual([
      [
        {
          requestId: expect.any(String) as string,
          code: 'not-allowed',
          method: 'POST',
          route: '/v1/countersignatures/:id/confirmation',
          role: 'officer',
          actor: id,
        },
        'refused',
      ],
    ]);
  });

  it('names no person there', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    const log = logged();
    await person.get('/v1/queue').expect(403);
    expect(log.mock.calls[0]).toMatchObject([{ role: 'person', actor: null, route: '/v1/queue' }, 'refused']);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(new RegExp(`${receipt.id}|${receipt.reference}`));
  });

  it('as credentials, is told of one account or reference from another, of known and unknown ones alike', async () => {
    const { reference } = await service.register();
    const log = logged();
    const signIn = (username: string) =>
      service.everyone().post('/v1/sessions').send({ username, password: 'a wrong one' });
    const enter = () =>
      service.everyone().post('/v1/registrations/access').send({ reference, accessCode: 'AAAAA-AAAAA' });
    await signIn('officer').expect(401);
    await signIn('officer').expect(401);
    await signIn('nobody.contoh').expect(401);
    for (let n = 0; n < 10; n++) await enter().expect(401);
    await enter().expect(429);
    const lines = log.mock.calls as unknown as [{ kind: string; subject: string }, string][];
    expect(lines.map(([{ kind }, what]) => `${kind}: ${what}`)).toEqual([
      ...Array<string>(3).fill('account: wrong credentials'),
      ...Array<string>(10).fill('reference: wrong credentials'),
      'reference: too many attempts',
    ]);
    const subjects = lines.map(([{ subject }]) => subject);
    expect(subjects[0]).toBe(subjects[1]);
    expect(new Set(subjects).size).toBe(3);
    for (const subject of subjects) expect(subject).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is on the log from the pages too', async () => {
    const log = logged();
    await service
      .everyone()
      .post('/console/sign-in')
      .type('form')
      .send({ username: 'officer', password: 'a wrong one' })
      .expect(401);
    expect(log.mock.calls).toMatchObject([[{ kind: 'account' }, 'wrong credentials']]);
  });
});
