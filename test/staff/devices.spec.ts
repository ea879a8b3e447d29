import { Clock } from '../../src/platform/clock/clock.js';
import type { DeviceList } from '../../src/staff/devices/devices.dto.js';
import { type Api, type Service, startService } from '../support/service.js';

describe('a device that is enrolled', () => {
  let service: Service;
  let supervisor: Api;
  let cookie: string;
  let days = 0;
  const cookieIn = (answer: { headers: Record<string, unknown> }): string | undefined =>
    ((answer.headers['set-cookie'] ?? []) as string[])
      .find((one) => one.startsWith('session='))
      ?.split(';', 1)[0];
  const pulse = (as = cookie) => service.everyone().get('/kiosk/pulse').set('cookie', as);
  /** As if so many days had gone by. */
  const later = async (more: number) => {
    days += more;
    const clock = service.app.get(Clock);
    clock.now = () => new Date(Date.now() + days * 86_400_000);
    for (const column of ['opened_at', 'expires_at', 'renewed_at'])
      await service.query(
        `UPDATE session SET ${column} = ${column} - make_interval(days => $1)
        WHERE role IN ('kiosk', 'board')${column === 'opened_at' ? '' : ' AND ' + column + ' IS NOT NULL'}`,
        [more],
      );
  };
  const kiosk = async () => {
    const { body } = await supervisor.get('/v1/devices').expect(200);
    return (body as DeviceList).items.find(({ kind }) => kind === 'kiosk')!;
  };

  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    const entered = await service
      .everyone()
      .post('/enrol')
      .type('form')
      .send({ code: service.demonstration.kioskCode })
      .expect(303);
    cookie = cookieIn(entered)!;
  });
  afterAll(() => service.stop());

  it('is seen by supervisors when it was there', async () => {
    expect(await kiosk()).toMatchObject({ seenAt: null, lapsed: false });
    await pulse().expect(204);
    expect(Date.now() - Date.parse((await kiosk()).seenAt!)).toBeLessThan(60_000);
  });

  it('is enrolled by its code again until it has shown that it keeps its session, and then by no code any more', async () => {
    const code = { code: service.demonstration.kioskCode };
    const enrol = () => service.everyone().post('/enrol').type('form').send(code);
    const first = cookie;
    cookie = cookieIn(await enrol().expect(303))!;
    await pulse(first).expect(401);
    await pulse().expect(204);
    await service.query(
      "UPDATE device SET enrolled_at = enrolled_at - interval '1 minute' WHERE kind = 'kiosk'",
    );
    const clock = service.app.get(Clock);
    clock.now = () => new Date(Date.now() + 61_000);
    await pulse().expect(204);
    await enrol().expect(422);
    await pulse().expect(204);
  });

  it('gets another secret when it is time, the same however often it asks, and the old one until that was used', async () => {
    expect(cookieIn(await pulse().expect(204))).toBeUndefined();
    await later(8);
    const [old, next] = [cookie, cookieIn(await pulse().expect(204))!];
    expect(next).not.toBe(old);
    await later(1);
    expect(cookieIn(await pulse(old).expect(204))).toBe(next);
    // used at once, by another process: a browser that is killed now has the old one on its disk
    await service.query(
      "UPDATE session SET renewed_at = now() WHERE role = 'kiosk' AND renewed_at IS NOT NULL",
    );
    days += 1;
    await pulse(next).expect(204);
    await pulse(old).expect(204);
    await later(1);
    expect(cookieIn(await pulse(next).expect(204))).toBeUndefined();
    await pulse(old).expect(401);
    cookie = next;
  });

  it('stays enrolled as long as it is in use, far beyond 90 days', async () => {
    for (let month = 0; month < 6; month++) {
      await later(60);
      const answer = await pulse().expect(204);
      cookie = cookieIn(answer) ?? cookie;
    }
    expect(await kiosk()).toMatchObject({ lapsed: false });
  });

  it('is out when nobody has seen it for 90 days', async () => {
    await later(89);
    cookie = cookieIn(await pulse().expect(204))!;
    await later(91);
    await pulse().expect(401);
    expect(await kiosk()).toMatchObject({ lapsed: true, revoked: false });
  });

  it('works with a token alike, and is out at once when a supervisor withdraws it', async () => {
    const board = await service.device('board');
    await board.get('/v1/queue').expect(200);
    const { body } = await supervisor.get('/v1/devices').expect(200);
    const { id, seenAt } = (body as DeviceList).items.find(({ kind }) => kind === 'board')!;
    expect(seenAt).not.toBeNull();
    await (await service.api('officer')).delete(`/v1/devices/${id}`).expect(403);
    await supervisor.delete(`/v1/devices/${id}`).expect(204);
    await board.get('/v1/queue').expect(401);
  });
});
