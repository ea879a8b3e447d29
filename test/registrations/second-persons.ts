import { systemCaller } from '../../src/platform/auth/caller.js';
import { Database } from '../../src/platform/database/database.js';
import type { SecondPersonRequestResponse } from '../../src/registrations/disclosure/second-person/second-person.dto.js';
import type { SecondPersonKind } from '../../src/registrations/disclosure/second-person/second-person-state.js';
import { ErasingService } from '../../src/registrations/erasure/erasing.service.js';
import { identityOf, STATEMENT } from '../identity/identity-file.js';
import type { Api, Service } from '../support/service.js';

export const REASON = 'The shelter Persinggahan moves them tonight';
export const MISSING = [403, 'second-person-missing'];

/** What is shown of each kind of whoever was registered here. */
export const SHOWN = {
  location: { location: { whereNow: 'Rumah Contoh' } },
  statements: {
    statements: [{ evidenceId: expect.any(String) as string, kind: 'interview', statement: STATEMENT }],
  },
};

type Way = 'second-person-requests' | 'danger-openings';

export const code = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
];

export const violates = (constraint: string) => expect.objectContaining({ constraint }) as unknown;

/** What members of staff do about what nobody sees alone, over HTTP, and what only time or the database does. */
export const secondPersonsOf = (service: Service, kind: SecondPersonKind) => {
  const add = (api: Api, id: string, what: Way, of = kind) =>
    api.post(`/v1/registrations/${id}/${what}`).send({ kind: of, reason: REASON });
  return {
    /** Of whom there is a place, and evidence that this officer wrote down. */
    register: async (officer: Api) => {
      const { id } = await service.register({ whereNow: 'Rumah Contoh' });
      await identityOf(officer).record(id, 'interview').expect(201);
      return id;
    },
    add,
    asked: async (api: Api, id: string, what: Way = 'second-person-requests', of = kind) =>
      (await add(api, id, what, of).expect(201)).body as SecondPersonRequestResponse,
    decide: (api: Api, { id }: { id: string }, verdict: string) =>
      api.post(`/v1/second-person-requests/${id}/decision`).send({ verdict }),
    disclose: (api: Api, id: string, of = kind) => {
      const reason = 'Looks for the person';
      return of === 'location'
        ? api.post(`/v1/registrations/${id}/disclosures`).send({ parts: ['location'], reason })
        : api.post(`/v1/registrations/${id}/identity/disclosures`).send({ reason });
    },
    waiting: async (api: Api) => {
      const { body } = await api.get('/v1/second-person-requests?limit=200').expect(200);
      return (body as { items: SecondPersonRequestResponse[] }).items.map(({ id }) => id);
    },
    own: async (api: Api, id: string) => {
      const { body } = await api.get(`/v1/registrations/${id}/second-person-requests/own`).expect(200);
      return (body as { [of in SecondPersonKind]?: SecondPersonRequestResponse })[kind];
    },
    /** As if time had passed, which the order of things forbids otherwise. */
    passed: async (id: string, hours: number) => {
      await service.query('ALTER TABLE second_person_request DISABLE TRIGGER second_person_in_order');
      await service.query(
        `UPDATE second_person_request SET asked_at = asked_at - make_interval(hours => $2),
           decided_at = decided_at - make_interval(hours => $2), open_until = open_until - make_interval(hours => $2)
         WHERE id = $1`,
        [id, hours],
      );
      await service.query('ALTER TABLE second_person_request ENABLE TRIGGER second_person_in_order');
    },
    erase: (id: string) => {
      const caller = systemCaller(service.demonstration.postId, 'test');
      return service.app
        .get(Database)
        .transaction(caller.posts, (tx) => service.app.get(ErasingService).erase(tx, caller, id, 'asked'));
    },
    idOf: async (username: string) =>
      (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id,
    actions: async (id: string) =>
      (
        await service.query<{ action: string }>(
          `SELECT action FROM audit_event WHERE subject_id = $1
             AND (action ~ 'registration.(whereabouts|statements)-' OR action LIKE '%disclosed') ORDER BY at`,
          [id],
        )
      ).map(({ action }) => action),
  };
};
