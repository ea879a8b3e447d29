import sharp from 'sharp';
import { STAFF_ROLES } from '../../src/platform/auth/roles.js';
import { journeysOf } from '../support/journey.js';
import { operationsOf } from '../support/openapi-operations.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';

/** Reads that tell no more of a person than a reference or a number in the hall, and those of work, posts and figures. */
const OF_NOBODY = [
  ...[
    '/v1/accounts',
    '/v1/audit-events',
    '/v1/audit-events/chain',
    '/v1/clients',
    '/v1/countersignatures',
    '/v1/devices',
    '/v1/password',
  ],
  ...['/v1/second-factor', '/v1/sessions/current', '/v1/retention', '/v1/skills', '/v1/posts/{id}/setup'],
  ...['/v1/blank-batches', '/v1/blank-counts', '/v1/blank-destructions', '/v1/blanks', '/v1/blanks/spent'],
  ...[
    '/v1/bulletins',
    '/v1/bulletins/{day}',
    '/v1/bulletins/{day}/csv',
    '/v1/reports/breakdown',
    '/v1/reports/breakdown/csv',
    '/v1/reports/daily',
    '/v1/reports/plan',
  ],
  ...[
    '/v1/reports/stages',
    '/v1/messages',
    '/v1/messages/figures',
    '/v1/call-forward',
    '/v1/call-forward/plan',
  ],
  ...['/v1/slots', '/v1/closures', '/v1/counter-sessions/current', '/v1/queue', '/v1/queue/events'],
  ...['/v1/tickets/parked', '/v1/tickets/held', '/v1/tickets/transfer-choices', '/v1/identity-reviews/own'],
  ...['/v1/reported-papers', '/v1/document-settings'],
  ...['/v1/document-batches', '/v1/document-batches/{id}'],
  ...['/v1/bulk-intakes', '/v1/bulk-intakes/{id}', '/v1/bulk-intakes/{id}/faults'],
  '/v1/bulk-intakes/templates/{format}',
  // what the caller asked for themselves
  '/v1/registrations/{id}/second-person-requests/own',
];

/** Reads that are on record, as the tests of their stage see. */
const SEEN_ELSEWHERE = [
  ...['/v1/bulk-intakes/{id}/rows', '/v1/bulk-intakes/{id}/receipts', '/v1/bulk-intakes/{id}/receipts/csv'],
  ...['/v1/duplicates/{id}', '/v1/duress-flags', '/v1/duress-flags/events', '/v1/tickets/{id}/notes'],
  ...['/v1/document-batches/{id}/file', '/v1/travel-documents/exports', '/v1/travel-documents/exports/csv'],
  '/v1/arrivals',
];

describe('a look at a person’s case', () => {
  let service: Service;
  let asOfficer: Api;
  /** What to put into an address: of one person who came the whole way. */
  let ids: Record<'registration' | 'ticket' | 'application' | 'document' | 'clearance' | 'batch', string>;
  let number: string;
  let familyId: string;
  beforeAll(async () => {
    service = await startService();
    asOfficer = await service.api('officer');
    const journeys = await journeysOf(service);
    const person = await journeys.booked();
    const ticket = await journeys.checkedIn(person);
    const document = await journeys.documentIssued(person);
    const clearance = await journeys.clearanceGranted(person);
    await journeys.planned(person);
    const { id: registration } = person;
    const { applicationId: application } = document;
    const [batch] = await service.query<{ id: string }>(
      `INSERT INTO issue_batch (id, post_id, total, started_by)
       SELECT gen_random_uuid(), r.post_id, 1, a.id FROM registration r, account a
       WHERE r.id = $1 AND a.username = 'officer' RETURNING id`,
      [registration],
    );
    ids = {
      ...{ registration, application, ticket: ticket.id, document: document.id },
      ...{ clearance: clearance.id, batch: batch!.id },
    };
    number = document.number;
    await asOfficer
      .post(`/v1/registrations/${registration}/identity/family-requests`)
      .set('idempotency-key', newKey())
      .send({ question: 'Ask the mother which school it was' })
      .expect(201);
    const grey = sharp({ create: { width: 413, height: 531, channels: 3, background: '#888' } });
    await asOfficer
      .post(`/v1/registrations/${registration}/portrait`)
      .attach('photo', await grey.png().toBuffer(), 'photo.png')
      .expect(204);
    const [family] = await service.query<{ id: string }>(
      'UPDATE document_application SET family_id = gen_random_uuid() WHERE id = $1 RETURNING family_id AS id',
      [application],
    );
    familyId = family!.id;
  });
  afterAll(() => service.stop());

  /** The address of each read, with whose it is. */
  const reads = (): Record<string, string> => {
    const of = (kind: keyof typeof ids, ...paths: string[]) =>
      Object.fromEntries(paths.map((path) => [path, path.replace('{id}', ids[kind])]));
    const parts = ['', '/companions', '/triage', '/identity', '/portrait', '/appointment', '/exit-clearance'];
    const more = ['/departure', '/travel-documents', '/identity/interviews', '/identity/family-requests'];
    const all = [...parts, ...more, '/identity/registry-queries'];
    return {
      ...of('registration', ...all.map((part) => `/v1/registrations/{id}${part}`)),
      ...of('ticket', '/v1/tickets/{id}'),
      ...of('application', ...['', '/content'].map((part) => `/v1/travel-document-applications/{id}${part}`)),
      ...of('document', ...['', '/file'].map((part) => `/v1/travel-documents/{id}${part}`)),
      ...of('clearance', '/v1/exit-clearances/{id}/permit'),
      ...of('batch', '/v1/document-batches/{id}/items'),
      ...Object.fromEntries(['/v1/duplicates', '/v1/duplicate-groups'].map((path) => [path, path])),
      '/v1/family-applications/{id}': `/v1/family-applications/${familyId}`,
      '/v1/travel-document-applications': `/v1/travel-document-applications?registrationId=${ids.registration}`,
      '/v1/travel-documents': `/v1/travel-documents?number=${number}`,
      '/v1/family-requests': '/v1/family-requests',
      '/v1/second-person-requests': '/v1/second-person-requests',
      '/v1/reports/milestones': '/v1/reports/milestones?milestone=registered',
    };
  };

  const eventsOf = async (role: string) => {
    const [row] = await service.query<{ count: number }>(
      'SELECT count(*)::int FROM audit_event WHERE actor_kind = $1',
      [role],
    );
    return row!.count;
  };

  it('is on record for every route that there is', async () => {
    const routes = operationsOf(service.app).filter(
      ({ method, allowed }) =>
        method === 'GET' && [...STAFF_ROLES, 'client'].some((role) => allowed.includes(role)),
    );
    const addresses = reads();
    const listed = [...OF_NOBODY, ...SEEN_ELSEWHERE, ...Object.keys(addresses)].sort();
    expect(listed).toEqual(routes.map(({ path }) => path).sort());
    const unseen = [];
    for (const { path, allowed } of routes.filter((route) => addresses[route.path])) {
      const role = STAFF_ROLES.find((one) => allowed.includes(one))!;
      const api = await service.api(role);
      const before = await eventsOf(role);
      const { status } = await api.get(addresses[path]!);
      if (status !== 200 || (await eventsOf(role)) === before) unseen.push([path, status]);
    }
    expect(unseen).toEqual([]);
  });

  it.each([
    ['supervisor', 'duplicates.listed', '/console/duplicates'],
    ['supervisor', 'duplicates.listed', '/console/duplicates?status=same'],
    ['officer', 'document.batch-read', '/console/documents/batches/{id}'],
  ] as const)('is on record where the page of a list is read: %s, %s', async (role, action, path) => {
    const events = async () =>
      (await service.query('SELECT FROM audit_event WHERE action = $1', [action])).length;
    const before = await events();
    await (await service.api(role)).get(path.replace('{id}', ids.batch)).expect(200);
    expect(await events()).toBe(before + 1);
  });
});
