import type { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import { Problem } from '../../platform/problems/problem.js';
import type { RegistrationRequest } from '../intake/intake.dto.js';
import type { BulkIntake } from './bulk-intake.entity.js';

/** What is sealed of a list as a whole. */
export interface BulkDetails {
  encoding: string | null;
  delimiter: string | null;
  ignoredColumns: string[];
  /** Lists of before have none. */
  ignoredSheets?: string[];
  /** Of which organisation the list is, where staff sent it. */
  source: string | null;
}

/** What is sealed of a row until it is registered. */
export interface RowContent {
  request: RegistrationRequest;
  rowId: string | undefined;
  /** Number of the row of the adult whom a minor is with. */
  guardianRow?: number;
}

/** What is sealed of a row from then on, until the receipts are taken. */
export interface RowReceipt {
  rowId: string | undefined;
  fullName: string;
  reference: string;
  accessCode: string;
}

/** The key of a list: made and kept as that of a person, since a list is about persons. @throws Problem `list-forgotten` */
export function bulkKey(
  keyring: Keyring,
  { id, wrappedKey }: Pick<BulkIntake, 'id' | 'wrappedKey'>,
): PersonKey {
  if (!wrappedKey) throw new Problem('conflict', 'list-forgotten');
  return PersonKey.unwrap(keyring, id, wrappedKey);
}
