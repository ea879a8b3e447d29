/** After so many tries a message is a dead letter. */
export const MOST_ATTEMPTS = 8;
const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 900;

/**
 * Seconds until the next try: doubling from 5 s to a quarter of an hour, a fifth more or less by chance so that many
 * do not come back at once. @param attempt the try that failed, from 1; @param chance from 0 to 1
 */
export function backOff(attempt: number, chance: number): number {
  const plain = Math.min(FIRST_SECONDS * 2 ** (attempt - 1), LONGEST_SECONDS);
  return Math.round(plain * (0.8 + 0.4 * chance));
}
