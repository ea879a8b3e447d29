import { STAFF_ROLES, type StaffRole } from '../../src/platform/auth/roles.js';
import { CASE_ACTS } from '../../src/web/console/case/case-act.js';
import { WHO_MAY } from '../../src/web/console/case/who-may.js';
import { arrive } from '../queue/visits.js';
import { type Service, startService } from '../support/service.js';
import { type Browser, hiddenFields, signIn } from './staff-pages.js';

describe('a case from the first call to the arrival, through the pages', () => {
  let service: Service;
  let officer: Browser;
  let approver: Browser;
  let supervisor: Browser;
  let id: string;
  let reference: string;
  const addresses: string[] = [];

  beforeAll(async () => {
    service = await startService();
    officer = await signIn(service, 'officer');
    approver = await signIn(service, 'approver');
    supervisor = await signIn(service, 'supervisor');
    const overrides = {
      fullName: 'Siti Contoh',
      needs: ['held-or-forced' as const],
      passportNumber: 'X0000001',
      whereNow: 'Rumah Aman Contoh',
    };
    const [ticket] = await arrive(service, await service.api('officer2'), 1, overrides);
    ({ registrationId: id, reference } = ticket!);
  });
  afterAll(() => service.stop());

  const page = async (browser = officer) => (await browser.get(`/console/cases/${id}`).expect(200)).text;
  const path = (act: string) => `/console/cases/${id}/${act}`;
  const act = async (name: string, fields: Record<string, string> = {}, browser = officer) => {
    const hidden = hiddenFields(await page(browser), path(name));
    const answer = await browser.post(path(name), { ...hidden, ...fields });
    addresses.push(path(name), answer.headers['location'] ?? '');
    return answer;
  };

  it('is called to the counter and opened from there', async () => {
    const today = await officer.get('/console/today').expect(200);
    const [, counter] = /<option value="([0-9a-f-]{36})"/.exec(today.text)!;
    await officer.post('/console/counter/open', { counter: counter! }).expect(303);
    await officer.post('/console/ticket/call-next').expect(303);
    const called = (await officer.get('/console/today')).text;
    expect(called).toContain(reference);
    expect(called).not.toContain('Siti');
    await officer.post('/console/ticket/start', hiddenFields(called, '/console/ticket/start')).expect(303);
    expect((await officer.get('/console/today')).text).toContain(`href="/console/cases/${id}"`);
    expect(await page()).toContain('is at your counter');
    // with its day: an appointment stands for longer than that of the call
    expect(await page()).toMatch(/Told on \d+\W\w+\W\d{4}[^<]+\d\d:\d\d to come at once/);
  });

  it('is masked, and shows for a reason what the reason needs, once', async () => {
    expect(await page()).toContain('S•••');
    expect(await page()).not.toContain('Siti');
    const without = await officer.post(path('reveal'), { reason: '' }).expect(422);
    expect(without.text).not.toContain('Siti');
    const shown = await officer.post(path('reveal'), { reason: 'identity-check' }).expect(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.text).toContain('Siti Contoh');
    expect(shown.text).toContain('X0000001');
    expect(await page()).not.toContain('Siti');
    const [event] = await service.query<{ parts: string[] }>(
      "SELECT detail->'parts' AS parts FROM audit_event WHERE action = 'registration.disclosed' AND subject_id = $1",
      [id],
    );
    expect(event!.parts).toEqual(['identity']);
    await supervisor.post(path('reveal'), { reason: 'identity-check' }).expect(403);
  });

  it('asks for evidence first, and says what is missing', async () => {
    expect(await page()).toContain('Add evidence');
    const early = await act('identity-decision', { outcome: 'verified', reasons: '' });
    expect(early.status).toBe(409);
    expect(early.text).toContain('The evidence is not enough');
    const incomplete = await act('evidence', {
      kind: 'interview',
      agrees: '',
      statement: 'Names the village market',
    });
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain('Names the village market');
    expect(incomplete.text).toContain('href="#evidence-agrees"');
  });

  it('names each answer that is missing, whichever form was sent empty', async () => {
    const inTurn = ['evidence', 'contradiction', 'identity-decision', 'reveal', 'band', 'family-ask', 'tie'];
    const onTheWay = ['document-apply', 'document-collect', 'exit-request', 'exit-grant', 'departure-plan'];
    for (const empty of [...inTurn, ...onTheWay]) {
      const { status, text } = await officer.post(path(empty), { version: '1', agrees: '' });
      const said = [...text.matchAll(/<a href="#[a-zA-Z-]+">([^<]+)</g)].map(([, words]) => words!);
      expect([empty, status, said.length]).toEqual([empty, 422, new Set(said).size]);
      expect(said).not.toEqual([]);
      expect(said).not.toContain('Answer this question');
    }
  });

  it('chooses nothing for the officer, and says in words what it suggests', async () => {
    const asked = (await page()).split(`action="${path('identity-decision')}"`)[1]!.split('</form>')[0]!;
    expect(asked).toContain('The evidence is not enough yet');
    expect(asked).not.toContain(' selected');
  });

  it('counts a form once that is sent twice', async () => {
    const hidden = hiddenFields(await page(), path('evidence'));
    const fields = { ...hidden, kind: 'national-id', agrees: 'yes', statement: 'Name and birth agree' };
    await officer.post(path('evidence'), fields).expect(303);
    await officer.post(path('evidence'), fields).expect(303);
    expect(
      await service.query('SELECT FROM identity_evidence WHERE registration_id = $1', [id]),
    ).toHaveLength(1);
    const another = { kind: 'interview', agrees: 'yes', statement: 'Names the village market' };
    expect((await act('evidence', another)).headers['location']).toBe(`/console/cases/${id}?done=evidence`);
    expect((await page()).match(/Carries no further than low certainty/g)).toHaveLength(1);
  });

  it('does not overwrite what somebody changed meanwhile', async () => {
    const seen = hiddenFields(await page(), path('identity-decision'));
    await act('evidence', { kind: 'family-card', agrees: 'yes', statement: 'Same number' });
    const late = await officer.post(path('identity-decision'), { ...seen, outcome: 'verified', reasons: '' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('This was changed in the meantime');
    const decided = (await page()).split(`action="${path('identity-decision')}"`)[1]!.split('</form>')[0]!;
    expect(decided).toContain('enough to confirm the identity');
    expect(decided).not.toContain(' selected');
    expect((await act('identity-decision', { outcome: 'verified', reasons: '' })).status).toBe(303);
    expect(await page()).toContain('Medium certainty');
  });

  it('gets its travel document from two people', async () => {
    const rare = (html: string) => /<details class="pulang-fold"( open)?><summary>Other spelling/.exec(html);
    const unpaid = await act('document-apply', { placeOfBirth: 'Medan' });
    expect(unpaid.status).toBe(422);
    expect(rare(unpaid.text)?.[1]).toBeUndefined();
    const far = await act('document-apply', { placeOfBirth: 'Medan', destination: 'Home' });
    expect(rare(far.text)?.[1]).toBe(' open');
    const application = { placeOfBirth: 'Medan', transit: 'sgp', waiverReason: 'crisis' };
    expect((await act('document-apply', application)).status).toBe(303);
    expect(await page()).toContain('You applied for this');
    const second = 'A second person has to approve this.';
    expect(await page(supervisor)).toContain(second);
    expect(await page(await signIn(service, 'protection'))).not.toContain(second);
    expect((await approver.get('/console/approvals')).text).toContain(`/console/cases/${id}`);
    const decided = await page(approver);
    expect(decided).toContain('Siti Contoh');
    expect(decided).toContain('There is no photo of this person');
    const hidden = hiddenFields(decided, path('document-approve'));
    await approver.post(path('document-approve'), { ...hidden, seen: 'nothing' }).expect(412);
    await officer.post(path('document-approve'), hidden).expect(403);
    await approver.post(path('document-approve'), hidden).expect(303);
    const again = await approver.post(path('document-approve'), hidden);
    expect(again.status).toBe(412);
    expect((await act('document-issue')).status).toBe(303);
    const file = await officer.get(`/console/cases/${id}/travel-document.pdf`).expect(200);
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    await supervisor.get(`/console/cases/${id}/travel-document.pdf`).expect(403);
    expect((await act('document-collect', { by: 'holder', signed: '' })).status).toBe(422);
    expect((await act('document-collect', { by: 'holder', signed: 'yes' })).status).toBe(303);
  });

  it('asks before the host country is asked, and records its answer', async () => {
    const unasked = await act('exit-request', { overstayDays: '41', personAgrees: 'no' });
    expect(unasked.status).toBe(409);
    expect(unasked.text).toContain('The person has not agreed to this');
    expect((await act('exit-request', { overstayDays: '41', personAgrees: 'yes' })).status).toBe(303);
    const tooMuch = await act('exit-grant', { permitNumber: 'EX-1', waived: '411' });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('No more can be waived than the fine');
    expect((await act('exit-grant', { permitNumber: 'EX-1', waived: '410,00' }, supervisor)).status).toBe(
      303,
    );
  });

  it('goes home, in local time, and is closed', async () => {
    /** At the demonstration embassy, as a browser sends it. */
    const hoursAgo = (hours: number) =>
      new Date(Date.now() + (7 - hours) * 3_600_000).toISOString().slice(0, 16);
    const [leaves, inThreeDays] = [hoursAgo(-24), hoursAgo(-72)];
    const journey = {
      carrier: 'Contoh Air',
      serviceNumber: 'CT 601',
      from: 'Phnom Penh',
      to: 'Medan',
      route: 'IDN',
    };
    expect((await act('departure-plan', { ...journey, scheduledAt: leaves })).status).toBe(303);
    const [row] = await service.query<{ local: string }>(
      `SELECT to_char(scheduled_at AT TIME ZONE 'Asia/Phnom_Penh', 'YYYY-MM-DD"T"HH24:MI') AS local FROM departure`,
    );
    expect(row!.local).toBe(leaves);
    expect((await act('departure-clear')).status).toBe(303);
    expect((await act('departure-move', { scheduledAt: inThreeDays })).status).toBe(303);
    const early = await page();
    expect(early).toContain('the evening before the journey');
    expect(early).not.toContain('id="departure-board"');
    expect((await act('departure-move', { scheduledAt: hoursAgo(3) })).status).toBe(303);
    const unsaid = await act('departure-board', { at: '' });
    expect(unsaid.text).toContain('Write when the person went on board');
    expect((await act('departure-board', { at: hoursAgo(3) })).status).toBe(303);
    expect((await act('departure-depart', { at: hoursAgo(2) })).status).toBe(303);
    expect(await page()).toContain('Closed');
    const agency = await signIn(service, 'home-agency');
    const list = (await agency.get(`/console/arrivals?from=${hoursAgo(24).slice(0, 10)}`).expect(200)).text;
    const [, departure] = /\/console\/arrivals\/([0-9a-f-]{36})\/confirmation/.exec(list)!;
    const confirmation = `/console/arrivals/${departure}/confirmation`;
    await supervisor.post(confirmation, hiddenFields(list, confirmation)).expect(403);
    const when = (at: string) => agency.post(confirmation, { ...hiddenFields(list, confirmation), at });
    const tooEarly = await when(hoursAgo(3));
    expect(tooEarly.status).toBe(422);
    expect(tooEarly.text).toContain('Too early for this journey');
    const said = `${hoursAgo(1)}`;
    await when(said).expect(303);
    const [home] = await service.query<{ local: string }>(
      `SELECT to_char(arrived_at AT TIME ZONE 'Asia/Phnom_Penh', 'YYYY-MM-DD"T"HH24:MI') AS local FROM departure`,
    );
    expect(home!.local).toBe(said);
    const late = await agency.post(confirmation, hiddenFields(list, confirmation));
    expect(late.status).toBe(412);
  });

  it('put nothing about the person into an address', () => {
    for (const address of addresses) expect(address).not.toMatch(/Siti|Contoh|X0000001|PNH-|EX-1/);
  });

  it('refuses every act to every role that may not do it', async () => {
    const browsers = await Promise.all(
      STAFF_ROLES.map(async (role) => [role, await signIn(service, role)] as const),
    );
    const known: readonly StaffRole[] = STAFF_ROLES;
    for (const [role, browser] of browsers)
      for (const name of CASE_ACTS) {
        const { status, text } = await browser.post(path(name), {});
        const refused = status === 403 && !text.includes('A second person has to agree first');
        expect(`${role} ${name} ${refused}`).toBe(`${role} ${name} ${!WHO_MAY[name].includes(role)}`);
        expect(known).toContain(role);
      }
  });

  it('is not found by an unknown id or act', async () => {
    await officer.get('/console/cases/00000000-0000-0000-0000-000000000000').expect(404);
    await officer.post(path('no-such-act'), {}).expect(404);
  });
});
