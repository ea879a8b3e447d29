import { arrive } from '../queue/visits.js';
import { type Service, startService } from '../support/service.js';
import { type Browser, hiddenFields, signIn } from './staff-pages.js';

describe('the pages of the desk, the supervisor and the administrator', () => {
  let service: Service;
  let officer: Browser;
  let other: Browser;
  let supervisor: Browser;
  let administrator: Browser;

  beforeAll(async () => {
    service = await startService();
    const signedIn = (['officer', 'officer2', 'supervisor', 'administrator'] as const).map((role) =>
      signIn(service, role),
    );
    [officer, other, supervisor, administrator] = (await Promise.all(signedIn)) as [
      Browser,
      Browser,
      Browser,
      Browser,
    ];
    await arrive(service, await service.api('officer2'), 2);
  });
  afterAll(() => service.stop());

  const today = async (browser = officer) => (await browser.get('/console/today').expect(200)).text;
  const ticket = async (act: string, browser = officer) =>
    browser.post(`/console/ticket/${act}`, hiddenFields(await today(browser), `/console/ticket/${act}`));

  it('opens a free counter, and says when somebody else has it', async () => {
    const [, counter] = /<option value="([0-9a-f-]{36})"/.exec(await today())!;
    await officer.post('/console/counter/open', {}).expect(422);
    await officer.post('/console/counter/open', { counter: counter! }).expect(303);
    const taken = await other.post('/console/counter/open', { counter: counter! });
    expect(taken.status).toBe(409);
    expect(taken.text).toContain('Another officer is at this counter');
    expect(await today(other)).not.toContain(counter);
  });

  it('calls, calls again, parks, lets wait again, misses and finishes', async () => {
    expect(await today()).toContain('2 people wait');
    await officer.post('/console/ticket/call-next').expect(303);
    const seen = hiddenFields(await today(), '/console/ticket/recall');
    await officer.post('/console/ticket/recall', seen).expect(303);
    const stale = await officer.post('/console/ticket/start', seen);
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('changed in the meantime');
    expect((await ticket('park')).status).toBe(303);
    expect((await ticket('resume')).status).toBe(303);
    await officer.post('/console/ticket/call-next').expect(303);
    expect((await ticket('start')).status).toBe(303);
    expect((await ticket('come-back')).status).toBe(303);
    await officer.post('/console/ticket/call-next').expect(303);
    expect((await ticket('missed')).status).toBe(303);
    const nobody = await officer.post('/console/ticket/call-next').expect(303);
    expect((await officer.get(nobody.headers['location']!)).text).toContain('Nobody waits now');
  });

  it('hands over to another counter with a note, offers to undo, and refuses where that is too late', async () => {
    const [, counter] = /<option value="([0-9a-f-]{36})"/.exec(await today(other))!;
    await other.post('/console/counter/open', { counter: counter! }).expect(303);
    await arrive(service, await service.api('officer2'), 1);
    await officer.post('/console/ticket/call-next').expect(303);
    const seen = hiddenFields(await today(), '/console/transfer');
    const handOver = (to: string) =>
      officer.post('/console/transfer', { ...seen, to, note: ' Speaks <quietly> ' });
    expect((await handOver('')).status).toBe(422);
    expect((await handOver('skill:language:my')).text).toContain('No other open counter does this');
    const handed = await handOver(`counterId:${counter}`);
    expect(handed.status).toBe(303);
    const offer = (await officer.get(handed.headers['location']!).expect(200)).text;
    expect(offer).toMatch(/data-undo="1[0-5]"/);
    const undo = hiddenFields(offer, '/console/ticket/undo');
    await officer.post('/console/ticket/undo', undo).expect(303);
    expect((await officer.post('/console/ticket/undo', undo)).text).toContain('Taken back by');
    const again = hiddenFields(await today(), '/console/transfer');
    const to = `counterId:${counter}`;
    await officer.post('/console/transfer', { ...again, to, note: 'Speaks <quietly>' }).expect(303);
    const nobody = await officer.post('/console/ticket/call-next').expect(303);
    expect((await officer.get(nobody.headers['location']!)).text).toContain(
      'for a counter with another skill',
    );
    await other.post('/console/ticket/call-next').expect(303);
    expect(await today(other)).toContain('Speaks &lt;quietly&gt;');
    await ticket('missed', other);
    await other.post('/console/counter/close').expect(303);
  });

  it('lets a supervisor say who can do what, and release whoever waits for it', async () => {
    const skills = () => supervisor.get('/console/supervisor/skills').expect(200);
    const page = (await skills()).text;
    const [away] = await service.query<{ id: string }>("SELECT id FROM account WHERE username = 'officer2'");
    const action = `/console/supervisor/skills/officers/${away!.id}`;
    const fields = hiddenFields(page, action);
    const changed = await supervisor.post(action, { ...fields, skills: 'protection' }).expect(303);
    expect((await supervisor.get(changed.headers['location']!)).text).toContain('holds from the next call');
    const stale = await supervisor.post(action, { ...fields, skills: 'protection' });
    expect(stale.status).toBe(412);
    expect((await supervisor.post(action, { version: '2', skills: 'kindness' })).status).toBe(422);
    await supervisor.post(action.replace('officers', 'people'), fields).expect(404);
    await arrive(service, await service.api('officer2'), 1, { needs: ['danger-now'] });
    expect((await skills()).text).toContain('<a href="/console/supervisor" aria-current="true">');
    const held = (await supervisor.get('/console/supervisor').expect(200)).text;
    expect(held).toContain('<a href="/console/supervisor" aria-current="page">');
    const [release] = /\/console\/supervisor\/tickets\/[0-9a-f-]{36}\/release/.exec(held)!;
    await officer.post(release, hiddenFields(held, release)).expect(403);
    await supervisor.post(release, hiddenFields(held, release)).expect(303);
    expect((await supervisor.post(release, hiddenFields(held, release))).status).toBe(412);
    expect((await supervisor.get('/console/supervisor')).text).not.toContain('/release');
    await officer.post('/console/ticket/call-next').expect(303);
    expect((await ticket('missed')).status).toBe(303);
    await supervisor.post(action, { version: '2' }).expect(303);
  });

  it('pauses, goes on and closes', async () => {
    await officer.post('/console/counter/pause').expect(303);
    const paused = await officer.post('/console/ticket/call-next');
    expect([paused.status, paused.text.includes('Your counter is paused')]).toEqual([409, true]);
    await officer.post('/console/counter/resume').expect(303);
    await officer.post('/console/counter/close').expect(303);
    expect(await today()).toContain('Choose your counter');
    await officer.post('/console/counter/explode').expect(404);
  });

  it('refreshes only its waiting panel', async () => {
    const panel = (await officer.get('/console/waiting').expect(200)).text;
    expect(panel).toContain('Nobody waits');
    expect(panel).not.toContain('<html');
  });

  it('opens a case by its exact reference, with a reason, and never by a piece of it', async () => {
    const { reference, id } = await service.register();
    const found = await officer.post('/console/cases', { reference, reason: 'person-asks' }).expect(303);
    expect(found.headers['location']).toBe(`/console/cases/${id}`);
    for (const fields of [
      { reference: reference.slice(0, 8), reason: 'person-asks' },
      { reference, reason: '' },
      { reference: '', reason: 'person-asks' },
      { reference, reason: 'curiosity' },
    ])
      await officer.post('/console/cases', fields).expect(422);
  });

  const calledForward = async () =>
    (await service.query("SELECT FROM booking WHERE called_forward_at IS NOT NULL AND status = 'booked'"))
      .length;

  it('lets a supervisor call people forward, once for each form', async () => {
    for (let i = 0; i < 3; i++) await service.register();
    await service.runJobs();
    // after hours, whoever is urgent and was missed has been booked for another day and may come at once
    const before = await calledForward();
    const page = (await supervisor.get('/console/supervisor').expect(200)).text;
    const hidden = hiddenFields(page, '/console/supervisor/call-forward');
    const called = await supervisor
      .post('/console/supervisor/call-forward', { ...hidden, people: '2' })
      .expect(303);
    expect(called.headers['location']).toBe('/console/supervisor?called=2');
    await supervisor.post('/console/supervisor/call-forward', { ...hidden, people: '2' }).expect(303);
    expect(await calledForward()).toBe(before + 2);
    for (const people of ['0', 'many', '501', ''])
      await supervisor.post('/console/supervisor/call-forward', { people }).expect(422);
  });

  it('lets a supervisor close the counter of somebody who has gone, but not while a person is there', async () => {
    const open = async (browser: Browser) => {
      const [, counter] = /<option value="([0-9a-f-]{36})"/.exec(await today(browser)) ?? [];
      if (counter) await browser.post('/console/counter/open', { counter }).expect(303);
    };
    const session = async () => {
      const page = (await supervisor.get('/console/supervisor').expect(200)).text;
      return /action="(\/console\/supervisor\/counters\/[0-9a-f-]{36}\/closing)"/.exec(page)?.[1];
    };
    await open(officer);
    const closing = (await session())!;
    expect(closing).toBeDefined();
    await officer.post(closing).expect(403);
    await arrive(service, await service.api('officer2'), 1);
    await officer.post('/console/ticket/call-next').expect(303);
    const refused = await supervisor.post(closing).expect(409);
    expect(refused.text).toContain('data-refused');
    expect(await session()).toBeUndefined();
    expect((await ticket('missed')).status).toBe(303);
    await supervisor.post(closing).expect(303);
    await supervisor.post(closing).expect(303);
    expect(await session()).toBeUndefined();
    expect(await today()).toContain('<option');
  });

  it('makes an account whose password is shown once and works, and closes it', async () => {
    const fields = { displayName: 'Officer Contoh', username: 'contoh', role: 'officer' };
    const made = await administrator.post('/console/accounts', fields).expect(201);
    const [, password] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(made.text)!;
    expect((await administrator.get('/console/accounts')).text).not.toContain(password);
    await service.everyone().post('/v1/sessions').send({ username: 'contoh', password }).expect(201);
    await administrator.post('/console/accounts', fields).expect(422);
    await administrator.post('/console/accounts', { ...fields, username: 'X' }).expect(422);
    const list = (await administrator.get('/console/accounts')).text;
    const [account] = await service.query<{ id: string }>("SELECT id FROM account WHERE username = 'contoh'");
    const close = `/console/accounts/${account!.id}/close`;
    await administrator.post(close, hiddenFields(list, close)).expect(303);
    expect((await administrator.post(close, hiddenFields(list, close))).status).toBe(412);
    await service.everyone().post('/v1/sessions').send({ username: 'contoh', password }).expect(401);
    const [own] = await service.query<{ id: string }>(
      "SELECT id FROM account WHERE username = 'administrator'",
    );
    expect((await administrator.post(`/console/accounts/${own!.id}/close`, { version: '1' })).status).toBe(
      409,
    );
  });

  it('announces a board with a code that works once, and revokes it', async () => {
    const made = await administrator
      .post('/console/devices', { kind: 'board', name: 'Hall, back' })
      .expect(201);
    const [, code] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(made.text)!;
    const enrolled = await service.everyone().post('/v1/devices/enrolments').send({ code }).expect(201);
    const board = service.as((enrolled.body as { accessToken: string }).accessToken);
    await board.get('/board').expect(200);
    const [device] = await service.query<{ id: string }>("SELECT id FROM device WHERE name = 'Hall, back'");
    await administrator.post(`/console/devices/${device!.id}/revoke`).expect(303);
    await board.get('/board').expect(401);
  });
});
