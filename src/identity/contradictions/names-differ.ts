import { transliterate } from '../../platform/icao/transliteration.js';

/** Letters A-Z only, in parts; a single name is complete. */
export const nameParts = (name: string): string[] =>
  transliterate(name)
    .replace(/['’‘ʼʻ`´′]/g, '')
    .split(/[^A-Z]+/)
    .filter(Boolean);

/**
 * Whether two names are more than two spellings of one. The order of parts does not matter; the shorter name may leave parts
 * out, and a part may be cut off, as in a machine-readable zone. Names of which no part is in Latin letters are not compared.
 */
export function namesDiffer(one: string, other: string): boolean {
  const [fewer, more] = [nameParts(one), nameParts(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (fewer.length === 0) return false;
  const left = [...more];
  return !fewer.every((part) => {
    const at = left.findIndex((candidate) => alike(part, candidate));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return distance(short, long) <= Math.min(2, Math.floor(short.length / 4));
}

/** Insertions, deletions and replacements that lead from one to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
