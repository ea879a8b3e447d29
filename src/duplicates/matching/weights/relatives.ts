import type { Comparison } from '../field-comparison.js';
import { DEFAULT_HOUSEHOLD } from './default-levels.js';
import { wholeName } from './whole-name.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = { phone: 20, name: 100 };
/** Of one word alone, mothers of strangers share too many. */
const FEWEST_WORDS = 2;

type Shares = Record<string, number>;

/**
 * How relatives compare, from pairs that surely are some and surely not one person. How often they share a phone: a
 * mother of the same full name, the same town, other names and other days of birth. How alike their names are: the same
 * mother or the same phone, the same town, other days of birth.
 */
export function profileOfRelatives(comparisons: Comparison[]): { phone: Shares; name: Shares } {
  const seen = { phone: {} as Shares, name: {} as Shares };
  for (const comparison of comparisons) {
    const levels = levelsOf(comparison);
    if (levels.birth !== 'different' || levels.town !== 'exact') continue;
    if (levels.oneMother || levels.phone === 'exact') count(seen.name, levels.name);
    const othersName = levels.name === 'whole-some' || levels.name === 'whole-none';
    if (levels.oneMother && othersName && levels.phone !== 'missing') count(seen.phone, levels.phone!);
  }
  return { phone: blended('phone', seen.phone), name: blended('name', seen.name) };
}

function count(shares: Shares, level: string): void {
  shares[level] = (shares[level] ?? 0) + 1;
}

function blended(field: 'phone' | 'name', seen: Shares): Shares {
  const total = Object.values(seen).reduce((sum, pairs) => sum + pairs, 0);
  const prior = PRIOR_PAIRS[field];
  return Object.fromEntries(
    Object.entries(DEFAULT_HOUSEHOLD[field]!).map(([level, share]) => [
      level,
      ((seen[level] ?? 0) + prior * share) / (total + prior),
    ]),
  );
}

function levelsOf({ fields }: Comparison) {
  const find = (name: string) => fields.find(({ field }) => field === name);
  const mother = find('mothersName')?.terms ?? [];
  return {
    birth: find('birthDate')?.level,
    town: find('town')?.level,
    phone: find('phone')?.level,
    name: wholeName(find('name')?.terms ?? []),
    oneMother: mother.length >= FEWEST_WORDS && wholeName(mother) === 'whole-all',
  };
}
