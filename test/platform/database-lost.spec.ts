import { firstValueFrom, timeout } from 'rxjs';
import { LiveEvents } from '../../src/platform/live/live-events.js';
import { createApp } from '../../src/app.js';
import { Database } from '../../src/platform/database/database.js';
import { Environment } from '../../src/platform/config/environment.js';
import { PostsService } from '../../src/posts/posts.service.js';
import { AutomaticAssessment } from '../../src/triage/automatic-assessment.js';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';
import { cutLine } from '../support/cut-line.js';
import request from 'supertest';

type App = Awaited<ReturnType<typeof createApp>>;

describe('a database that goes away and comes back', () => {
  let service: Service;
  let line: Awaited<ReturnType<typeof cutLine>>;
  let app: App;
  beforeAll(async () => {
    service = await startService();
    line = await cutLine(service.database.appUrl);
    const environment = Object.assign(new Environment(), service.app.get(Environment), {
      ROLE: 'both',
      DATABASE_URL: line.url,
    });
    app = await createApp(environment);
  });
  afterAll(async () => {
    line.mend();
    await app.close();
    await line.close();
    await service.stop();
  });

  const report = (key: string) =>
    request(app.getHttpServer())
      .post('/v1/registrations')
      .set('idempotency-key', key)
      .send(buildRegistration());
  const assessed = async (id: string) =>
    (await service.query('SELECT FROM triage_assessment WHERE registration_id = $1', [id])).length > 0;
  const eventually = async (what: () => Promise<boolean>) => {
    const until = Date.now() + 30_000;
    while (!(await what())) {
      if (Date.now() > until) throw new Error('it did not recover in thirty seconds');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('is told as 503 with the time to wait, and all goes on unaided: requests, jobs and live events', async () => {
    const before = (await report(newKey()).expect(201)).body as { id: string };
    await eventually(() => assessed(before.id));
    const [post] = await service.query<{ id: string }>('SELECT id FROM post LIMIT 1');
    const live = app.get(LiveEvents);
    const reconnected = firstValueFrom(live.of(post!.id, 'queue').pipe(timeout(30_000)));

    const underWay = await Promise.all(Array.from({ length: 12 }, () => report(newKey()).expect(201)));
    line.cut();
    const key = newKey();
    for (let n = 0; n < 5; n++) {
      const refused = await report(key);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.headers['content-type']).toContain('application/problem+json');
    }
    await request(app.getHttpServer()).get('/health/live').expect(200);
    await request(app.getHttpServer()).get('/health/ready').expect(503);

    line.mend();
    await eventually(async () => (await report(key)).status === 201);
    const after = (await report(key).expect(201)).body as { id: string };
    expect((await reconnected).kind).toBe('connection');
    for (const { id } of [after, ...underWay.map(({ body }) => body as { id: string })])
      await eventually(() => assessed(id));
    const heard = firstValueFrom(live.of(post!.id, 'queue').pipe(timeout(5_000)));
    await service.app
      .get(Database)
      .transaction([post!.id], (tx) =>
        Promise.resolve(live.announce(tx, { postId: post!.id, kind: 'queue' })),
      );
    expect(await heard).toEqual({ postId: post!.id, kind: 'queue' });
  });

  it('does not end background jobs for good where several cannot say that they are done', async () => {
    const assessing = app.get(AutomaticAssessment);
    const assess = assessing.assess.bind(assessing);
    const held = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
    let begun = 0;
    assessing.assess = () => held[begun++]?.promise ?? Promise.resolve();
    const ids: string[] = [];
    for (const _ of held) ids.push(((await report(newKey()).expect(201)).body as { id: string }).id);
    await eventually(() => Promise.resolve(begun >= held.length));
    line.cut();
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300));
    for (const { resolve } of held.slice(1)) {
      resolve();
      await aMoment();
    }
    held[0]!.reject(new Error('made up'));
    await aMoment();
    assessing.assess = assess;
    line.mend();
    for (const id of ids) await eventually(() => assessed(id));
  });

  it('is not taken for a post that does not exist', async () => {
    line.cut();
    // as half a minute after they were last read
    app.get(PostsService).forget();
    await report(newKey()).expect(503);
  });
});
