import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import { type Api, newKey } from '../support/service.js';

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
});

interface Recorded {
  agrees?: boolean;
  key?: string;
  refereeReference?: string;
}
