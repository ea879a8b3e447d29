import { identityOf, STATEMENT } from '../identity/identity-file.js';
import { type Service, startService } from '../support/service.js';
import { type Browser, hiddenFields, signIn } from './staff-pages.js';

describe('what nobody sees alone, through the pages', () => {
  let service: Service;
  let officer: Browser;
  let approver: Browser;
  let supervisor: Browser;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    officer = await signIn(service, 'officer');
    approver = await signIn(service, 'approver');
    supervisor = await signIn(service, 'supervisor');
    ({ id } = await service.register({ fullName: 'Siti Contoh', whereNow: 'Rumah Aman Contoh' }));
  });
  afterAll(() => service.stop());

  const page = async (browser = officer) => (await browser.get(`/console/cases/${id}`).expect(200)).text;
  const path = (act: string) => `/console/cases/${id}/${act}`;
  const act = async (name: string, fields: Record<string, string> = {}, browser = officer) =>
    browser.post(path(name), { ...hiddenFields(await page(browser), path(name)), ...fields });

  it('says where the person is once a second person has agreed, and not because the person asks', async () => {
    const place = 'Rumah Aman Contoh';
    const asks = await officer.post(path('reveal'), { reason: 'person-asks' }).expect(200);
    expect(asks.text).toContain('Siti Contoh');
    expect(asks.text).not.toContain(place);
    expect(asks.text).toContain('sees it on their own page');
    const early = await officer.post(path('reveal'), { reason: 'find-person' }).expect(403);
    expect(early.text).toContain('A second person has to agree first');
    expect(early.text).not.toContain(place);
    expect((await act('whereabouts-ask', { reason: 'soon' })).status).toBe(422);
    expect((await act('whereabouts-ask', { reason: 'The shelter moves them' })).status).toBe(303);
    expect(await page()).toContain('A colleague has to agree by');
    expect(await page()).not.toContain(`action="${path('whereabouts-ask')}"`);
    const listed = (await approver.get('/console/second-person').expect(200)).text;
    expect(listed).toContain('The shelter moves them');
    expect(listed).toMatch(/pulang-count">1</);
    const [decision] = /\/console\/second-person\/[0-9a-f-]{36}\/decision/.exec(listed)!;
    const mine = (await officer.get('/console/second-person').expect(200)).text;
    expect(mine).toContain('You did this yourself');
    expect(mine).not.toMatch(/pulang-count|\/decision"/);
    await supervisor.post(decision, { verdict: 'agreed' }).expect(403);
    const self = await officer.post(decision, { verdict: 'agreed' }).expect(409);
    expect(self.text).toContain('You asked for this yourself');
    await approver.post(decision, { verdict: '' }).expect(422);
    await approver.post(decision, { verdict: 'agreed' }).expect(303);
    await approver.post(decision, { verdict: 'declined' }).expect(409);
    expect(await page()).toContain('name="reason" value="find-person"');
    const shown = await officer.post(path('reveal'), { reason: 'find-person' }).expect(200);
    expect(shown.text).toContain(place);
    expect(await page()).not.toContain(place);
    expect(await page(supervisor)).not.toContain('id="whereabouts"');
  });

  it('says what evidence says once a second person has agreed to that, whoever wrote it down', async () => {
    expect(await page()).not.toContain('id="statements"');
    await officer.post(path('statements')).expect(403);
    await identityOf(await service.api('officer'))
      .record(id, 'interview')
      .expect(201);
    expect(await page()).toContain('Whoever wrote it asks too');
    expect(await page()).not.toContain(`action="${path('statements')}"`);
    const early = await officer.post(path('statements')).expect(403);
    expect(early.text).toContain('A second person has to agree first');
    expect(early.text).not.toContain(STATEMENT);
    expect((await act('statements-ask', { reason: '' })).text).toContain('what the evidence says');
    const asked = await act('statements-ask', { reason: 'Says otherwise at the counter' });
    expect(asked.headers['location']).toBe(`/console/cases/${id}?done=statements-ask`);
    const listed = (await approver.get('/console/second-person').expect(200)).text;
    expect(listed).toContain('Says otherwise at the counter');
    expect(listed).toContain('Asked for: what the evidence says, and notes on the priority');
    expect(listed).not.toContain(STATEMENT);
    const [decision] = /\/console\/second-person\/[0-9a-f-]{36}\/decision/.exec(listed)!;
    await approver.post(decision, { verdict: 'agreed' }).expect(303);
    await approver.post(path('statements')).expect(403);
    const shown = await act('statements');
    expect(shown.status).toBe(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.text).toContain(STATEMENT);
    expect(await page()).not.toContain(STATEMENT);
    expect(await page(supervisor)).not.toContain('id="statements"');
  });

  it('is opened alone in danger, which another one then looks at', async () => {
    await identityOf(await service.api('officer'))
      .record(id, 'family-card')
      .expect(201);
    const opened = await act('statements-danger', { reason: 'Others are held there now' }, approver);
    expect(opened.status).toBe(303);
    expect((await act('statements', {}, approver)).text).toContain(STATEMENT);
    const listed = (await officer.get('/console/second-person').expect(200)).text;
    expect(listed).toContain('Opened alone: danger');
    const [decision] = /\/console\/second-person\/[0-9a-f-]{36}\/decision/.exec(listed)!;
    await officer.post(decision, { verdict: 'wrong' }).expect(303);
    await approver.post(path('statements')).expect(403);
  });

  it('is offered to nobody who is tied to the person', async () => {
    await identityOf(await service.api('approver'))
      .tie(id)
      .expect(204);
    expect(await page(approver)).not.toContain('id="statements"');
    expect(await page(approver)).not.toContain('id="whereabouts"');
    const tried = await approver.post(path('whereabouts-danger'), { reason: 'Others are held there now' });
    expect(tried.status).toBe(409);
    expect(tried.text).toContain('You are tied to this person');
  });
});
