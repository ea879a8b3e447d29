import type { EntityManager } from 'typeorm';
import { invalid, Problem } from '../platform/problems/problem.js';
import { caseOfReference } from '../registrations/case-of-reference.js';
import { readReference } from '../registrations/reference.js';
import { EVIDENCE_STRENGTH, type EvidenceKind, type Strength } from './evidence-kinds.js';
import { levelsNow } from './identity-file.js';

interface Weighed {
  strength: Strength;
  refereeId: string | null;
}

/**
 * How much new evidence proves. Somebody who vouches proves something only where they are verified themselves, here.
 * A face is compared only where its picture is kept, so that others can look again.
 * @throws Problem `no-portrait` (409), `invalid-input` for a reference that is no verified person's, is the person's own, or is not asked for
 */
export async function weigh(
  tx: EntityManager,
  registrationId: string,
  { kind, refereeReference }: { kind: EvidenceKind; refereeReference?: string },
): Promise<Weighed> {
  const pointer = '/refereeReference';
  if (kind === 'photo-compared' && !(await hasPortrait(tx, registrationId)))
    throw new Problem('conflict', 'no-portrait');
  if (kind !== 'referee') {
    if (refereeReference !== undefined) throw invalid({ pointer, code: 'unknown-field' });
    return { strength: EVIDENCE_STRENGTH[kind], refereeId: null };
  }
  if (refereeReference === undefined) return { strength: 'none', refereeId: null };
  const refereeId = await caseOfReference(tx, readReference(refereeReference) ?? '');
  const verified = refereeId !== undefined && (await levelsNow(tx, [refereeId])).has(refereeId);
  if (!verified || refereeId === registrationId) throw invalid({ pointer, code: 'no-verified-person' });
  return { strength: EVIDENCE_STRENGTH.referee, refereeId };
}

async function hasPortrait(tx: EntityManager, registrationId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    "SELECT FROM portrait WHERE registration_id = $1 AND superseded_at IS NULL AND source <> 'document'",
    [registrationId],
  );
  return found.length > 0;
}
