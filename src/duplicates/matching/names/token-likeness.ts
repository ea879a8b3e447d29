import { editDistance } from './edit-distance.js';
import type { NameToken } from './name-token.js';
import { heardVowels, otherVowels } from './other-vowels.js';

/** How two words can be alike, from the strongest to the weakest. */
export const LIKENESSES = [
  'exact',
  'variant',
  'sound',
  'typo',
  'vowel',
  'nickname',
  'skeleton',
  'part',
  'initial',
  'close',
  'called',
  'half',
] as const;

export type Likeness = (typeof LIKENESSES)[number];

const SHORTEST_PART = 4;
const SHORTEST_CALLED = 3;
const SHORTEST_WHOLE = 5;

/** @returns undefined where two words have nothing to do with each other */
export function likeness(a: NameToken, b: NameToken): Likeness | undefined {
  if (a.text === b.text) return a.initial ? 'initial' : 'exact';
  if (a.initial || b.initial)
    return a.text[0] === b.text[0] || a.canon[0] === b.canon[0] ? 'initial' : undefined;
  if (a.abjad !== b.abjad)
    return a.skeleton === b.skeleton && a.skeleton.length > 1 ? 'sound' : withoutVowels(a, b);
  if (a.canon === b.canon) return 'variant';
  if ((a.sound === b.sound && notFar(a.canon, b.canon)) || heardVowels(a.canon, b.canon)) return 'sound';
  if (otherVowels(a.canon, b.canon)) return 'vowel';
  return slipAsWritten(a, b) ?? typing(a, b) ?? remote(a, b) ?? farther(a, b);
}

/** Half of the letters are enough to hear one word in both: Wahyu and Wijaya are two, though little is left of either. */
function notFar(a: string, b: string): boolean {
  const half = Math.ceil(Math.max(a.length, b.length) / 2);
  return editDistance(a, b, half) <= half;
}

/** One letter too many or too few may make another spelling of it: Khadijah and Khadjah. */
function slipAsWritten({ text: a }: NameToken, { text: b }: NameToken): Likeness | undefined {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return undefined;
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return undefined;
  return editDistance(a, b, 1) === 1 ? 'typo' : undefined;
}

/** What fingers do: one slip in a short word, two in a long one, three in a very long one. */
function typing(a: NameToken, b: NameToken): Likeness | undefined {
  const [x, y] = [a.canon, b.canon];
  const longest = Math.max(x.length, y.length);
  const limit = longest >= 6 ? 3 : longest >= 4 ? 2 : 1;
  if (bits(a.letters ^ b.letters) > 2 * limit) return undefined;
  const distance = editDistance(x, y, limit);
  if (distance === 1 && longest >= 3) return 'typo';
  if (distance === 2 && longest >= 7) return 'typo';
  if (distance <= limit && 1 - distance / longest >= 0.6)
    return a.groups.some((g) => b.groups.includes(g)) ? 'nickname' : 'close';
  return undefined;
}

function remote(a: NameToken, b: NameToken): Likeness | undefined {
  if (a.groups.some((group) => b.groups.includes(group))) return 'nickname';
  if (a.skeleton === b.skeleton && a.skeleton.length >= 3) return 'skeleton';
  const [short, long] = a.canon.length < b.canon.length ? [a.canon, b.canon] : [b.canon, a.canon];
  if (short.length >= SHORTEST_PART && isPart(short, long)) return 'part';
  if (short.length === 3 && long.length >= SHORTEST_WHOLE && long.startsWith(short)) return 'part';
  return undefined;
}

const isPart = (short: string, long: string) => long.startsWith(short) || long.endsWith(short);

/**
 * What people are called (Wan for Setiawan), or half of the letters: several slips of pen and ear, or another name. How
 * often which, the data tell.
 */
function farther(a: NameToken, b: NameToken): Likeness | undefined {
  const [short, long] = a.sound.length < b.sound.length ? [a.sound, b.sound] : [b.sound, a.sound];
  if (short.length >= SHORTEST_CALLED && long.length >= SHORTEST_WHOLE && isPart(short, long))
    return 'called';
  return halfAlike(short, long) || halfAlike(a.canon, b.canon) ? 'half' : undefined;
}

function halfAlike(a: string, b: string): boolean {
  const half = Math.floor(Math.max(a.length, b.length) / 2);
  return editDistance(a, b, half) <= half;
}

function withoutVowels(a: NameToken, b: NameToken): Likeness | undefined {
  const longest = Math.max(a.skeleton.length, b.skeleton.length);
  const distance = editDistance(a.skeleton, b.skeleton, 2);
  if (longest >= 3 && distance === 1) return 'typo';
  return longest >= 5 && distance === 2 ? 'close' : undefined;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
