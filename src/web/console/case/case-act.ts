/** What an officer can do to a case from its page; each is a form that posts to `paths.caseAct(reference, act)`. */
export const CASE_ACTS = [
  'reveal',
  'band',
  'evidence',
  'identity-decision',
  'appointment-book',
  'appointment-cancel',
  'document-apply',
  'document-approve',
  'document-refuse',
  'document-issue',
  'document-revoke',
  'exit-clearance',
  'departure',
  'arrival',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** Why masked details are opened; kept with the read in the audit log. */
export const REVEAL_REASONS = [
  'identity-check',
  'contact-person',
  'prepare-document',
  'person-asks',
] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
