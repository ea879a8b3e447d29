import type { PersonKey } from '../../platform/crypto/person-key.js';
import type { BirthDate } from '../birth-date.js';
import { maskName } from '../mask.js';
import type { BulkRowResponse } from './bulk-intakes.dto.js';
import type { RowContent, RowReceipt } from './bulk-key.js';
import type { RowState } from './bulk-state.js';

export interface KeptRow {
  number: number;
  state: RowState;
  content: Buffer | null;
  receipt: Buffer | null;
}

/** @param key of the list; none once it is forgotten */
export function rowResponse(key: PersonKey | undefined, row: KeptRow): BulkRowResponse {
  const { number, state } = row;
  const content = row.content && key?.open<RowContent>(`row ${number}`, row.content);
  const receipt = row.receipt && key?.open<RowReceipt>(`receipt ${number}`, row.receipt);
  return {
    row: number,
    state,
    rowId: content?.rowId ?? receipt?.rowId ?? null,
    fullName: content?.request.fullName ?? receipt?.fullName ?? null,
    birthDate: content ? asText(content.request.birthDate) : null,
    sex: content?.request.sex ?? null,
    reference: receipt?.reference ?? null,
  };
}

/** As a case is shown to whoever has not asked for it in clear: enough to recognise somebody, not to look people up. */
export const masked = ({ fullName, birthDate, ...row }: BulkRowResponse): BulkRowResponse => ({
  ...row,
  fullName: fullName && maskName(fullName),
  birthDate: birthDate && birthDate.slice(0, 4),
});

/** `1998-04`; unknown parts in front are written as question marks. */
function asText({ year, month, day }: BirthDate): string | null {
  if (year === undefined && month === undefined) return null;
  const parts = [String(year ?? '????').padStart(4, '0'), two(month), two(day)];
  return parts.filter((part) => part !== undefined).join('-');
}

const two = (part: number | undefined): string | undefined =>
  part === undefined ? undefined : String(part).padStart(2, '0');
