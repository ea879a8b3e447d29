import { interval, merge, type Observable, startWith, throttleTime } from 'rxjs';
import type { LiveEvent } from './live-events.js';

/** An event can be lost with the process that had it to send: what is shown is read anew so often at least. */
const ANEW_MS = 15_000;

/**
 * When what is shown is to be read: at once, after each change, and every 15 seconds.
 * @param togetherMs changes that come closer together are shown together
 */
export const readAnew = (changes: Observable<LiveEvent>, togetherMs: number): Observable<unknown> =>
  merge(changes, interval(ANEW_MS)).pipe(
    startWith(undefined),
    throttleTime(togetherMs, undefined, { leading: true, trailing: true }),
  );
