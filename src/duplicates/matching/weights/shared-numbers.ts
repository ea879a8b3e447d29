import type { TermPair } from '../field-comparison.js';
import type { TermCounts } from '../matching-model.js';

/** Fields whose values are given to one person or one house each. */
export const NUMBERS = new Set(['phone', 'document']);

/** So many times as often as it occurs is a number another's by mistake. */
const BY_MISTAKE = 0.05;
const MANY = 8;

/** How often a number that one has is another's too: one that nobody else is known to have hardly ever is. */
export function sharedByChance({ level, a }: TermPair, counts: TermCounts | undefined): number | undefined {
  if (level !== 'exact' || a === undefined || !counts) return undefined;
  return Math.max(BY_MISTAKE, (counts.counts[a] ?? 1) - 1) / counts.total;
}

/** How often two people who are drawn by chance have one number. */
export function usuallyShared({ total, counts }: TermCounts): number {
  let shared = 0;
  let kept = 0;
  for (const count of Object.values(counts)) {
    shared += (count / total) * ((count - 1) / total);
    kept += count;
  }
  return Math.max(1e-9, shared + ((total - kept) / total) * (BY_MISTAKE / total));
}

/** Whether one of two numbers is had by many, as an office's is: whoever gave it may well have another of their own. */
export const ofMany = ({ a = '', b = '' }: TermPair, counts: TermCounts | undefined): boolean =>
  counts !== undefined && [a, b].some((number) => (counts.counts[number] ?? 0) >= MANY);
