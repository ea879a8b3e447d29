/** Priority bands of triage; the colour of each is also said in words. */
export const BANDS = ['urgent', 'high', 'standard'] as const;
export type Band = (typeof BANDS)[number];
