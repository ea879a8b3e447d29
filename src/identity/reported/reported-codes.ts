/** Kinds of papers on the national bureau's list. */
export const REPORTED_TYPES = ['passport', 'emergency', 'identity-card', 'other'] as const;
export type ReportedType = (typeof REPORTED_TYPES)[number];

/** Why a paper is on it. */
export const REPORTED_STATUSES = ['lost', 'stolen', 'revoked'] as const;
export type ReportedStatus = (typeof REPORTED_STATUSES)[number];
