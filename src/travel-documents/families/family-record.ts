import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/problems/problem.js';
import type { RegistrationLife } from '../../registrations/registration-life.service.js';
import { applicationRefusal } from '../applications/application-refusal.js';
import {
  APPLICATION_COLUMNS,
  type ApplicationListRow,
  toApplicationResponse,
} from '../applications/applications.sql.js';
import { signerAway } from '../pki/signer/signer-away.js';
import type { FamilyResponse } from './families.dto.js';

/** The applications that were made together, in the order of their registrations' ids. @throws Problem `not-found` */
export async function findFamily(tx: EntityManager, id: string): Promise<FamilyResponse> {
  const rows = await tx.query<ApplicationListRow[]>(
    `SELECT ${APPLICATION_COLUMNS} FROM document_application a JOIN registration r ON r.id = a.registration_id
     WHERE a.family_id = $1 ORDER BY a.registration_id`,
    [id],
  );
  if (rows.length === 0) throw notFound();
  return {
    id,
    applications: rows.map(toApplicationResponse),
    version: rows.reduce((sum, { version }) => sum + version, 0),
  };
}

/** Locks everybody's registration, in the order of their ids. @throws Problem `not-open` (409) */
export async function requireAllOpen(
  tx: EntityManager,
  life: RegistrationLife,
  members: readonly { registrationId: string }[],
): Promise<void> {
  for (const id of members.map(({ registrationId }) => registrationId).sort()) await life.requireOpen(tx, id);
}

/** What fails for one fails for all: why, as a Problem. */
export const familyRefusal = (error: unknown): never => {
  throw signerAway(applicationRefusal(error));
};
