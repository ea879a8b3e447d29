import { editDistance } from './edit-distance.js';
import type { NameToken } from './name-token.js';
import { otherVowels } from './other-vowels.js';

const SHORTEST = 5;

/** What is one word in one name and two in the other. */
export interface JoinedWord {
  /** The one word, as it counts as a term. */
  canon: string;
  exact: boolean;
  /** Told apart by a vowel alone: Dewa Anisa and Dewianisa. */
  vowel: boolean;
}

/** Finds words of `ones` that are two words of `many` (in either order, one slip allowed), and takes them out of both. */
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
      vowel: !parts.exact && otherVowels(both, word.text),
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
        if (i === j || Math.abs(first.text.length + second.text.length - word.text.length) > slips) continue;
        if (editDistance(first.text + second.text, word.text, slips) <= slips)
          return { first, second, exact: slips === 0 };
      }
  return undefined;
}
