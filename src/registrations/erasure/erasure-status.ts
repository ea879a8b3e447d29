/** Asked and confirmed apart, since nobody is erased by one press; carried out after time to think. */
export const ERASURE_STATUSES = ['asked', 'confirmed', 'cancelled', 'done'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

/** Time to think between confirming and erasing. */
export const REFLECTION_HOURS = 24;
