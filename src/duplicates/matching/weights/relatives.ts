import type { Comparison } from '../field-comparison.js';
import { DEFAULT_HOUSEHOLD, DEFAULT_SHARED } from './default-levels.js';
import type { MatchingModel } from '../matching-model.js';
import { shareOfRelatives } from './score.js';
import { wholeName } from './whole-name.js';

/** As many pairs as what was known before is worth. */
const PRIOR_PAIRS = { phone: 20, name: 100, birth: 100, other: 20 };
const ANOTHER_AGE = new Set(['different', 'another-age']);
/** One in three twins has the other sex, where one in two brothers and sisters has (Weinberg 1902). */
const OF_ONE_SEX = 1.5;
/** Of one word alone, mothers of strangers share too many. */
const FEWEST_WORDS = 2;

type Shares = Record<string, number>;

/** Pairs that are relatives or one person, and not strangers: the same mother or the same phone, and the same town. */
export const kinOf = (comparisons: Comparison[]): Comparison[] =>
  comparisons.filter((comparison) => {
    const { town, phone, oneMother } = levelsOf(comparison);
    return town === 'exact' && (oneMother || phone === 'exact');
  });

/**
 * How relatives compare, from pairs that surely are some, each as far as it is not likelier to be one person. How alike the
 * names of brothers and sisters are: other days of birth. Of others too: also a generation apart. How often they share a
 * phone: one mother as well, and other names. How often they are twins, and not below what is usual: other names and the
 * other sex.
 */
export function profileOfRelatives(
  kin: Comparison[],
  model: MatchingModel,
  usual: Record<string, Shares>,
): Record<string, Shares> {
  const seen: Record<'phone' | 'name' | 'siblings' | 'birth', Shares> = {
    phone: {},
    name: {},
    siblings: {},
    birth: {},
  };
  const free: Record<string, Shares> = {};
  for (const comparison of kin) {
    const levels = levelsOf(comparison);
    if (levels.birth === 'missing' || !levels.birth) continue;
    const share = shareOfRelatives(comparison, model);
    const othersName = levels.name === 'whole-some' || levels.name === 'whole-none';
    if (othersName && levels.sex === 'different') count(seen.birth, levels.birth, share);
    if (!ANOTHER_AGE.has(levels.birth)) continue;
    if (levels.birth === 'different') {
      count(seen.name, levels.name, share);
      if (levels.oneMother) count(seen.siblings, levels.name, share);
    }
    for (const { field, level } of comparison.fields)
      if (field.startsWith('other.') && level !== 'missing') count((free[field] ??= {}), level, share);
    if (levels.oneMother && othersName && levels.phone !== 'missing') count(seen.phone, levels.phone!, share);
  }
  const name = blended(seen.name, DEFAULT_HOUSEHOLD['name']!, PRIOR_PAIRS.name);
  return {
    namesakes: {
      ...DEFAULT_HOUSEHOLD['namesakes'],
      'other-day': namesakes(seen.siblings) / name['whole-all']!,
    },
    twins: rescaled(DEFAULT_HOUSEHOLD['twins']!, DEFAULT_HOUSEHOLD['name']!, name),
    phone: blended(seen.phone, DEFAULT_HOUSEHOLD['phone']!, PRIOR_PAIRS.phone),
    name,
    birthDate: withTwins(blended(seen.birth, birthOfStrangers(model), PRIOR_PAIRS.birth)),
    ...Object.fromEntries(
      Object.entries(free).map(([field, shares]) => [
        field,
        blended(shares, usual[field] ?? DEFAULT_SHARED, PRIOR_PAIRS.other),
      ]),
    ),
  };
}

/** As much more than `usual` comes to what is the same share as before, where the share it multiplies is another. */
const rescaled = (times: Shares, usual: Shares, share: Shares): Shares =>
  Object.fromEntries(
    Object.entries(times).map(([level, factor]) => [level, (factor * usual[level]!) / share[level]!]),
  );

const TWINS = new Set(['exact', 'swapped']);

const withTwins = (shares: Shares): Shares =>
  Object.fromEntries(
    Object.entries(shares).map(([level, share]) => [
      level,
      TWINS.has(level) ? Math.max(share, DEFAULT_HOUSEHOLD['birthDate']![level]!) * OF_ONE_SEX : share,
    ]),
  );

/** Before anything is seen, the days of birth of relatives who are no twins compare as those of strangers do. */
const birthOfStrangers = ({ levels }: MatchingModel): Shares => ({
  ...Object.fromEntries(Object.entries(levels['birthDate'] ?? {}).map(([level, { u }]) => [level, u])),
  exact: DEFAULT_HOUSEHOLD['birthDate']!['exact']!,
  swapped: DEFAULT_HOUSEHOLD['birthDate']!['swapped']!,
});

/** How many children of one mother have one full name: Muhammad Hidayat the elder and the younger. */
function namesakes(siblings: Shares): number {
  const { name, namesakes: times } = DEFAULT_HOUSEHOLD as { name: Shares; namesakes: Shares };
  const usual = { ...name, 'whole-all': name['whole-all']! * times['one-mother']! };
  return blended(siblings, usual, PRIOR_PAIRS.name)['whole-all']!;
}

function count(shares: Shares, level: string, share: number): void {
  shares[level] = (shares[level] ?? 0) + share;
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
    sex: find('sex')?.level,
    name: wholeName(find('name')?.terms ?? []),
    oneMother: mother.length >= FEWEST_WORDS && wholeName(mother) === 'whole-all',
  };
}
