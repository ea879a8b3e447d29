import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/problems/problem.js';
import type { ApplicationStatus } from './application-status.js';
import type { ApplicationResponse } from './applications.dto.js';

/** What deciding and issuing need of an application. */
export interface ApplicationRow {
  id: string;
  postId: string;
  registrationId: string;
  status: ApplicationStatus;
  holderSealed: Buffer;
  destination: string;
  transit: string[];
  validUntil: string;
  appliedBy: string;
  version: number;
}

export type ApplicationListRow = Omit<ApplicationResponse, 'appliedAt'> & { appliedAt: Date };

export const APPLICATION_COLUMNS = `a.id, a.registration_id AS "registrationId", r.reference, a.status,
  a.destination, a.transit, a.valid_until::text AS "validUntil", a.fee_waived AS "feeWaived", a.applied_by AS "appliedBy",
  a.applied_at AS "appliedAt", a.decided_by AS "decidedBy", a.decline_reason AS "declineReason", a.version`;

export const toApplicationResponse = ({ appliedAt, ...rest }: ApplicationListRow): ApplicationResponse => ({
  ...rest,
  appliedAt: appliedAt.toISOString(),
});

/** @throws Problem `not-found` */
export async function readApplication(tx: EntityManager, id: string): Promise<ApplicationResponse> {
  const [row] = await tx.query<ApplicationListRow[]>(
    `SELECT ${APPLICATION_COLUMNS} FROM document_application a JOIN registration r ON r.id = a.registration_id WHERE a.id = $1`,
    [id],
  );
  if (!row) throw notFound();
  return toApplicationResponse(row);
}
