/** Where two registrations stand that may be one person. */
export const PAIR_STATUSES = ['open', 'unsure', 'same', 'different'] as const;
export type PairStatus = (typeof PAIR_STATUSES)[number];

/** What somebody may decide. */
export const DECISIONS = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A decision can be thought over, but `same` has merged the cases: only undoing the merge leads out of it. */
export const PAIR_TRANSITIONS: Record<PairStatus, readonly Decision[]> = {
  open: ['same', 'different', 'unsure'],
  unsure: ['same', 'different'],
  different: ['same', 'unsure'],
  same: [],
};

export const mayDecide = (from: PairStatus, decision: Decision): boolean =>
  PAIR_TRANSITIONS[from].includes(decision);

/** What a pair becomes when its merge is undone: neither proposed again nor forgotten. */
export const AFTER_UNDOING: PairStatus = 'unsure';
