/**
 * How long somebody needs to come to the post, as they say it themselves; and the minutes that are planned with, in the
 * middle of each. Says nothing of where they are.
 */
export const TRAVEL_MINUTES = { 'under-15': 10, 'under-45': 30, 'under-90': 65, 'over-90': 110 } as const;
export type TravelTime = keyof typeof TRAVEL_MINUTES;
export const TRAVEL_TIMES = Object.keys(TRAVEL_MINUTES) as TravelTime[];

/** @param column of a travel time, in SQL @returns the minutes; null where nothing was said */
export const travelMinutes = (column: string): string =>
  `CASE ${column} ${TRAVEL_TIMES.map((time) => `WHEN '${time}' THEN ${TRAVEL_MINUTES[time]}`).join(' ')} END`;
