import { HttpException } from '@nestjs/common';
import { DISK_FULL, sqlState } from '../database/violated-constraint.js';
import { Problem, type ProblemKind } from './problem.js';

const BY_STATUS: Record<number, [ProblemKind, string]> = {
  400: ['malformed', 'malformed-request'],
  401: ['unauthenticated', 'not-signed-in'],
  403: ['forbidden', 'not-allowed'],
  404: ['not-found', 'not-found'],
  405: ['not-found', 'not-found'],
  413: ['too-large', 'too-large'],
  414: ['too-large', 'too-large'],
  415: ['unsupported', 'unsupported-media-type'],
  429: ['too-many', 'too-many-requests'],
  503: ['unavailable', 'busy'],
};

/** PostgreSQL classes 08 (connection), 53 (resources), 57 (shutdown), a primary that is a standby now, and a transaction given up for good. */
const BUSY_STATES = /^(08...|53...|57...|25006|40001|40P01|25P03|55P03)$/;
const BUSY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // while the database's container starts, its name does not resolve
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const BUSY_SECONDS = 5;
const FULL_SECONDS = 15;

/** Nothing can be saved until an operator has made room. */
export const storageFull = () => new Problem('unavailable', 'storage-full', { retryAfter: FULL_SECONDS });

/** What was thrown as a problem, or nothing where it is a defect of ours. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (sqlState(error) === DISK_FULL) return storageFull();
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known && status !== 503) return new Problem(...known);
  return known || isBusy(error)
    ? new Problem('unavailable', 'busy', { retryAfter: BUSY_SECONDS })
    : undefined;
}

function isBusy(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    BUSY_STATES.test(sqlState(error) ?? code ?? '') ||
    BUSY_CODES.has(code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(message ?? '')
  );
}
