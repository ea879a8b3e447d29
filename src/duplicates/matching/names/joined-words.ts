import { editDistance } from './edit-distance.js';
import type { NameToken } from './name-token.js';
import { heardVowels, otherVowels } from './other-vowels.js';
import { wordToken } from './word-token.js';

const SHORTEST = 5;
/** From so many letters on two slips are allowed. */
const LONG = 10;

/** What is one word in one name and two in the other. */
export interface JoinedWord {
  /** The one word, as it counts as a term. */
  canon: string;
  exact: boolean;
  /** Told apart by a vowel alone: Dewa Anisa and Dewianisa. */
  vowel: boolean;
  /** Each part of the two is a name that is known to be borne, as it stands here and there. */
  borne: boolean;
}

/** Finds words of `ones` that are two words of `many` (in either order, a slip allowed), and takes them out of both. */
export function takeJoined(ones: NameToken[], many: NameToken[]): JoinedWord[] {
  const joined: JoinedWord[] = [];
  if (many.length < 2) return joined;
  for (const word of [...ones]) {
    if (word.text.length < SHORTEST || many.some((other) => other.canon === word.canon)) continue;
    const parts = partsOf(word, many, ones);
    if (!parts) continue;
    ones.splice(ones.indexOf(word), 1);
    for (const part of [parts.first, parts.second]) many.splice(many.indexOf(part), 1);
    const both = parts.first.text + parts.second.text;
    joined.push({
      canon: word.canon,
      exact: parts.exact,
      vowel: !parts.exact && otherVowels(both, word.text) && !heardVowels(both, word.text),
      borne: bothBorne(parts, word.text),
    });
  }
  return joined;
}

function partsOf(word: NameToken, many: NameToken[], ones: NameToken[]) {
  const free = many.filter((part) => !ones.some((one) => one.canon === part.canon));
  for (const slips of [0, 1])
    for (let i = 0; i < free.length; i++)
      for (let j = 0; j < free.length; j++) {
        const [first, second] = [free[i]!, free[j]!];
        if (i === j) continue;
        if (
          within(first.text + second.text, word.text, slips) ||
          within(first.canon + second.canon, word.canon, word.canon.length < LONG ? slips : 2 * slips)
        )
          return { first, second, exact: slips === 0 };
      }
  return undefined;
}

const within = (a: string, b: string, slips: number) => editDistance(a, b, slips) <= slips;

/** The one word, cut where the first of the two ends. */
function bothBorne({ first, second }: { first: NameToken; second: NameToken }, word: string): boolean {
  const at = first.text.length;
  return [first.text, second.text, word.slice(0, at), word.slice(at)].every(
    (part) => wordToken(part, false, false).borne,
  );
}
