import { ADULT_AT } from '../../groups/group-rules.js';
import type { ReadRow } from './row-reading.js';

type Row = ReadRow & { number: number; guardianRow?: number };

/**
 * Whom the minors of a list are with: an adult of the same group, named by row id, another adult, named in words, or nobody, which is said among the needs.
 * @param fault tells a fault of a row
 */
export function findGuardians<Listed extends Row>(
  rows: readonly Listed[],
  thisYear: number,
  fault: (row: Listed, code: string) => void,
): void {
  // of a row that stands there twice the first counts
  const byId = new Map(rows.toReversed().map((row) => [folded(row.rowId), row]));
  const isMinor = ({ request }: Row): boolean => {
    const { year } = request.birthDate ?? {};
    // a year to come is a mistake of its own, as of who writes Buddhist years
    return year !== undefined && year <= thisYear && thisYear - year < ADULT_AT;
  };
  for (const row of rows) {
    if (row.guardian === undefined) {
      const told = row.request.adult !== undefined || row.request.needs?.includes('unaccompanied-minor');
      if (isMinor(row) && !told) fault(row, 'guardian-needed');
      continue;
    }
    const adult = byId.get(folded(row.guardian));
    if (!adult || adult === row || adult.guardian !== undefined || isMinor(adult) || !areTogether(adult, row))
      fault(row, 'not-a-guardian');
    else row.guardianRow = adult.number;
  }
}

/** A child is not registered from a list that refuses the adult whom it is with. @param fault as above; makes a row faulty */
export function refuseWithAdults<Listed extends Row & { state: string }>(
  rows: readonly Listed[],
  fault: (row: Listed, code: string) => void,
): void {
  const refused = new Set(rows.filter(({ state }) => state === 'faulty').map(({ number }) => number));
  for (const row of rows)
    if (row.state === 'valid' && refused.has(row.guardianRow ?? -1)) fault(row, 'not-a-guardian');
}

const folded = (label: string | undefined): string => label?.toLowerCase() ?? '';

const areTogether = (one: Row, other: Row): boolean =>
  one.group !== undefined && folded(one.group) === folded(other.group);
