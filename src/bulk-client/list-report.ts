import type { BulkFaultResponse, BulkIntakeResponse } from '../registrations/bulk/bulk-intakes.dto.js';

const SHOWN = 40;

/** What came of checking a list, for a person to read. */
export function listReport(list: BulkIntakeResponse, faults: readonly BulkFaultResponse[]): string {
  const { rows, valid, faulty, duplicates, registered, state, ignoredColumns, ignoredSheets } = list;
  const gravestFirst = [...faults].sort((one, other) => gravity(other) - gravity(one));
  const lines = gravestFirst
    .slice(0, SHOWN)
    .map(
      ({ row, column, severity, detail }) =>
        `  row ${row}, ${column}${severity === 'warning' ? ' (only a warning)' : ''}: ${detail}`,
    );
  return [
    `List ${list.id}: ${state}`,
    `  ${rows} rows: ${valid} to register, ${faulty} with faults, ${duplicates} already registered or repeated`,
    ...(state === 'checked' ? [] : [`  ${registered} registered`]),
    ...(ignoredColumns.length > 0 ? [`  Columns that are not read: ${ignoredColumns.join(', ')}`] : []),
    ...(ignoredSheets.length > 0 ? [`  Sheets that are not read: ${ignoredSheets.join(', ')}`] : []),
    ...lines,
    ...(faults.length > SHOWN ? [`  … and ${faults.length - SHOWN} more; see --json`] : []),
  ].join('\n');
}

const gravity = ({ severity }: BulkFaultResponse): number => (severity === 'fault' ? 1 : 0);
