export const EVIDENCE_KINDS = [
  'passport',
  'expired-passport',
  'national-id',
  'birth-certificate',
  'family-card',
  'registry-match',
  'interview',
  'referee',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_RESULTS = ['supports', 'inconclusive', 'contradicts'] as const;
export type EvidenceResult = (typeof EVIDENCE_RESULTS)[number];

export const IDENTITY_STATES = ['unverified', 'in-review', 'verified', 'refused', 'not-a-national'] as const;
export type IdentityState = (typeof IDENTITY_STATES)[number];

/** Levels of certainty; a referee must be verified to at least the same level. */
export const IDENTITY_LEVELS = ['low', 'medium', 'high'] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const IDENTITY_DECISIONS = ['verified', 'refused', 'not-a-national'] as const;
export type IdentityDecision = (typeof IDENTITY_DECISIONS)[number];

export interface EvidenceRow {
  kind: EvidenceKind;
  result: EvidenceResult;
  /** Masked number or the officer's note. */
  note: string | null;
  by: string;
  at: string;
}

export interface IdentitySection {
  state: IdentityState;
  level: IdentityLevel | null;
  evidence: readonly EvidenceRow[];
  decision: { by: string; at: string; reason: string | null } | null;
}
