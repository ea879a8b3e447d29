import { type ParsedCronItem, parseCronItems } from 'graphile-worker';

/** The lower, the sooner; jobs that come of registrations have 0. */
const BEFORE_THE_OTHERS = -1;

/**
 * What runs by itself at certain times goes before what waits: it takes up what was left lying, such as a list whose
 * registering was cut off, and must not stand behind the thousands of jobs that this list made.
 * @param timetable from the names of jobs to crontab patterns in UTC
 */
export const timetableItems = (timetable: ReadonlyMap<string, string>): ParsedCronItem[] =>
  parseCronItems(
    [...timetable].map(([task, match]) => ({ task, match, options: { priority: BEFORE_THE_OTHERS } })),
  );
