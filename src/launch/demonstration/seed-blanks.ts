import type { INestApplicationContext } from '@nestjs/common';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { AccountsService } from '../../staff/accounts/accounts.service.js';
import { BatchesService } from '../../travel-documents/blanks/batches.service.js';

const BATCH = { series: 'SPM', first: 1, last: 5000 };

/** A batch of blanks, received by the supervisor and counted by an officer, unless the post has one. */
export async function seedBlanks(app: INestApplicationContext, postId: string): Promise<void> {
  const batches = app.get(BatchesService, { strict: false });
  const system = systemCaller(postId, 'demonstration');
  if ((await batches.list(system)).items.length > 0) return;
  const { items } = await app.get(AccountsService).list(system);
  const as = (role: 'supervisor' | 'officer'): Caller => ({
    ...system,
    role,
    id: items.find((account) => account.role === role)!.id,
  });
  const once = { key: newId(), scope: 'demonstration', body: BATCH };
  const { id, version, blanks } = await batches.receive(as('supervisor'), BATCH, once);
  await batches.count(as('officer'), id, version, { counted: blanks, missing: [] });
}
