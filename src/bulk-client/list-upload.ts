import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BulkFaultPage,
  BulkFaultResponse,
  BulkIntakeResponse,
} from '../registrations/bulk/bulk-intakes.dto.js';
import { showProgress } from '../platform/command-line/progress-bar.js';
import type { BulkApi } from './bulk-api.js';

const AT = '/v1/bulk-intakes';
const LOOK_MS = 1000;

/** Sends a file to be checked. The key follows from the file: sent again within a day, it is the same list. */
export async function checkFile(api: BulkApi, path: string): Promise<BulkIntakeResponse> {
  const bytes = await readFile(path);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'list');
  const key = `list-${createHash('sha256').update(bytes).digest('hex')}`;
  const { id } = await api.send<BulkIntakeResponse>('POST', AT, { body: form, 'idempotency-key': key });
  return readList(api, id);
}

export const readList = (api: BulkApi, id: string): Promise<BulkIntakeResponse> =>
  api.send('GET', `${AT}/${id}`);

/** Every fault and warning. */
export async function allFaults(api: BulkApi, id: string): Promise<BulkFaultResponse[]> {
  const faults: BulkFaultResponse[] = [];
  for (let after: string | null = ''; after !== null;) {
    const more: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: BulkFaultPage = await api.send('GET', `${AT}/${id}/faults?limit=200${more}`);
    faults.push(...page.items);
    after = page.next;
  }
  return faults;
}

/** Has a checked list registered, and shows how far it is. Goes on watching one that is confirmed already. */
export async function registerList(api: BulkApi, list: BulkIntakeResponse): Promise<BulkIntakeResponse> {
  let now = list;
  if (now.state === 'checked')
    now = await api.send('POST', `${AT}/${list.id}/confirmation`, { 'if-match': `"v${list.version}"` });
  const end = showProgress(() => ({
    share: now.valid === 0 ? 1 : now.registered / now.valid,
    text: `${now.registered} of ${now.valid} registered`,
  }));
  try {
    while (now.state === 'confirmed') {
      await sleep(LOOK_MS);
      now = await readList(api, list.id);
    }
  } finally {
    end();
  }
  return now;
}

export const takeReceipts = (api: BulkApi, id: string): Promise<string> =>
  api.send('GET', `${AT}/${id}/receipts/csv`);
