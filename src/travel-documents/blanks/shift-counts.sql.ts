import type { ShiftCountResponse } from './two-person.dto.js';

export interface ShiftCountRow {
  id: string;
  postId: string;
  firstBy: string;
  firstAt: Date;
  firstCounted: number;
  firstExpected: number;
  secondBy: string | null;
  secondAt: Date | null;
  secondCounted: number | null;
  secondExpected: number | null;
  explanation: string | null;
  version: number;
}

export const COUNT_COLUMNS = `id, post_id AS "postId", first_by AS "firstBy", first_at AS "firstAt",
  first_counted AS "firstCounted", first_expected AS "firstExpected", second_by AS "secondBy", second_at AS "secondAt",
  second_counted AS "secondCounted", second_expected AS "secondExpected", explanation, version`;

/** Sheets that the register says are in stock now. Parameter: post. */
export const IN_STOCK = `SELECT count(*)::integer AS expected FROM blank WHERE post_id = $1 AND status = 'in-stock'`;

/** What was found is not told before both have counted. */
export function toShiftCountResponse(row: ShiftCountRow): ShiftCountResponse {
  const { secondCounted: counted, secondExpected: expected } = row;
  return {
    id: row.id,
    firstBy: row.firstBy,
    firstAt: row.firstAt.toISOString(),
    secondBy: row.secondBy,
    secondAt: row.secondAt?.toISOString() ?? null,
    counted,
    expected,
    difference: counted === null || expected === null ? null : counted - expected,
    explanation: row.explanation,
    version: row.version,
  };
}
