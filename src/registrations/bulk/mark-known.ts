import type { EntityManager } from 'typeorm';
import { refuseWithAdults } from './rows/guardians.js';
import { addFault, type CheckedRow, guardianFault } from './rows/list-check.js';

interface Known {
  key_index: Buffer;
  person_index: Buffer | null;
}

/** Finds the rows that were registered before, out of this list or another one; of those whom a row id meant already, others are refused. */
export async function markKnown(
  tx: EntityManager,
  postId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  const valid = rows.filter(({ state }) => state === 'valid');
  const known = await tx.query<Known[]>(
    `SELECT key_index, person_index FROM bulk_intake_row
     WHERE post_id = $1 AND state = 'registered' AND key_index = ANY ($2)`,
    [postId, valid.map(({ key }) => key)],
  );
  const byKey = new Map(known.map((row) => [row.key_index.toString('hex'), row.person_index]));
  for (const row of valid) {
    const person = byKey.get(row.key.toString('hex'));
    if (person === undefined) continue;
    if (person !== null && !person.equals(row.person))
      addFault(row, { column: 'row_id', code: 'already-used' });
    else {
      row.state = 'duplicate';
      row.warnings.unshift({ column: 'row_id', code: 'registered-before' });
    }
  }
  refuseWithAdults(rows, guardianFault);
}
