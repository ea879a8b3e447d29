import type { FieldComparison, TermPair } from './field-comparison.js';
import { alignNames, type Alignment } from './names/align-names.js';
import type { NameFeature, NameToken } from './names/name-token.js';
import { wordToken } from './names/word-token.js';

/**
 * Compares two names word by word. Besides the likenesses of words there are 'joined' (two words written as one),
 * 'different' (both names have a word that the other lacks), 'extra' (only one has), 'generation' (junior, senior).
 */
export function compareNames(field: string, a: NameFeature, b: NameFeature): FieldComparison {
  if (a.tokens.length === 0 || b.tokens.length === 0) return { field, level: 'missing' };
  const alignment = alignNames(a.tokens, b.tokens);
  const terms = [...agreements(alignment), ...leftOver(alignment)];
  if (a.generation && b.generation && a.generation !== b.generation) terms.push({ level: 'generation' });
  return { field, level: overall(terms), terms };
}

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

/** Two names written as one: what is left of it stands against the other's next word. */
const SHORTEST_REST = 4;

/**
 * Words that stand against each other, one pair each, also a letter against a word that does not begin with it; what so
 * many leave out, or is the father's name of one alone, stands against nothing. What only one has is told once, unless so
 * many leave it out, as they do the father's name.
 */
function leftOver({ pairs: aligned, leftA, leftB }: Alignment): TermPair[] {
  const [as, bs] = [wordsOf(leftA), wordsOf(leftB)];
  for (const { a, b, likeness } of aligned) {
    if (likeness !== 'part') continue;
    const [from, against] = a.canon.length > b.canon.length ? [as, bs] : [bs, as];
    const rest = restOf(a.canon, b.canon);
    if (rest.length >= SHORTEST_REST && from.own.length === 0 && against.own.length > 0)
      from.own.push(wordToken(rest, false, false));
  }
  const pairs: TermPair[] = [];
  for (const kind of ['own', 'fathers'] as const) {
    const both = Math.min(as[kind].length, bs[kind].length);
    for (let i = 0; i < both; i++)
      pairs.push({ level: 'different', a: as[kind][i]!.canon, b: bs[kind][i]!.canon });
    for (const left of [as[kind], bs[kind]]) left.splice(0, both);
  }
  for (const [letters, words] of [
    [as.letters, bs.own],
    [bs.letters, as.own],
  ] as const)
    for (let both = Math.min(letters.length, words.length); both > 0; both--) {
      letters.shift();
      words.shift();
      pairs.push({ level: 'different' });
    }
  const alone = [...as.own, ...bs.own, ...as.letters, ...bs.letters];
  if (alone.some(({ light, patronym }) => !light && !patronym)) pairs.push({ level: 'extra' });
  return pairs;
}

/** What is left of the longer of two words of which the other is the beginning or the end: "haryati" of "Haryatihesti". */
function restOf(a: string, b: string): string {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.startsWith(short) ? long.slice(short.length) : long.slice(0, -short.length);
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
