import { isCountryCode } from '../../platform/icao/country-codes.js';
import { foldDocumentNumber } from '../../registrations/person-index.js';
import {
  REPORTED_STATUSES,
  REPORTED_TYPES,
  type ReportedStatus,
  type ReportedType,
} from './reported-codes.js';

/** A paper that is no longer good. */
export interface ReportedRow {
  /** Capitals and digits, as document numbers are compared. */
  number: string;
  type: ReportedType;
  /** ISO 3166 alpha-3 */
  issuer: string;
  status: ReportedStatus;
}

/** Document codes as they stand on papers (ICAO Doc 9303), beside our own words. */
const TYPES: Readonly<Record<string, ReportedType>> = {
  P: 'passport',
  PP: 'passport',
  PU: 'emergency',
  PE: 'emergency',
  I: 'identity-card',
  ID: 'identity-card',
};
/** What our own export calls a number that was never handed out. */
const STATUSES: Readonly<Record<string, ReportedStatus>> = { void: 'revoked' };

/** @returns the row, or the column that cannot be read */
export function reportedRow(cells: Readonly<Record<string, string>>): ReportedRow | keyof ReportedRow {
  const cell = (name: string) => (cells[name] ?? '').trim();
  const number = foldDocumentNumber(cell('number'));
  const type = TYPES[cell('type').toUpperCase()] ?? known(REPORTED_TYPES, cell('type'));
  const issuer = cell('issuer').toUpperCase();
  const status = STATUSES[cell('status').toLowerCase()] ?? known(REPORTED_STATUSES, cell('status'));
  if (!/^[A-Z0-9]{4,20}$/.test(number)) return 'number';
  if (type === undefined) return 'type';
  if (!isCountryCode(issuer)) return 'issuer';
  if (status === undefined) return 'status';
  return { number, type, issuer, status };
}

const known = <T extends string>(codes: readonly T[], text: string): T | undefined =>
  codes.find((code) => code === text.toLowerCase());
