/**
 * Reports a day at the Indonesian embassy in Phnom Penh, 16 to 21 January 2026, as published: 243 over the first two
 * days, then 65, 520, 344 and 269.
 */
export const JANUARY_2026 = [121.5, 121.5, 65, 520, 344, 269] as const;

/** Within a day people come in a hump around its middle: the inverse of a triangular distribution on 0..1. */
const withinDay = (u: number): number => (u < 0.5 ? Math.sqrt(u / 2) : 1 - Math.sqrt((1 - u) / 2));

/**
 * When each of `people` reports, in order, as fractions of the whole period.
 * @param days reports a day; only their proportions count
 */
export function arrivalTimes(people: number, days: readonly number[] = JANUARY_2026): number[] {
  const total = days.reduce((sum, day) => sum + day, 0);
  const times: number[] = [];
  let before = 0;
  days.forEach((day, index) => {
    const upTo = Math.round((people * (before + day)) / total);
    const today = upTo - times.length;
    for (let i = 0; i < today; i++) times.push((index + withinDay((i + 0.5) / today)) / days.length);
    before += day;
  });
  return times;
}
