import type { FieldComparison } from './field-comparison.js';
import { editDistance } from './names/edit-distance.js';

const SHORTEST_FOR_A_SLIP = 6;

/** Phone or document numbers: 'exact' where one of each agrees, 'typo' where one slip is between them, 'different'. */
export function compareNumbers(field: string, as: string[], bs: string[]): FieldComparison {
  if (as.length === 0 || bs.length === 0) return { field, level: 'missing' };
  const shared = as.filter((a) => bs.includes(a)).sort()[0];
  if (shared !== undefined)
    return { field, level: 'exact', terms: [{ level: 'exact', a: shared, b: shared }] };
  const slip = as.some((a) =>
    bs.some((b) => Math.min(a.length, b.length) >= SHORTEST_FOR_A_SLIP && editDistance(a, b, 1) === 1),
  );
  if (slip) return { field, level: 'typo' };
  if (as.length > 1 || bs.length > 1) return { field, level: 'different' };
  return { field, level: 'different', terms: [{ level: 'different', a: as[0], b: bs[0] }] };
}
