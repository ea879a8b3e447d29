import type { Comparison } from '../field-comparison.js';
import { DEFAULT_HOUSEHOLD } from './default-levels.js';
import { wholeName } from './whole-name.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = 20;
/** Of one word alone, mothers of strangers share too many. */
const FEWEST_WORDS = 2;

/**
 * How often relatives share a phone, from pairs that surely are some and surely not one person: a mother of the same
 * full name, the same town, other names and other days of birth.
 */
export function phoneAmongRelatives(comparisons: Comparison[]): Record<string, number> {
  const before = DEFAULT_HOUSEHOLD['phone']!;
  const seen: Record<string, number> = {};
  let total = 0;
  for (const comparison of comparisons) {
    const phone = phoneOfRelatives(comparison);
    if (!phone) continue;
    seen[phone] = (seen[phone] ?? 0) + 1;
    total++;
  }
  return Object.fromEntries(
    Object.entries(before).map(([level, share]) => [
      level,
      ((seen[level] ?? 0) + PRIOR_PAIRS * share) / (total + PRIOR_PAIRS),
    ]),
  );
}

function phoneOfRelatives({ fields }: Comparison): string | undefined {
  const level = (name: string) => fields.find(({ field }) => field === name)?.level;
  const phone = level('phone');
  if (phone === 'missing' || level('birthDate') !== 'different' || level('town') !== 'exact')
    return undefined;
  const words = (name: string) => fields.find(({ field }) => field === name)?.terms ?? [];
  const mother = words('mothersName');
  if (mother.length < FEWEST_WORDS || wholeName(mother) !== 'whole-all') return undefined;
  const own = wholeName(words('name'));
  return own === 'whole-some' || own === 'whole-none' ? phone : undefined;
}
