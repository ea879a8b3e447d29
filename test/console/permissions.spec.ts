import { STAFF_ROLES, type StaffRole } from '../../src/platform/auth/roles.js';
import { type Service, startService } from '../support/service.js';
import { type Browser, browserOf, cookieOf, signIn } from './staff-pages.js';

/** Who may see which page, as the project's roles have it; everyone else is told that it is not for them. */
const MAY: Record<string, readonly StaffRole[]> = {
  '/console/today': ['officer'],
  '/console/waiting': ['officer'],
  '/console/cases': ['officer', 'protection', 'approver', 'supervisor'],
  '/console/approvals': ['approver'],
  '/console/second-person': ['officer', 'protection', 'approver'],
  '/console/documents': ['officer', 'approver', 'supervisor'],
  '/console/family-requests': ['home-agency'],
  '/console/supervisor': ['supervisor'],
  '/console/supervisor/skills': ['supervisor'],
  '/console/messages': ['supervisor'],
  '/console/outbox': ['officer', 'supervisor'],
  '/console/arrivals': ['home-agency', 'supervisor'],
  '/console/account': STAFF_ROLES,
  '/console/account/password': STAFF_ROLES,
  '/console/accounts': ['administrator'],
  '/console/post': ['supervisor', 'administrator'],
  '/console/post/hours': ['supervisor', 'administrator'],
  '/console/devices': ['supervisor', 'administrator'],
  '/console/retention': ['administrator'],
  '/console/audit': ['auditor'],
  '/ministry': ['analyst', 'supervisor'],
  '/ministry/bulletins': ['analyst', 'supervisor'],
  '/board': [],
};

const CASE: readonly StaffRole[] = ['officer', 'protection', 'approver', 'supervisor'];

describe('who may see which page of the console', () => {
  let service: Service;
  let browsers: Record<StaffRole, Browser>;
  let caseId: string;

  beforeAll(async () => {
    service = await startService();
    const entries = STAFF_ROLES.map(async (role) => [role, await signIn(service, role)] as const);
    browsers = Object.fromEntries(await Promise.all(entries)) as Record<StaffRole, Browser>;
    caseId = (await service.register()).id;
  });
  afterAll(() => service.stop());

  it.each(STAFF_ROLES)('%s', async (role) => {
    for (const [path, allowed] of Object.entries({ ...MAY, [`/console/cases/${caseId}`]: CASE })) {
      const answer = await browsers[role].get(path);
      const expected = allowed.includes(role) ? 200 : 403;
      expect(`${path} ${answer.status}`).toBe(`${path} ${expected}`);
    }
  });

  it('leads everybody from the door to a page that they may see', async () => {
    for (const role of STAFF_ROLES) {
      const door = await browsers[role].get('/console').expect(303);
      await browsers[role].get(door.headers['location']!).expect(200);
    }
  });

  it('leads who is not signed in to where they can', async () => {
    for (const path of ['/console', '/console/today', '/ministry', `/console/cases/${caseId}`])
      expect((await browserOf(service).get(path).expect(303)).headers['location']).toBe('/console/sign-in');
  });

  it('signs in alike for a wrong password and an unknown name, and out for good', async () => {
    const wrong = await browserOf(service).post('/console/sign-in', {
      username: 'officer',
      password: 'wrong',
    });
    const unknown = await browserOf(service).post('/console/sign-in', {
      username: 'nobody1',
      password: 'wrong',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text.replaceAll('nobody1', 'officer')).toBe(wrong.text);
    expect(wrong.headers['set-cookie']).toBeUndefined();

    const { password } = service.demonstration.accounts.find(({ username }) => username === 'officer2')!;
    const entered = await browserOf(service).post('/console/sign-in', { username: 'officer2', password });
    const browser = browserOf(service, cookieOf(entered));
    await browser.get('/console/today').expect(200);
    await browser.post('/console/sign-out').expect(303);
    await browser.get('/console/today').expect(303);
  });

  it('shows the board to an enrolled screen and nothing else of the console', async () => {
    const board = await service.device('board');
    const page = await board.get('/board').set('accept', 'text/html').expect(200);
    expect(page.text).not.toContain('PNH-');
    await board.get('/console/today').set('accept', 'text/html').expect(403);
  });
});
