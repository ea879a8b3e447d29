/** What whoever is named as a referee says of it: nothing yet, that it is so, or that it is not (any more). */
export const VOUCHING_STATES = ['asked', 'confirmed', 'objected'] as const;
export type VouchingState = (typeof VOUCHING_STATES)[number];
