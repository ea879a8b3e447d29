import { JANUARY_2026_REPORTS } from '../rehearsal/january-2026.js';

/** Reports of 16 to 21 January; only their proportions count. */
const DAYS = JANUARY_2026_REPORTS.slice(0, 6);

/** Within a day people come in a hump around its middle: the inverse of a triangular distribution on 0..1. */
const withinDay = (u: number): number => (u < 0.5 ? Math.sqrt(u / 2) : 1 - Math.sqrt((1 - u) / 2));

/** When each of `people` reports, in order, as fractions of the whole period. */
export function arrivalTimes(people: number): number[] {
  const total = DAYS.reduce((sum, day) => sum + day, 0);
  const times: number[] = [];
  let before = 0;
  DAYS.forEach((day, index) => {
    const upTo = Math.round((people * (before + day)) / total);
    const today = upTo - times.length;
    for (let i = 0; i < today; i++) times.push((index + withinDay((i + 0.5) / today)) / DAYS.length);
    before += day;
  });
  return times;
}
