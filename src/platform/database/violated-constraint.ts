import { QueryFailedError } from 'typeorm';

/** PostgreSQL's SQLSTATE where there is no room left to write. */
export const DISK_FULL = '53100';

const VIOLATIONS = new Set(['23505', '23514', '23503', '23P01']);

/** PostgreSQL's SQLSTATE of a failed query, if it is one. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;

/** Name of the constraint or unique index that a failed query violated, if that is why it failed. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!VIOLATIONS.has(sqlState(error) ?? '')) return undefined;
  return ((error as QueryFailedError).driverError as { constraint?: string }).constraint;
}
