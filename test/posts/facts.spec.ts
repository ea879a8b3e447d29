import { DEMONSTRATION_POST } from '../../src/launch/demonstration/demonstration-post.js';
import { signIn } from '../console/staff-pages.js';
import { type Api, type Service, startService } from '../support/service.js';
import { postDesk } from './post-desk.js';

const ANOTHER = '+44 20 7946 0111';

describe('the facts of a post', () => {
  let service: Service;
  let desk: Awaited<ReturnType<typeof postDesk>>;
  let administrator: Api;
  beforeAll(async () => {
    service = await startService();
    desk = await postDesk(service);
    administrator = await service.api('administrator');
  });
  afterAll(() => service.stop());

  const shown = async () => (await service.everyone().get('/').expect(200)).text;
  const facts = async () => {
    const { name, city, timeZone, fineCurrency, hotline, overstayFinePerDay } = await desk.setup();
    return { name, city, timeZone, fineCurrency, hotline, overstayFinePerDay };
  };
  const sent = async (api: Api, changed: object, version?: number) =>
    api
      .put(`${desk.base}/facts`)
      .set('if-match', `"v${version ?? (await desk.setup()).version}"`)
      .send({ ...(await facts()), ...changed });
  const save = async (api: Api, changed: object) => expect((await sent(api, changed)).status).toBe(200);
  const refused = async (tried: ReturnType<typeof sent>) => {
    const { status, body } = await tried;
    return [status, (body as { code?: string }).code];
  };

  it('are changed by one, and the pages follow at once', async () => {
    const { effect, ...setup } = await desk.changed('put', 'facts', {
      ...(await facts()),
      name: 'Embassy of Contoh',
      overstayFinePerDay: 12.5,
    });
    expect(effect).toEqual({ peopleMoved: 0, seatsTaken: 0, seatsAdded: 0 });
    expect(setup).toMatchObject({ overstayFinePerDay: 12.5, hotlineAsked: null });
    const { body } = await service.everyone().get('/v1/posts').expect(200);
    expect(JSON.stringify(body)).toContain('Embassy of Contoh');
  });

  it('have another number for those in danger once two have sent the same, and never because of one', async () => {
    const before = DEMONSTRATION_POST.hotline;
    const asked = { hotline: before, hotlineAsked: { hotline: ANOTHER } };
    for (let n = 0; n < 2; n++) {
      await save(administrator, { hotline: ANOTHER });
      expect(await desk.setup()).toMatchObject(asked);
      expect(await shown()).not.toContain('7946 0111');
    }
    await save(desk.supervisor, { overstayFinePerDay: 10 });
    expect(await desk.setup()).toMatchObject(asked);
    for (const set of [
      'hotline = hotline_asked, hotline_confirmed_by = hotline_asked_by',
      "hotline = '+442079460666'",
    ])
      await expect(service.query(`UPDATE post SET ${set}`)).rejects.toMatchObject({
        constraint: 'hotline_by_two',
      });
    await save(desk.supervisor, { hotline: ANOTHER.replaceAll(' ', '') });
    expect(await shown()).toContain('tel:+442079460111');
    expect(await desk.setup()).toMatchObject({ hotline: ANOTHER, hotlineAsked: null });
    const done = await service.query(
      "SELECT detail->>'hotline' AS hotline FROM audit_event WHERE action = 'post.facts-changed' ORDER BY at OFFSET 1",
    );
    expect(done.map(({ hotline }) => hotline)).toEqual(['asked', 'asked', 'same', 'confirmed']);
  });

  it('are asked for one number at a time: nobody puts theirs in the place of what another one waits for', async () => {
    const [before, theirs] = [DEMONSTRATION_POST.hotline, '+44 20 7946 0222'];
    const { version } = await desk.setup();
    await save(administrator, { hotline: before });
    const waits = { hotline: ANOTHER, hotlineAsked: { hotline: before } };
    for (const hotline of [theirs, null])
      expect(await refused(sent(desk.supervisor, { hotline }))).toEqual([409, 'hotline-asked-already']);
    await expect(
      service.query(
        `UPDATE post SET hotline_asked = $1, hotline_asked_by = (SELECT id FROM account WHERE username = 'supervisor')`,
        [theirs],
      ),
    ).rejects.toMatchObject({ constraint: 'hotline_asked_in_turn' });
    // whoever looked before it was asked for confirms nothing
    expect(await refused(sent(desk.supervisor, { hotline: before }, version))).toEqual([412, 'stale']);
    await save(desk.supervisor, { overstayFinePerDay: 11 });
    expect(await desk.setup()).toMatchObject(waits);
    const page = (await (await signIn(service, 'supervisor')).get('/console/post').expect(200)).text;
    const [{ name }] = (await service.query(
      "SELECT display_name AS name FROM account WHERE username = 'administrator'",
    )) as [{ name: string }];
    expect(page).toContain(`${name} asked on`);
    await service.query("UPDATE account SET active = false WHERE username = 'administrator'");
    await save(desk.supervisor, { hotline: theirs });
    await service.query("UPDATE account SET active = true WHERE username = 'administrator'");
    expect(await refused(sent(administrator, { hotline: before }))).toEqual([409, 'hotline-asked-already']);
    await service.query("UPDATE post SET hotline_asked_at = hotline_asked_at - interval '24 hours'");
    await save(administrator, { hotline: before });
    await save(desk.supervisor, { hotline: before });
    expect(await desk.setup()).toMatchObject({ hotline: before, hotlineAsked: null });
  });
});
