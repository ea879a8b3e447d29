import type { Comparison } from '../field-comparison.js';
import { DEFAULT_HOUSEHOLD, DEFAULT_SHARED } from './default-levels.js';
import { wholeName } from './whole-name.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = { phone: 20, name: 100, other: 20 };
/** Of one word alone, mothers of strangers share too many. */
const FEWEST_WORDS = 2;

type Shares = Record<string, number>;

/**
 * How relatives compare, from pairs that surely are some and surely not one person. How often they share a phone: a
 * mother of the same full name, the same town, other names and other days of birth. How alike their names are: the same
 * mother or the same phone, the same town, other days of birth.
 */
export function profileOfRelatives(
  comparisons: Comparison[],
  usual: Record<string, Shares>,
): Record<string, Shares> {
  const seen = { phone: {} as Shares, name: {} as Shares };
  const free: Record<string, Shares> = {};
  for (const comparison of comparisons) {
    const levels = levelsOf(comparison);
    if (levels.birth !== 'different' || levels.town !== 'exact') continue;
    if (!levels.oneMother && levels.phone !== 'exact') continue;
    count(seen.name, levels.name);
    for (const { field, level } of comparison.fields)
      if (field.startsWith('other.') && level !== 'missing') count((free[field] ??= {}), level);
    const othersName = levels.name === 'whole-some' || levels.name === 'whole-none';
    if (levels.oneMother && othersName && levels.phone !== 'missing') count(seen.phone, levels.phone!);
  }
  return {
    phone: blended(seen.phone, DEFAULT_HOUSEHOLD['phone']!, PRIOR_PAIRS.phone),
    name: blended(seen.name, DEFAULT_HOUSEHOLD['name']!, PRIOR_PAIRS.name),
    ...Object.fromEntries(
      Object.entries(free).map(([field, shares]) => [
        field,
        blended(shares, usual[field] ?? DEFAULT_SHARED, PRIOR_PAIRS.other),
      ]),
    ),
  };
}

function count(shares: Shares, level: string): void {
  shares[level] = (shares[level] ?? 0) + 1;
}

function blended(seen: Shares, usual: Shares, prior: number): Shares {
  const total = Object.values(seen).reduce((sum, pairs) => sum + pairs, 0);
  return Object.fromEntries(
    Object.entries(usual).map(([level, share]) => [
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
