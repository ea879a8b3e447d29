import type { EntityManager } from 'typeorm';
import type { ExitClearanceResponse } from './exit-clearances.dto.js';
import type { ExitClearanceStatus } from './exit-clearance-status.js';

/** What deciding needs of a request. */
export interface ExitClearanceRow {
  id: string;
  postId: string;
  registrationId: string;
  status: ExitClearanceStatus;
  permitSealed: Buffer | null;
  version: number;
}

/** The fine is computed where money has a type: days times the post's fine per day, in numeric. */
export const REQUEST_CLEARANCE = `
  INSERT INTO exit_clearance (id, post_id, registration_id, status, overstay_days, fine, fine_currency, requested_by, requested_at)
  SELECT $1, p.id, $2, 'requested', $3::integer, $3::integer * p.overstay_fine_per_day, p.fine_currency, $4, clock_timestamp()
  FROM post p WHERE p.id = $5`;

export const CLEARANCE_ROW = `
  SELECT id, post_id AS "postId", registration_id AS "registrationId", status, permit_sealed AS "permitSealed", version
  FROM exit_clearance WHERE id = $1`;

type Stored = Omit<ExitClearanceResponse, 'fine' | 'waived' | 'requestedAt' | 'decidedAt'> & {
  fine: string;
  waived: string;
  requestedAt: Date;
  decidedAt: Date | null;
};

/** The newest request of a registration, if there is one. */
export async function latestClearance(
  tx: EntityManager,
  registrationId: string,
): Promise<ExitClearanceResponse | undefined> {
  const [row] = await tx.query<Stored[]>(
    `SELECT id, registration_id AS "registrationId", status, overstay_days AS "overstayDays", fine,
       fine_currency AS "fineCurrency", waived, requested_at AS "requestedAt", decided_at AS "decidedAt", version
     FROM exit_clearance WHERE registration_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1`,
    [registrationId],
  );
  return row && toResponse(row);
}

const toResponse = (row: Stored): ExitClearanceResponse => ({
  id: row.id,
  registrationId: row.registrationId,
  status: row.status,
  overstayDays: row.overstayDays,
  fine: Number(row.fine),
  fineCurrency: row.fineCurrency,
  waived: Number(row.waived),
  requestedAt: row.requestedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  version: row.version,
});
