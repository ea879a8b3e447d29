import type { CheckedRow } from './list-check.js';

const ADULT_AT = 18;

/**
 * Whom the minors of a list are with: an adult of the same group, named by row id, or nobody, which is said among the needs.
 * @param fault tells a fault of a row
 */
export function findGuardians(
  rows: readonly CheckedRow[],
  thisYear: number,
  fault: (row: CheckedRow, code: string) => void,
): void {
  const byId = new Map(rows.map((row) => [folded(row.rowId), row]));
  const isMinor = ({ request }: CheckedRow): boolean => {
    const { year } = request.birthDate ?? {};
    return year !== undefined && thisYear - year < ADULT_AT;
  };
  for (const row of rows) {
    if (row.guardian === undefined) {
      if (isMinor(row) && !row.request.needs?.includes('unaccompanied-minor')) fault(row, 'guardian-needed');
      continue;
    }
    const adult = byId.get(folded(row.guardian));
    if (!adult || adult === row || adult.guardian !== undefined || isMinor(adult) || !areTogether(adult, row))
      fault(row, 'not-a-guardian');
    else row.guardianRow = adult.number;
  }
}

const folded = (label: string | undefined): string => label?.toLowerCase() ?? '';

const areTogether = (one: CheckedRow, other: CheckedRow): boolean =>
  one.group !== undefined && folded(one.group) === folded(other.group);
