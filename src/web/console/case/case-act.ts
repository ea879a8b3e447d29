import { type Disclosable, tellsWhere } from '../../../registrations/disclosure/disclosure.dto.js';

/** What an officer can do to a case from its page; each is a form that posts to `paths.caseAct(id, act)`. */
export const CASE_ACTS = [
  'reveal',
  'whereabouts-ask',
  'whereabouts-danger',
  'statements',
  'statements-ask',
  'statements-danger',
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
  'contact-person': ['contact'],
  'person-asks': ['identity', 'contact', 'home', 'adult'],
  'find-person': ['location'],
} as const satisfies Record<string, readonly Disclosable[]>;
export type RevealReason = keyof typeof REVEALED_FOR;
export const REVEAL_REASONS = Object.keys(REVEALED_FOR) as RevealReason[];
/** Those that are chosen. Where somebody is is shown from a place of its own, once a second person has agreed. */
export const CHOSEN_REASONS = REVEAL_REASONS.filter((reason) => !tellsWhere(REVEALED_FOR[reason]));
