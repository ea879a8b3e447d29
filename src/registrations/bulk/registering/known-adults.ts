import type { EntityManager } from 'typeorm';
import type { RegistrationRequest } from '../../intake/intake.dto.js';
import type { RowContent } from '../bulk-key.js';
import type { RowToDo } from './steps.sql.js';

/** The case of an adult who was registered before, and the group that it is of. */
export interface KnownAdult {
  id: string;
  groupId: string;
}

/** Of rows $2 of the list $1 those that another list registered, as long as the case is open. */
const KNOWN = `
  SELECT b.number, r.id, r.group_id AS "groupId" FROM bulk_intake_row b
  JOIN bulk_intake_row o ON o.post_id = b.post_id AND o.key_index = b.key_index AND o.state = 'registered'
  JOIN registration r ON r.id = o.registration_id AND r.status IN ('received', 'active')
  WHERE b.bulk_intake_id = $1 AND b.number = ANY ($2) ORDER BY r.id FOR UPDATE OF r`;

/**
 * The adults whom children of a list are with, where the list does not register them itself: they keep the group that they
 * have, and are given this list's where they have none. Joins the caller's transaction.
 * @param wanted numbers of the adults' rows, with the group that the list would give them
 */
export async function knownAdults(
  tx: EntityManager,
  listId: string,
  wanted: ReadonlyMap<number, string>,
): Promise<Map<number, KnownAdult>> {
  const found = new Map<number, KnownAdult>();
  if (wanted.size === 0) return found;
  const rows = await tx.query<{ number: number; id: string; groupId: string | null }[]>(KNOWN, [
    listId,
    [...wanted.keys()],
  ]);
  for (const { number, id, groupId } of rows) {
    const group = groupId ?? wanted.get(number)!;
    if (groupId === null)
      await tx.query('UPDATE registration SET group_id = $2, version = version + 1 WHERE id = $1', [
        id,
        group,
      ]);
    found.set(number, { id, groupId: group });
  }
  return found;
}

type OpenedRow = Pick<RowToDo, 'number' | 'groupId'> & Pick<RowContent, 'guardianRow'>;

/** Rows of adults whom a child is with and whom this step does not register, with the group of the child. */
export function adultsElsewhere(fresh: readonly OpenedRow[]): Map<number, string> {
  const here = new Set(fresh.map(({ number }) => number));
  return new Map(
    fresh.flatMap(({ guardianRow, groupId }): [number, string][] =>
      guardianRow === undefined || groupId === null || here.has(guardianRow) ? [] : [[guardianRow, groupId]],
    ),
  );
}

/** A child whose adult cannot be found any more is looked after as one who is alone. */
export const unaccompanied = (request: RegistrationRequest): RegistrationRequest => ({
  ...request,
  needs: [...new Set([...request.needs, 'unaccompanied-minor' as const])],
});
