import type { FieldComparison, TermPair } from './field-comparison.js';
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
  return { field, level: overall(terms), terms };
}

function agreements({ pairs, joined }: Alignment): TermPair[] {
  return [
    ...pairs.map(({ a, b, likeness }) => ({ level: likeness, a: a.canon, b: b.canon })),
    ...joined.map(({ canon, exact }) => ({ level: exact ? 'joined' : 'joined-typo', a: canon, b: canon })),
  ];
}

/** Words that so many leave out are no evidence when they are; of the others, each pair that stands against each other. */
function leftOver({ leftA, leftB }: Alignment): TermPair[] {
  const [as, bs] = [leftA.filter(telling), leftB.filter(telling)];
  const pairs: TermPair[] = [];
  const both = Math.min(as.length, bs.length);
  const [sortedA, sortedB] = [terms(as), terms(bs)];
  for (let i = 0; i < both; i++) pairs.push({ level: 'different', a: sortedA[i], b: sortedB[i] });
  if (as.length !== bs.length) pairs.push({ level: 'extra' });
  return pairs;
}

const telling = (token: NameToken) => !token.light && !token.initial;
const terms = (tokens: NameToken[]) => tokens.map((token) => token.canon).sort();

/** One word for the whole name, to be shown: the worst of what it consists of. */
function overall(terms: TermPair[]): string {
  const levels = new Set(terms.map(({ level }) => level));
  const worst = [
    'generation',
    'different',
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
