import { setTimeout as sleep } from 'node:timers/promises';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

describe('a service that is asked more than it can do', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ MOST_AT_ONCE: '5' });
  });
  afterAll(() => service.stop());

  const report = () =>
    service.everyone().post('/v1/registrations').set('idempotency-key', newKey()).send(buildRegistration());

  it('does what it took on, and tells the others at once when to come again', async () => {
    // nobody is done before all have come
    await service.query('BEGIN; LOCK TABLE registration IN SHARE MODE');
    let refusedAtOnce = 0;
    const all = Array.from({ length: 40 }, () =>
      report().then((answer) => {
        if (answer.status === 503) refusedAtOnce += 1;
        return answer;
      }),
    );
    while (refusedAtOnce < 36) await sleep(20);
    await service.query('COMMIT');
    const answers = await Promise.all(all);
    const accepted = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 503);
    expect([accepted.length, refused.length]).toEqual([4, 36]);
    for (const { headers, body } of refused) {
      expect(headers['retry-after']).toBe('5');
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'busy', status: 503, requestId: headers['x-request-id'] });
    }
    const [counted] = await service.query<{ people: number }>(
      'SELECT count(*)::int AS people FROM registration',
    );
    expect(counted!.people).toBe(accepted.length);
    await report().expect(201);
  });

  it('shows people a page, lets those through who show a credential, and is always known to live', async () => {
    const officer = await service.api('officer');
    await service.query('BEGIN; LOCK TABLE registration IN SHARE MODE');
    const waiting = Promise.all(Array.from({ length: 4 }, () => report()));
    const page = () => service.everyone().get('/').set('accept', 'text/html');
    let refused = await page();
    for (let tries = 0; refused.status === 200 && tries < 200; tries++) refused = await page();
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.text).toContain('<h1');
    await officer.get('/v1/queue').expect(200);
    await service.everyone().get('/health/live').expect(200);
    await service.query('COMMIT');
    expect((await waiting).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    await page().expect(200);
  });
});
