/** A numbered sheet: in stock, with a document on it, or gone in a way that somebody answers for. */
export type BlankStatus = 'in-stock' | 'issued' | 'spoiled' | 'stolen' | 'destroyed';

/**
 * From which status a blank may go to which; the database refuses the rest as well. A used sheet
 * never goes back, and one that is stolen with a document on it is not a stolen blank: its document is revoked.
 */
export const BLANK_TRANSITIONS: Record<BlankStatus, readonly BlankStatus[]> = {
  'in-stock': ['issued', 'spoiled', 'stolen'],
  issued: ['spoiled'],
  spoiled: ['stolen', 'destroyed'],
  stolen: [],
  destroyed: [],
};

export const BLANK_STATUSES = Object.keys(BLANK_TRANSITIONS) as BlankStatus[];

export const blankMayBecome = (from: BlankStatus, to: BlankStatus): boolean =>
  BLANK_TRANSITIONS[from].includes(to);

/** Why a sheet can no longer be used. */
export const SPOILING_REASONS = ['misprint', 'paper-jam', 'damaged', 'printer-test', 'not-needed'] as const;
export type SpoilingReason = (typeof SPOILING_REASONS)[number];

/** What a difference between the count and the register comes from. */
export const COUNT_EXPLANATIONS = [
  'spoiled-not-recorded',
  'stolen-reported',
  'batch-not-recorded',
  'investigated',
] as const;
export type CountExplanation = (typeof COUNT_EXPLANATIONS)[number];
