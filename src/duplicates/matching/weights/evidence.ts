import type { Comparison, FieldComparison, TermPair } from '../field-comparison.js';
import type { TermCounts } from '../matching-model.js';
import { NUMBERS, ofMany, sharedByChance } from './shared-numbers.js';
import { wholeName } from './whole-name.js';

/** What a family does to a piece of evidence. */
export type InHousehold =
  /** The word is shared, and is written as one person would write it. */
  | 'as-same'
  /** Nearly the same word: between relatives rather two like names (Rina and Rini) if both are frequent. */
  | 'as-frequent'
  /** Relatives are no more alike here than strangers. */
  | 'as-strangers'
  /** Accounted for elsewhere. */
  | 'silent'
  /** Has a frequency of its own among relatives. */
  | 'own';

/** The smallest thing that is weighed: one word, one date. */
export interface Evidence {
  field: string;
  level: string;
  /** How frequent the term is; undefined where that plays no part. */
  frequency?: number;
  household: InHousehold;
  /** Speaks of relatives only: how alike the names are as a whole. */
  onlyHousehold?: boolean;
}

type Terms = Record<string, TermCounts>;

/** A term that was not kept occurs less than three times. */
const RARE = 1.5;
const NAMES = new Set(['name', 'mothersName']);
const PERSONAL = new Set(['sex', 'document']);
const TWINS_BIRTH = new Set(['exact', 'swapped', 'digit', 'year-only', 'new-year']);
const TWINS_NAMES = new Set<string>(['whole-near', 'single-near', 'whole-close', 'whole-vowel', 'part-more']);
/** One day of birth, told by both. */
const ONE_DAY = new Set(['exact', 'swapped']);
const SHARED_WORD = new Set<string>(['part-one', 'whole-some', 'whole-none']);
const ONE_MOTHER = new Set<string>(['whole-all', 'whole-near', 'whole-close', 'single-all', 'single-near']);
/** Some slips away from each other, or two names. */
const FAR = new Set(['called', 'half']);
const UNCOUNTED = new Set(['different', 'extra', 'initial', ...FAR]);
const ALIKE_BY_CHANCE = new Set([
  'vowel',
  'typo',
  'close',
  'skeleton',
  'part',
  'nickname',
  'initial',
  'joined-typo',
  'sound',
]);

/** @returns the evidence of a pair; a field that one of the two does not know gives none */
export function evidenceOf(comparison: Comparison, terms: Terms): Evidence[] {
  const all: Evidence[] = [];
  for (const field of comparison.fields)
    if (field.level !== 'missing') all.push(...evidenceOfField(field, terms));
  return [...all, ...evidenceOfKin(comparison)];
}

/** What only several fields together say of relatives. */
export const evidenceOfKin = (comparison: Comparison): Evidence[] => [
  ...evidenceOfTwins(comparison),
  ...evidenceOfNamesakes(comparison),
];

/** Names that are nearly the same, and one day of birth: Hasan and Husen. */
function evidenceOfTwins({ fields }: Comparison): Evidence[] {
  const birth = fields.find(({ field }) => field === 'birthDate')?.level;
  const words = fields.find(({ field }) => field === 'name')?.terms;
  if (!words || !birth || !TWINS_BIRTH.has(birth)) return [];
  const whole = wholeName(words);
  if (!TWINS_NAMES.has(whole) && !(ONE_DAY.has(birth) && SHARED_WORD.has(whole))) return [];
  return [{ field: 'twins', level: whole, household: 'own', onlyHousehold: true }];
}

/** One full name and one mother: hardly anybody gives two children the same name. */
function evidenceOfNamesakes({ fields }: Comparison): Evidence[] {
  const whole = (name: string) => {
    const field = fields.find((one) => one.field === name);
    return field?.terms && field.level !== 'missing' ? wholeName(field.terms) : undefined;
  };
  const mother = whole('mothersName');
  if (whole('name') !== 'whole-all' || !ONE_MOTHER.has(mother ?? 'whole-none')) return [];
  const birth = fields.find(({ field }) => field === 'birthDate')?.level;
  const level = birth === 'different' ? 'other-day' : 'one-mother';
  return [{ field: 'namesakes', level, household: 'own', onlyHousehold: true }];
}

export function evidenceOfField(comparison: FieldComparison, counted: Terms): Evidence[] {
  const { field, level, terms = [], fullness } = comparison;
  if (NAMES.has(field)) {
    const words: Evidence[] = terms
      .filter(({ level: word }) => word !== 'extra')
      .map((term) => ({
        field,
        level: term.level,
        frequency: rarer(term, counted[field]),
        household: inFamily(field, term.level),
      }));
    const whole = wholeName(field === 'name' ? terms : asOneMothers(terms));
    words.push({ field, level: whole, household: 'own', onlyHousehold: true });
    if (fullness)
      words.push({ field: `${field}.${fullness.words}`, level: fullness.level, household: 'silent' });
    return words;
  }
  if (field === 'birthDate')
    return [
      {
        field,
        level,
        frequency: dateFrequency(terms, counted),
        household: 'own',
      },
    ];
  if (NUMBERS.has(field)) return evidenceOfNumber(comparison, counted[field]);
  const frequency = terms[0] && rarer(terms[0], counted[field]);
  return [{ field, level, frequency, household: PERSONAL.has(field) ? 'as-strangers' : 'own' }];
}

function evidenceOfNumber(
  { field, level, terms = [] }: FieldComparison,
  counts: TermCounts | undefined,
): Evidence[] {
  const [numbers] = terms;
  if (level === 'different' && numbers && ofMany(numbers, counts)) return [];
  const frequency = numbers && sharedByChance(numbers, counts);
  return [{ field, level, frequency, household: PERSONAL.has(field) ? 'as-strangers' : 'own' }];
}

/** A mother's name is one, in full or not, and however it is heard; brothers and sisters may have names that begin alike. */
const asOneMothers = (terms: TermPair[]): TermPair[] =>
  terms
    .filter(({ level }) => level !== 'initial')
    .map((term) => (FAR.has(term.level) ? { ...term, level: 'close' } : term));

function inFamily(field: string, level: string): InHousehold {
  if (level === 'different') return 'silent';
  if (field === 'name' && FAR.has(level)) return 'as-strangers';
  return field === 'name' && ALIKE_BY_CHANCE.has(level) ? 'as-frequent' : 'as-same';
}

function rarer({ level, a, b }: TermPair, counts: TermCounts | undefined): number | undefined {
  if (a === undefined || b === undefined || !counts || UNCOUNTED.has(level)) return undefined;
  return Math.min(frequencyOf(a, counts), frequencyOf(b, counts));
}

const frequencyOf = (term: string, { counts, total }: TermCounts) =>
  Math.max(RARE, counts[term] ?? 0) / total;

/** Of the year times of the day within the year: dates of their own are too few to be counted. */
function dateFrequency([year, day]: TermPair[], { birthYear, birthDay }: Terms): number | undefined {
  if (!birthYear || !birthDay || !year?.a || !day?.a) return undefined;
  return frequencyOf(year.a, birthYear) * dayFrequency(day.a, birthDay);
}

const DAYS = 366;
/** People are born on all days alike, but for some on which they say that they are: so many a day are known beforehand. */
const KNOWN_A_DAY = 3;

const dayFrequency = (day: string, { counts, total }: TermCounts) =>
  ((counts[day] ?? 1) + KNOWN_A_DAY) / (total + KNOWN_A_DAY * DAYS);
