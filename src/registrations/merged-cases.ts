import type { EntityManager } from 'typeorm';
import type { Announcement } from '../platform/jobs/topics.js';
import { lockCases } from './lock-cases.js';
import type { PeopleService } from './people.service.js';
import type { Registration } from './registration.entity.js';

/** Two cases of one person: one was merged into the other, which is kept. */
export interface MergedCases {
  merged: Registration;
  kept: Registration;
}

/**
 * What a stage that follows a merge begins with: both cases, locked, so that the merge is not undone meanwhile. Joins the
 * caller's transaction. @param announcement of REGISTRATION_MERGED @returns nothing where it has been undone since
 */
export async function mergedCases(
  tx: EntityManager,
  people: PeopleService,
  { registrationId, keptId }: Announcement,
): Promise<MergedCases | undefined> {
  const [mergedId, kept] = [String(registrationId), String(keptId)];
  await lockCases(tx, [mergedId, kept]);
  const merged = await people.registration(tx, mergedId);
  return merged.status === 'merged' ? { merged, kept: await people.registration(tx, kept) } : undefined;
}
