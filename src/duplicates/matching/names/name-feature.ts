import { GENERATIONS } from '../spelling/generations.js';
import { PARTICLES } from '../spelling/particles.js';
import { TITLES } from '../spelling/titles.js';
import { fold } from './fold.js';
import { charactersOf } from './japanese.js';
import type { NameFeature, NameToken } from './name-token.js';
import { wordToken } from './word-token.js';

const DIGITS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

/** A letter with a point is a name cut short: I. is Ivan, and no "and". */
const INITIALS = /(?<!\p{L})\p{L}\./u;

/** Reads a name in any script: its words, what its particles say; titles, degrees and articles are left out. */
export function nameFeature(raw: string): NameFeature {
  const { words, abjad, syllabic } = fold(raw);
  const spelt = joinServants(words.map(withoutDigits).filter(Boolean));
  const feature: NameFeature = { tokens: [], written: [] };
  const characters = charactersOf(raw);
  if (characters) feature.characters = characters;
  const left: NameToken[] = [];
  const initials = INITIALS.test(raw);
  let patronym = false;
  spelt.forEach((word, index) => {
    const particle = syllabic || (initials && word.length === 1) ? undefined : PARTICLES.get(word);
    const generation = index > 0 ? GENERATIONS.get(word) : undefined;
    if (particle) {
      patronym ||= particle.patronym && index > 0;
      if (particle.sex && index > 0) feature.sex ??= particle.sex;
    } else if (generation) feature.generation = generation;
    if (!generation && !TITLES.has(word)) feature.written.push(word);
    (particle || generation || TITLES.has(word) ? left : feature.tokens).push(
      wordToken(word, abjad, patronym),
    );
  });
  if (feature.tokens.length === 0) feature.tokens = left;
  return feature;
}

/** "Ig0r" is meant to be "Igor"; a word of digits alone is none. */
const withoutDigits = (word: string) =>
  /[a-z]/.test(word) ? word.replace(/\d/g, (digit) => DIGITS[digit] ?? '') : '';

/** "Abd al Rahman", "Abdul Rahman" and "Abdurrahman" are one word: the servant of the Merciful. */
function joinServants(words: string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    const article = next !== undefined && /^(al|el|ul|ur|ar|as|us|ash|ad|an|az)$/.test(next);
    const name = article ? words[i + 2] : next;
    if (/^abd([aeou]{1,2}[lrnszdt]?)?$/.test(word) && name && name.length > 2) {
      joined.push(`abdul${name}`);
      i += article ? 2 : 1;
    } else joined.push(word);
  }
  return joined;
}
