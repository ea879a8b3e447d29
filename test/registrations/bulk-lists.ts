import { Topics } from '../../src/platform/jobs/topics.js';
import type { BulkIntakeResponse } from '../../src/registrations/bulk/bulk-intakes.dto.js';
import { type Api, newKey, type Service } from '../support/service.js';

export const AT = '/v1/bulk-intakes';

/** Handing lists in as an organisation does, and what the jobs do with them; after `open`. */
export function bulkLists() {
  let service: Service;
  let client: Api;
  const open = async (started: Service) => {
    service = started;
    client = await started.api('client');
  };

  const post = (file: Buffer, api = client, key = newKey(), query = '') =>
    api.post(`${AT}${query}`).set('idempotency-key', key).attach('file', file, 'list');
  const check = async (file: Buffer, api = client, query = '') =>
    (await post(file, api, newKey(), query).expect(201)).body as BulkIntakeResponse;
  const confirm = ({ id, version }: BulkIntakeResponse, api = client) =>
    api.post(`${AT}/${id}/confirmation`).set('if-match', `"v${version}"`);
  const read = async (id: string, api = client) =>
    (await api.get(`${AT}/${id}`).expect(200)).body as BulkIntakeResponse;
  const job = (name: string, payload: object = {}) =>
    service.app.get(Topics).jobs.get(`bulk-intake.${name}`)!({
      postId: '',
      requestId: 'bulk spec',
      ...payload,
    });
  /** What the job of a confirmed list does, without all that later stages do with each person. */
  const work = ({ id }: BulkIntakeResponse) =>
    job('register', { postId: service.demonstration.postId, bulkIntakeId: id });
  const register = async (file: Buffer, api = client) => {
    const list = await check(file, api);
    await confirm(list, api).expect(202);
    await work(list);
    return read(list.id, api);
  };
  const faults = async (id: string) =>
    (
      (await client.get(`${AT}/${id}/faults`).expect(200)).body as {
        items: { row: number; column: string; severity: string; code: string; detail: string }[];
      }
    ).items;

  return { open, post, check, confirm, read, job, work, register, faults };
}
