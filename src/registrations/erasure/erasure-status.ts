/** Asked and confirmed apart, since nobody is erased by one press; carried out after time to think. */
export const ERASURE_STATUSES = ['asked', 'confirmed', 'cancelled', 'done'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

/** Whether somebody wishes to be erased, and is not yet. */
export const isLive = <Erasure extends { status: ErasureStatus }>(
  erasure: Erasure | null | undefined,
): erasure is Erasure => erasure?.status === 'asked' || erasure?.status === 'confirmed';

/** Time to think between confirming and erasing. */
export const REFLECTION_HOURS = 24;
