/**
 * Reports at the Indonesian embassy in Phnom Penh as published: 243 over 16 and 17 January 2026, then 65, 520, 344,
 * 269 and 224.
 */
export const JANUARY_2026_REPORTS: readonly number[] = [122, 121, 65, 520, 344, 269, 224];
