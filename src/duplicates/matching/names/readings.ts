import { FOREIGN_READINGS } from '../spelling/foreign-readings.js';

/** Of shorter words another spelling is another name. */
const SHORTEST = 4;
const MOST_KNOWN = 50_000;
const known = new Map<string, string[]>();

/** A word as it is written, and as the letters of other countries may be meant. */
export function readingsOf(word: string): string[] {
  const found = known.get(word);
  if (found) return found;
  const readings = new Set([word]);
  if (word.length >= SHORTEST)
    for (const rules of FOREIGN_READINGS)
      readings.add(rules.reduce((text, [what, by]) => text.replace(what, by), word));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, [...readings]);
  return [...readings];
}
