export const TRAVEL_DOCUMENT_STATES = [
  'none',
  'applied',
  'approved',
  'issued',
  'collected',
  'used',
  'void',
  'revoked',
] as const;
export type TravelDocumentState = (typeof TRAVEL_DOCUMENT_STATES)[number];

export const REVOCATION_REASONS = [
  'lost',
  'stolen',
  'wrong-details',
  'issued-in-error',
  'not-needed',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

export interface TravelDocumentSection {
  state: TravelDocumentState;
  number: string | null;
  /** Last day of validity, `YYYY-MM-DD`. */
  validUntil: string | null;
  applied: { by: string; at: string } | null;
  approved: { by: string; at: string } | null;
  /** Blanks that may be used now, for issuing. */
  blanks: readonly string[];
}
