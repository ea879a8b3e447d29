/** Urgent needs as a person reports them; triage turns them into a band. Grouped as in the embassy's field guide. */
export const URGENT_NEEDS = [
  'danger-now',
  'medical-emergency',
  'unaccompanied-minor',
  'cannot-speak-freely',
] as const;

export const HIGH_NEEDS = [
  'pregnant',
  'small-children',
  'injured-or-ill',
  'disabled',
  'elderly',
  'held-or-forced',
  'no-shelter-tonight',
  'no-food-or-money',
] as const;

export const NEEDS = [...URGENT_NEEDS, ...HIGH_NEEDS] as const;
export type Need = (typeof NEEDS)[number];

/**
 * A quiet flag (standards: threat 2): somebody forces the person or reads along. Officers see it; no page of the person ever
 * shows that it was raised, since that person may not be the one who looks.
 */
export const QUIET_NEED = 'cannot-speak-freely' satisfies Need;

/** What may be shown to whoever holds the person's codes. */
export const shownNeeds = (needs: readonly Need[]): Need[] => needs.filter((need) => need !== QUIET_NEED);
