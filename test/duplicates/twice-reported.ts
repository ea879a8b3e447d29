import type {
  DuplicateComparisonResponse,
  DuplicatesPage,
} from '../../src/duplicates/pairs/duplicates.dto.js';
import type { WorklistPage } from '../../src/duplicates/worklist/worklist.dto.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { type Api, type Service } from '../support/service.js';

let people = 0;

/** Somebody made up whom no other test has met: a name, a birth date and a phone of their own. */
export function buildSomebody() {
  const n = ++people;
  const letters = String.fromCharCode(97 + (n % 26), 97 + ((n * 7) % 26), 97 + ((n * 11) % 26));
  return {
    fullName: `Contoh${letters} Uji${letters.split('').reverse().join('')}`,
    birthDate: { year: 1960 + (n % 40), month: 1 + (n % 12), day: 1 + (n % 28) },
    contact: { method: 'phone' as const, phone: `+62812345${String(10_000 + n)}` },
    consents: ['embassy-assistance' as const, 'home-ministry' as const, 'host-exit-clearance' as const],
  };
}

/** One person who reported twice, and the pair that was found of it. */
export async function reportedTwice(service: Service, supervisor: Api, somebody = buildSomebody()) {
  const first = await service.register(somebody);
  const second = await service.register(somebody);
  await service.runJobs();
  return { first, second, pair: await pairOf(service, supervisor, first, second) };
}

/** As an officer with the right to it reads it. */
export async function pairOf(
  service: Service,
  api: Api,
  one: Pick<RegistrationReceipt, 'id'>,
  other: Pick<RegistrationReceipt, 'id'>,
): Promise<DuplicateComparisonResponse> {
  const [row] = await service.query<{ id: string }>(
    'SELECT id FROM duplicate_pair WHERE first_id = least($1::uuid, $2::uuid) AND second_id = greatest($1::uuid, $2::uuid)',
    [one.id, other.id],
  );
  if (!row) throw new Error('no pair was found');
  return (await api.get(`/v1/duplicates/${row.id}`).expect(200)).body as DuplicateComparisonResponse;
}

export const decide = (api: Api, { id, version }: { id: string; version: number }, body: object) =>
  api.post(`/v1/duplicates/${id}/decision`).set('if-match', `"v${version}"`).send(body);

export const undo = (api: Api, { id, version }: { id: string; version: number }) =>
  api.post(`/v1/merges/${id}/undo`).set('if-match', `"v${version}"`).send();

export const worklist = async (api: Api, query = ''): Promise<DuplicatesPage> =>
  (await api.get(`/v1/duplicates${query}`).expect(200)).body as DuplicatesPage;

/** What waits for a decision, the reports of one person together. */
export const groups = async (api: Api, query = '?limit=200'): Promise<WorklistPage> =>
  (await api.get(`/v1/duplicate-groups${query}`).expect(200)).body as WorklistPage;

/** One person who reported so often, and how the worklist shows it. */
export async function reportedOften(service: Service, supervisor: Api, times: number) {
  const somebody = buildSomebody();
  const cases: RegistrationReceipt[] = [];
  for (let n = 0; n < times; n++) cases.push(await service.register(somebody));
  await service.runJobs();
  const ids = cases.map(({ id }) => id);
  const group = (await groups(supervisor)).items.find((item) =>
    item.cases.some(({ id }) => ids.includes(id)),
  );
  if (!group) throw new Error('no group was found');
  return { cases, group };
}

export const mergeGroup = (api: Api, pairs: readonly { id: string; version: number }[]) =>
  api.post('/v1/duplicate-groups/merges').send({ pairs: pairs.map(({ id, version }) => ({ id, version })) });
