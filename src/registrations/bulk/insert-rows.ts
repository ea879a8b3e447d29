import type { EntityManager } from 'typeorm';
import type { PersonKey } from '../../platform/crypto/person-key.js';
import { newId } from '../../platform/ids.js';
import type { RowContent } from './bulk-key.js';
import type { CheckedRow } from './rows/list-check.js';
import type { RowFault } from './rows/row-reading.js';

const AT_ONCE = 500;

interface List {
  id: string;
  postId: string;
  key: PersonKey;
}

/** Writes the rows of a list, sealed, with their faults and warnings. Rows of one group get one group. */
export async function insertRows(tx: EntityManager, list: List, rows: readonly CheckedRow[]): Promise<void> {
  const groups = new Map<string, string>();
  const groupOf = ({ group }: CheckedRow): string | null => {
    if (group === undefined) return null;
    const name = group.toLowerCase();
    if (!groups.has(name)) groups.set(name, newId());
    return groups.get(name)!;
  };
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    await tx.query(
      `INSERT INTO bulk_intake_row (bulk_intake_id, post_id, number, state, key_index, person_index, group_id, content_sealed)
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::bytea[], $6::bytea[], $7::uuid[], $8::bytea[])`,
      [
        list.id,
        list.postId,
        some.map(({ number }) => number),
        some.map(({ state }) => state),
        some.map(({ key }) => key),
        some.map(({ person }) => person),
        some.map(groupOf),
        some.map((row) =>
          row.state === 'valid' ? list.key.seal(`row ${row.number}`, contentOf(row)) : null,
        ),
      ],
    );
    await insertFaults(tx, list, some);
  }
}

const contentOf = ({ request, rowId, guardianRow }: CheckedRow): RowContent => ({
  request,
  rowId,
  guardianRow,
});

async function insertFaults(tx: EntityManager, list: List, rows: readonly CheckedRow[]): Promise<void> {
  const said = rows.flatMap(({ number, faults, warnings }) => [
    ...placed(number, 'fault', faults, 0),
    ...placed(number, 'warning', warnings, faults.length),
  ]);
  if (said.length === 0) return;
  await tx.query(
    `INSERT INTO bulk_intake_fault (bulk_intake_id, post_id, number, place, severity, column_name, code, params_sealed)
     SELECT $1, $2, * FROM unnest($3::int[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::bytea[])`,
    [
      list.id,
      list.postId,
      said.map(({ number }) => number),
      said.map(({ place }) => place),
      said.map(({ severity }) => severity),
      said.map(({ fault }) => fault.column),
      said.map(({ fault }) => fault.code),
      said.map(({ number, fault }) => (fault.params ? list.key.seal(`fault ${number}`, fault.params) : null)),
    ],
  );
}

const placed = (number: number, severity: string, faults: readonly RowFault[], from: number) =>
  faults.map((fault, index) => ({ number, severity, fault, place: from + index }));
