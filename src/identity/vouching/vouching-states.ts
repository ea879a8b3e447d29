/** What whoever is named as a referee says of it: nothing yet, that it is so, or that it is not (any more). */
export const VOUCHING_STATES = ['asked', 'confirmed', 'objected'] as const;
export type VouchingState = (typeof VOUCHING_STATES)[number];

/** Those that the referee may still answer, or take back. */
export const STANDING_STATES = ['asked', 'confirmed'] as const satisfies readonly VouchingState[];
export type StandingState = (typeof STANDING_STATES)[number];
