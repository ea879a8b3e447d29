import { type Counts, countsOf, type ShownCounts } from './figures.js';

/** Counts below this are not shown to those who may not see persons, but for none at all. */
export const SMALLEST_SHOWN = 5;

/** A day's figures: what happened on it, and everything up to its end. */
export interface DayFigures<T = Counts> {
  day: string;
  ofTheDay: T;
  cumulative: T;
}

/**
 * Withholds small counts so that no sum or difference of what is shown gives them back (complementary suppression).
 *
 * A day with 1 to 4 opens a pool: its count is withheld, and so are the following days, until they come to 5 or more
 * together. While a pool is open the cumulative count is withheld too; when it closes it is shown again, exact. The last
 * cumulative count before and the first after therefore differ by a pool of at least 5 spread over at least two days, of
 * which the first could be anything from 1 to 4. What is shown for a day depends on that day and the days before it
 * alone, never on the range asked for, so asking for several ranges gives nothing away.
 *
 * What this does not stop: whoever watches the live figures of today sees them grow, and two revisions of one bulletin can be
 * compared. Nor that figures are subtracted from each other: of 155 who were given an appointment and 152 who were seen, three were not.
 * Bulletins of days that are over are what is meant to be passed on.
 *
 * @param days every day from the first count on, oldest first, without gaps
 */
export function withholdSmall(days: readonly DayFigures[]): DayFigures<ShownCounts>[] {
  const pools = countsOf(() => 0);
  return days.map(({ day, ofTheDay, cumulative }) => {
    const shown = countsOf((figure) => {
      const pooled = pools[figure] + ofTheDay[figure];
      const small = pooled > 0 && pooled < SMALLEST_SHOWN;
      const closing = pools[figure] > 0 && !small;
      pools[figure] = small ? pooled : 0;
      return {
        ofTheDay: small || closing ? null : ofTheDay[figure],
        cumulative: small ? null : cumulative[figure],
      };
    });
    return {
      day,
      ofTheDay: countsOf((figure) => shown[figure].ofTheDay),
      cumulative: countsOf((figure) => shown[figure].cumulative),
    };
  });
}
