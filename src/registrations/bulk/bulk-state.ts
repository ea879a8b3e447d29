/** How far a list has come. Only a checked one can be confirmed or discarded. */
export const BULK_STATES = ['checked', 'confirmed', 'done', 'discarded'] as const;
export type BulkState = (typeof BULK_STATES)[number];

export const ROW_STATES = ['valid', 'faulty', 'duplicate', 'registered'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Who can send lists. */
export type BulkMaker = 'client' | 'officer' | 'supervisor';
