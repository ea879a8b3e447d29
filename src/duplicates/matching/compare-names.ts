import type { FieldComparison, Fullness, TermPair } from './field-comparison.js';
import { alignNames, type Alignment } from './names/align-names.js';
import type { NameFeature, NameToken } from './names/name-token.js';

/**
 * Compares two names word by word. Besides the likenesses of words there are 'joined' (two words written as one),
 * 'different' (both names have a word that the other lacks), 'extra' (only one has), 'generation' (junior, senior).
 */
export function compareNames(field: string, a: NameFeature, b: NameFeature): FieldComparison {
  if (a.tokens.length === 0 || b.tokens.length === 0) return { field, level: 'missing' };
  const alignment = alignNames(a.tokens, b.tokens);
  const terms = [...agreements(alignment), ...leftOver(alignment)];
  if (a.generation && b.generation && a.generation !== b.generation) terms.push({ level: 'generation' });
  return { field, level: overall(terms), terms, fullness: fullness(a, b, terms) };
}

const NOT_AGREEING = new Set(['different', 'half', 'called', 'generation']);

function fullness(a: NameFeature, b: NameFeature, terms: TermPair[]): Fullness | undefined {
  const levels = terms.map(({ level }) => level);
  if (levels.some((level) => NOT_AGREEING.has(level)) || levels.every((level) => level === 'extra'))
    return undefined;
  return {
    words: Math.min(tellingWords(a), tellingWords(b)) === 1 ? 'one' : 'several',
    level: levels.includes('extra') ? 'more' : 'complete',
  };
}

/** Words of a name whose absence tells something; each name has one. */
export const tellingWords = ({ tokens }: NameFeature): number =>
  Math.max(1, tokens.filter(({ light, patronym }) => !light && !patronym).length);

function agreements({ pairs, joined }: Alignment): TermPair[] {
  return [
    ...pairs.map(({ a, b, likeness }) => ({
      level: likeness,
      a: a.canon,
      b: b.canon,
      borne: a.borne && b.borne,
    })),
    ...joined.map(({ canon, exact, vowel, borne }) =>
      vowel
        ? { level: 'vowel', a: canon, b: canon, borne }
        : { level: exact ? 'joined' : 'joined-typo', a: canon, b: canon },
    ),
  ];
}

/**
 * Words that stand against each other, one pair each; a letter, and what is the father's name of one alone, stand against
 * nothing. What only one has is told once, unless so many leave it out, as they do the father's name.
 */
function leftOver({ leftA, leftB }: Alignment): TermPair[] {
  const [as, bs] = [wordsOf(leftA), wordsOf(leftB)];
  const pairs: TermPair[] = [];
  for (const kind of ['own', 'fathers'] as const) {
    const both = Math.min(as[kind].length, bs[kind].length);
    for (let i = 0; i < both; i++)
      pairs.push({ level: 'different', a: as[kind][i]!.canon, b: bs[kind][i]!.canon });
    for (const left of [as[kind], bs[kind]]) left.splice(0, both);
  }
  const alone = [...as.own, ...bs.own, ...as.letters, ...bs.letters];
  if (alone.some(({ light, patronym }) => !light && !patronym)) pairs.push({ level: 'extra' });
  return pairs;
}

/** The one letter that stands for a word that so many leave out. */
const MUHAMMAD = 'm';

/** Words, those that tell most first, and letters that stand for words. */
function wordsOf(left: NameToken[]): Record<'own' | 'fathers' | 'letters', NameToken[]> {
  const words = left
    .filter(({ initial }) => !initial)
    .sort((x, y) => Number(x.light) - Number(y.light) || (x.canon < y.canon ? -1 : 1));
  return {
    own: words.filter(({ patronym }) => !patronym),
    fathers: words.filter(({ patronym }) => patronym),
    letters: left.filter(({ initial, text }) => initial && text !== MUHAMMAD),
  };
}

/** One word for the whole name, to be shown: the worst of what it consists of. */
function overall(terms: TermPair[]): string {
  const levels = new Set(terms.map(({ level }) => level));
  const worst = [
    'generation',
    'different',
    'half',
    'called',
    'close',
    'vowel',
    'typo',
    'joined-typo',
    'part',
    'initial',
    'skeleton',
    'nickname',
    'extra',
  ];
  return [...worst, 'sound', 'joined', 'variant', 'exact'].find((level) => levels.has(level)) ?? 'light';
}
