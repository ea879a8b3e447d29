import type { Keyring } from '../../platform/crypto/keyring.js';
import type { BulkIntake } from './bulk-intake.entity.js';
import type { BulkIntakeResponse } from './bulk-intakes.dto.js';
import { type BulkDetails, bulkKey } from './bulk-key.js';

const NOTHING: BulkDetails = { encoding: null, delimiter: null, ignoredColumns: [], source: null };

/** @param keyring opens how the list was read, as long as that is kept */
export function bulkResponse(keyring: Keyring, intake: BulkIntake): BulkIntakeResponse {
  const { id, state, format, rows, valid, faulty, duplicates, warnings, registered, version } = intake;
  const {
    encoding,
    delimiter,
    ignoredColumns,
    ignoredSheets = [],
    source,
  } = intake.wrappedKey && intake.detailsSealed
    ? bulkKey(keyring, intake).open<BulkDetails>('details', intake.detailsSealed)
    : NOTHING;
  return {
    id,
    state,
    format,
    rows,
    valid,
    faulty,
    duplicates,
    warnings,
    registered,
    encoding,
    delimiter,
    ignoredColumns: [...new Set(ignoredColumns)],
    ignoredSheets,
    source,
    createdAt: intake.createdAt.toISOString(),
    confirmedAt: intake.confirmedAt?.toISOString() ?? null,
    finishedAt: intake.finishedAt?.toISOString() ?? null,
    receipts: receiptsOf(intake),
    receiptsUntil: intake.receiptsUntil?.toISOString() ?? null,
    version,
  };
}

function receiptsOf({
  state,
  registered,
  receiptsTakenAt,
  wrappedKey,
}: BulkIntake): BulkIntakeResponse['receipts'] {
  if (state !== 'done' || registered === 0) return 'none';
  if (receiptsTakenAt) return 'taken';
  return wrappedKey ? 'waiting' : 'expired';
}
