import { casesOf, toDuplicateResponse, type WorklistRow } from '../pairs/pair-response.js';
import { isBeyondDoubt } from './worklist-items.js';
import type { DuplicateGroupResponse } from './worklist.dto.js';

/** @param rows the pairs of one person, the surest first */
export function toGroupResponse(rows: readonly WorklistRow[]): DuplicateGroupResponse {
  const cases = new Map(rows.flatMap(casesOf).map((one) => [one.id, one]));
  const [{ id, probability }] = rows as [WorklistRow];
  return {
    id,
    probability,
    sure: isBeyondDoubt(rows),
    cases: [...cases.values()].sort((x, y) => x.receivedAt.localeCompare(y.receivedAt)),
    pairs: rows.map(toDuplicateResponse),
  };
}
