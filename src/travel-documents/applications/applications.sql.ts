import type { EntityManager } from 'typeorm';
import { oneRow } from '../../platform/database/one-row.js';
import type { ApplicationStatus } from './application-status.js';
import type { ApplicationResponse, ReplacementReason } from './applications.dto.js';

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
  replacesId: string | null;
  replacesReason: ReplacementReason | null;
  decidedAt: Date | null;
  version: number;
}

export type ApplicationListRow = Omit<ApplicationResponse, 'appliedAt'> & { appliedAt: Date };

export const APPLICATION_COLUMNS = `a.id, a.registration_id AS "registrationId", r.reference, a.status,
  a.destination, a.transit, a.valid_until::text AS "validUntil", a.fee_waived AS "feeWaived",
  a.fee_amount::float AS "feeAmount", a.fee_currency AS "feeCurrency", a.waiver_reason AS "waiverReason",
  a.receipt_number AS "receiptNumber", a.journey_on::text AS "journeyOn", a.validity_reason AS "validityReason",
  a.old_passport_state AS "oldPassportState", a.flags, a.family_id AS "familyId", a.replaces_id AS "replacesId",
  a.replaces_reason AS "replacesReason", a.applied_by AS "appliedBy",
  a.applied_at AS "appliedAt", a.decided_by AS "decidedBy", a.decline_reason AS "declineReason", a.version`;

export const toApplicationResponse = ({ appliedAt, ...rest }: ApplicationListRow): ApplicationResponse => ({
  ...rest,
  appliedAt: appliedAt.toISOString(),
});

/** @throws Problem `not-found` */
export async function readApplication(tx: EntityManager, id: string): Promise<ApplicationResponse> {
  const row = await oneRow<ApplicationListRow>(
    tx,
    `SELECT ${APPLICATION_COLUMNS} FROM document_application a JOIN registration r ON r.id = a.registration_id WHERE a.id = $1`,
    [id],
  );
  return toApplicationResponse(row);
}

/** Parameters as `application-records.ts` gives them. */
export const INSERT_APPLICATION = `
  INSERT INTO document_application (id, post_id, registration_id, status, holder_sealed, destination, transit, valid_until,
    fee_waived, applied_by, fee_amount, fee_currency, waiver_reason, receipt_number, journey_on, validity_reason,
    old_passport_sealed, old_passport_index, old_passport_state, flags, family_id, replaces_id, replaces_reason)
  VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`;
