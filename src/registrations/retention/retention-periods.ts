import { REPEATED_ANSWERS_KEPT_DAYS } from '../../platform/idempotency/idempotency-clean-up.js';
import { SESSIONS_KEPT_DAYS } from '../../staff/access/session-clean-up.js';
import { RECEIPTS_KEPT_DAYS } from '../bulk/registering/registering.service.js';
import { DRAFTS_KEPT_DAYS } from '../drafts/saved-drafts.service.js';
import { REFLECTION_HOURS } from '../erasure/erasure-status.js';

/** What a post may say for itself, in days, and between what: long enough to answer a complaint, never for ever. */
export const CHOSEN_PERIODS = {
  cases: { least: 30, most: 3_650 },
  messages: { least: 7, most: 365 },
} as const;
export type ChosenPeriod = keyof typeof CHOSEN_PERIODS;

/** What is the same everywhere, in days; nothing where something else says when: a document's last day, an arrival, never. */
const FIXED_PERIODS = {
  'travel-document-valid': null,
  'on-the-way': 30,
  'erasure-wish': REFLECTION_HOURS / 24,
  'saved-drafts': DRAFTS_KEPT_DAYS,
  'list-receipts': RECEIPTS_KEPT_DAYS,
  'repeated-answers': REPEATED_ANSWERS_KEPT_DAYS,
  sessions: SESSIONS_KEPT_DAYS,
  audit: null,
} as const;

export const KEPT_KINDS = ['cases', 'messages', ...Object.keys(FIXED_PERIODS)] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A kind of data and how long it is kept. */
export interface KeptFor {
  kind: KeptKind;
  days: number | null;
  /** Between what the post may choose; nothing where it may not. */
  least: number | null;
  most: number | null;
}

/** All that is kept, in the order it is shown. @param chosen what the post says, in days */
export const keptFor = (chosen: Readonly<Record<ChosenPeriod, number>>): KeptFor[] => [
  ...(['cases', 'messages'] as const).map((kind) => ({
    kind,
    days: chosen[kind],
    ...CHOSEN_PERIODS[kind],
  })),
  ...Object.entries(FIXED_PERIODS).map(([kind, days]) => ({ kind, days, least: null, most: null })),
];
