import type { Disclosable } from '../../../registrations/disclosure/disclosure.dto.js';

/** What an officer can do to a case from its page; each is a form that posts to `paths.caseAct(id, act)`. */
export const CASE_ACTS = [
  'reveal',
  'new-codes',
  'guardian-link',
  'guardian-unlink',
  'band',
  'evidence',
  'identity-decision',
  'contradiction',
  'referee-confirm',
  'registry-ask',
  'interview-draw',
  'interview-judge',
  'family-ask',
  'hand-over',
  'tie',
  'appointment-book',
  'appointment-cancel',
  'document-apply',
  'document-approve',
  'document-decline',
  'document-issue',
  'document-collect',
  'document-void',
  'document-revoke',
  'exit-request',
  'exit-grant',
  'exit-refuse',
  'departure-plan',
  'departure-move',
  'departure-clear',
  'departure-board',
  'departure-depart',
  'departure-miss',
  'departure-arrive',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What each reason for opening masked details opens, and nothing more; kept with the read in the audit log. */
export const REVEALED_FOR = {
  'identity-check': ['identity'],
  'find-adult': ['adult'],
  'prepare-document': ['identity'],
  'contact-person': ['contact', 'location'],
  'person-asks': ['identity', 'contact', 'location', 'home', 'adult'],
} as const satisfies Record<string, readonly Disclosable[]>;
export type RevealReason = keyof typeof REVEALED_FOR;
export const REVEAL_REASONS = Object.keys(REVEALED_FOR) as RevealReason[];
