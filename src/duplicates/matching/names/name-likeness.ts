import { isReadAs } from './japanese.js';
import { isSyllabic, sameSyllables, syllablesOf } from './syllables.js';
import { takeJoined } from './joined-words.js';
import type { NameFeature, NameToken } from './name-token.js';
import { EUROPEAN_NAMES, GIVEN_NAMES } from '../spelling/given-names.js';
import { slipCost } from './slip-cost.js';
import { wordToken } from './word-token.js';
import { wordCost } from './word-cost.js';

/** How much may be mistaken in a name of so many letters. */
const BUDGET = 0.17;
/** From which likeness on two names alone are taken to be one, and from which somebody should look. */
export const NAME_THRESHOLDS = { automatic: 0.5, review: 0.15 };
const STEEPNESS = 4;
const LIGHT = 0.4;
const SAME_SYLLABLES = 0.9;
const OTHER_SYLLABLES = 0.05;
/** A slip and a word more are two reasons to doubt. */
const SLIP_AND_MORE = 0.5;
const FAMILY_MISSING = 0.2;
/** So many words more may a fuller name have than its shorter form. */
const EXTRA = { most: 2.5, perWord: 1.2, always: 0.5 };

/**
 * How likely two names, with nothing else known, are names of one person, from 0 to 1. Words may stand in any order;
 * one name may have words that the other lacks, but not each.
 */
export function nameLikeness(a: NameFeature, b: NameFeature): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0;
  if (a.generation !== b.generation && a.generation && b.generation) return 0;
  if (readInJapanese(a, b) || readInJapanese(b, a)) return SAME_SYLLABLES;
  const [as, bs] = [withoutEuropean(a.tokens, b.tokens), withoutEuropean(b.tokens, a.tokens)];
  if (isSyllabic(as) && isSyllabic(bs))
    return sameSyllables(as, bs) || sameSyllables(inFull(a), inFull(b)) ? SAME_SYLLABLES : OTHER_SYLLABLES;
  return Math.max(byWords(a.tokens, b.tokens), asOneWord(a.written, b.written));
}

/** What is a particle in Europe is a syllable elsewhere: Du, Le, Van, Il. */
const inFull = ({ written }: NameFeature) => written.map((word) => wordToken(word, false, false));

/** Many in Hong Kong and Singapore have a European name besides: David Chan Tai Man. */
function withoutEuropean(tokens: NameToken[], others: NameToken[]): NameToken[] {
  if (tokens.length < 4 || syllablesOf(others).length < 3 || !isSyllabic(others)) return tokens;
  const rest = tokens.filter(({ text }) => !EUROPEAN_NAMES.has(text));
  return rest.length === tokens.length - 1 ? rest : tokens;
}

const readInJapanese = ({ characters }: NameFeature, other: NameFeature): boolean =>
  characters !== undefined && !other.characters && isReadAs(characters, other.written);

function byWords(as: NameToken[], bs: NameToken[]): number {
  const leftA = [...as];
  const leftB = [...bs];
  const joined = [...takeJoined(leftA, leftB), ...takeJoined(leftB, leftA)];
  const { cost, pairs } = cheapest(leftA, leftB);
  const matched = pairs.map(({ a, b }) => (a.text.length < b.text.length ? a : b));
  const words = matched.filter((token) => !token.initial);
  const weight = sum(words.map(weightOf)) + 2 * joined.length;
  if (weight < 0.9 || (leftA.length > 0 && leftB.length > 0)) return 0;
  const extra = sum([...leftA, ...leftB].filter(({ initial }) => !initial).map(weightOf));
  if (extra > EXTRA.most || extra > EXTRA.perWord * weight + EXTRA.always) return 0;
  if (extra > 0 && familyMissing(as, bs, pairs)) return FAMILY_MISSING;
  const letters = sum(matched.map(({ text }) => text.length)) + sum(joined.map(({ canon }) => canon.length));
  return certainty(
    BUDGET * letters +
      0.1 -
      cost -
      SLIP_AND_MORE * Math.min(cost, 1) * extra -
      (joined.some(({ exact }) => !exact) ? 1 : 0),
  );
}

type TokenPair = { a: NameToken; b: NameToken };

/**
 * Where only first names agree, a family name more is another person's: John Paul and John Paul Stone. Of peoples who are
 * called by their father's name that holds where the order is another too: Hassan Ali and Ali Hassan Contoh.
 */
function familyMissing(as: NameToken[], bs: NameToken[], pairs: TokenPair[]): boolean {
  if (pairs.length < 2 || pairs.length < Math.min(as.length, bs.length)) return false;
  const all = (names: Set<string>) =>
    pairs.every(({ a, b }) => [a, b].some(({ canon, text }) => names.has(canon) || names.has(text)));
  const long = as.length > bs.length ? as : bs;
  const last = long.at(-1)!;
  if (pairs.some(({ a, b }) => a === last || b === last)) return false;
  const places = pairs.map(({ a, b }) => [as.indexOf(a), bs.indexOf(b)] as const).sort(([x], [y]) => x - y);
  const turned = places.some(([, place], index) => index > 0 && place < places[index - 1]![1]);
  return (!GIVEN_NAMES.has(last.text) && all(EUROPEAN_NAMES)) || (turned && all(GIVEN_NAMES));
}

/** Pairs words off, the cheapest first, and takes them out of both lists. */
function cheapest(as: NameToken[], bs: NameToken[]): { cost: number; pairs: TokenPair[] } {
  const fathers = [as, bs].every((words) => words.some(({ patronym }) => patronym));
  const pairs = as.flatMap((a) =>
    bs.map((b) => ({ a, b, cost: fathers && a.patronym !== b.patronym ? Infinity : wordCost(a, b) })),
  );
  const taken: TokenPair[] = [];
  let total = 0;
  for (const { a, b, cost } of pairs.filter((pair) => pair.cost < Infinity).sort((x, y) => x.cost - y.cost)) {
    if (!as.includes(a) || !bs.includes(b)) continue;
    as.splice(as.indexOf(a), 1);
    bs.splice(bs.indexOf(b), 1);
    taken.push({ a, b });
    total += cost;
  }
  return { cost: total, pairs: taken };
}

/** Names cut elsewhere, or written without blanks. */
function asOneWord(as: string[], bs: string[]): number {
  const [a, b] = [as.join(''), bs.join('')];
  if (as.length === bs.length || !a || !b) return 0;
  return certainty(0.12 * Math.max(a.length, b.length) - slipCost(a, b));
}

const certainty = (margin: number) => 1 / (1 + Math.exp(-STEEPNESS * margin));
const weightOf = ({ light }: NameToken) => (light ? LIGHT : 1);
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
