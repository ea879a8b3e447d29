import type { Progress } from '../platform/command-line/progress-bar.js';
import type { Tally } from './tally.js';

/** How far a surge has come. */
export function surgeProgress(tally: Tally): Progress {
  const errors = [...tally.errors.values()].reduce((a, b) => a + b, 0);
  return {
    share: tally.share(),
    text:
      `registered ${tally.of('registered')}, verified ${tally.of('verified')}, home ${tally.of('arrived')} of ${tally.people}` +
      (errors > 0 ? `, errors ${errors}` : ''),
  };
}
