import { takeJoined, type JoinedWord } from './joined-words.js';
import type { NameToken } from './name-token.js';
import { LIKENESSES, likeness, type Likeness } from './token-likeness.js';

/** One word of each name that belong together. */
export interface AlignedPair {
  a: NameToken;
  b: NameToken;
  likeness: Likeness;
}

export interface Alignment {
  pairs: AlignedPair[];
  joined: JoinedWord[];
  /** Words that have no partner. */
  leftA: NameToken[];
  leftB: NameToken[];
}

type Ranked = AlignedPair & { rank: number };

const RANK = new Map<Likeness, number>(LIKENESSES.map((name, index) => [name, index]));

/** Finds which word of one name belongs to which of the other, the surest first; the order of words plays no part. */
export function alignNames(as: NameToken[], bs: NameToken[]): Alignment {
  const leftA = [...as];
  const leftB = [...bs];
  const joined = [...takeJoined(leftA, leftB), ...takeJoined(leftB, leftA)];
  const pairs: AlignedPair[] = [];
  for (const pair of possiblePairs(leftA, leftB)) {
    const i = leftA.indexOf(pair.a);
    const j = leftB.indexOf(pair.b);
    if (i < 0 || j < 0) continue;
    leftA.splice(i, 1);
    leftB.splice(j, 1);
    pairs.push(pair);
  }
  return { pairs, joined, leftA, leftB };
}

function possiblePairs(as: NameToken[], bs: NameToken[]): Ranked[] {
  const possible: Ranked[] = [];
  for (const a of as)
    for (const b of bs) {
      const found = likeness(a, b);
      if (found) possible.push({ a, b, likeness: found, rank: RANK.get(found) ?? 0 });
    }
  return possible.length > 1 ? possible.sort(surestFirst) : possible;
}

/** The same whichever of the two names comes first, and in whatever order their words stand. */
const surestFirst = (x: Ranked, y: Ranked) => x.rank - y.rank || compareText(keyOf(x), keyOf(y));

const keyOf = ({ a, b }: AlignedPair) => (a.text < b.text ? `${a.text} ${b.text}` : `${b.text} ${a.text}`);
const compareText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
