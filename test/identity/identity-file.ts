import type { OwnReviewsResponse } from '../../src/identity/assignment/reviews.dto.js';
import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import type { OwnVouchingsResponse } from '../../src/identity/vouching/vouching.dto.js';
import { type Api, newKey, type Service } from '../support/service.js';

/** Made-up, and searched for wherever it must not be. */
export const STATEMENT = 'Names the teacher Ibu Contoh and the market of the village';

export const path = (id: string) => `/v1/registrations/${id}/identity`;

/** What an officer does with somebody's identity, over HTTP; each call can be checked further or awaited. */
export const identityOf = (api: Api) => ({
  read: async (id: string) => (await api.get(path(id)).expect(200)).body as IdentityFileResponse,
  record: (id: string, kind: string, { agrees = true, key = newKey(), ...more }: Recorded = {}) =>
    api
      .post(`${path(id)}/evidence`)
      .set('idempotency-key', key)
      .send({ kind, agrees, statement: STATEMENT, ...more }),
  decide: (id: string, version: number, outcome: string, reasons: string[] = []) =>
    api
      .post(`${path(id)}/decision`)
      .set('if-match', `"v${version}"`)
      .send({ outcome, reasons }),
  resolve: (id: string, contradictionId: string, version: number) =>
    api
      .post(`${path(id)}/contradictions/${contradictionId}/resolution`)
      .set('if-match', `"v${version}"`)
      .send({ reason: 'The clerk had misspelt it, as the card shows' }),
  tie: (id: string, kind = 'family') => api.post(`${path(id)}/ties`).send({ kind }),
  own: async () => (await api.get('/v1/identity-reviews/own').expect(200)).body as OwnReviewsResponse,
  available: (available: boolean) => api.put('/v1/identity-reviews/own/availability').send({ available }),
});

interface Recorded {
  agrees?: boolean;
  key?: string;
  refereeReference?: string;
  mrz?: string;
  documentNumber?: string;
}

/** A person answers the oldest question on their page: they vouch for whoever has this reference. */
export async function vouchFor(person: Api, reference: string) {
  const { items } = (await person.get('/v1/vouchings/own').expect(200)).body as OwnVouchingsResponse;
  const { id } = items.find(({ state }) => state === 'asked')!;
  return person.post(`/v1/vouchings/${id}/confirmation`).send({ reference }).expect(200);
}

/** As if the lot had fallen on this account to conclude first: several officers are at work, and chance is not to be tested. */
export const choose = (service: Service, registrationId: string, username = 'officer') =>
  service.query(
    `INSERT INTO identity_first_lot (id, post_id, registration_id, officer_id, drawn_from)
     SELECT gen_random_uuid(), r.post_id, r.id, a.id, 2 FROM registration r, account a
     WHERE r.id = $1 AND a.username = $2`,
    [registrationId, username],
  );
