/** Urgent needs as a person reports them; triage turns them into a band. Grouped as in the embassy's field guide. */
export const URGENT_NEEDS = ['danger-now', 'medical-emergency', 'unaccompanied-minor'] as const;

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
