import { COGNATES } from '../spelling/cognates.js';
import { CHINESE_SURNAMES } from '../spelling/chinese-surnames.js';
import { KOREAN_NAMES } from '../spelling/korean-names.js';
import { LIGHT_WORDS } from '../spelling/light-words.js';
import { NICKNAMES } from '../spelling/nicknames.js';
import { PET_NAMES } from '../spelling/pet-names.js';
import { SHORT_NAMES } from '../spelling/short-names.js';
import type { NameToken } from './name-token.js';
import { canonical, skeletonOf, soundOf } from './sound.js';

const GROUPS = groups([...COGNATES, ...NICKNAMES, ...PET_NAMES, ...CHINESE_SURNAMES, ...KOREAN_NAMES]);

/** However they are spelt: Rena sounds as Rina. */
const BORNE_SOUNDS = new Set([...SHORT_NAMES].map((name) => soundOf(canonical(name))));

function groups(lines: string[]): Map<string, number[]> {
  const map = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const word of line.split(' ')) map.set(word, [...(map.get(word) ?? []), index]);
  });
  return map;
}

/** A letter, or what was written for one before 1972. */
const INITIAL = /^([a-z]|tj|dj|oe)$/;

const known = new Map<string, NameToken>();
const MOST_KNOWN = 200_000;

/** What is to be known of a word of a name; worked out once for each word. */
export function wordToken(text: string, abjad: boolean, patronym: boolean): NameToken {
  const key = `${text}${abjad ? '~' : ''}${patronym ? '^' : ''}`;
  const found = known.get(key);
  if (found) return found;
  const token = build(text, abjad, patronym);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, token);
  return token;
}

function build(text: string, abjad: boolean, patronym: boolean): NameToken {
  const canon = canonical(text);
  const sound = soundOf(canon);
  return {
    text,
    canon,
    sound,
    skeleton: skeletonOf(sound),
    abjad,
    initial: INITIAL.test(text),
    light: LIGHT_WORDS.has(canon),
    borne: SHORT_NAMES.has(text) || SHORT_NAMES.has(canon) || BORNE_SOUNDS.has(sound),
    patronym,
    groups: GROUPS.get(text) ?? GROUPS.get(canon) ?? [],
    letters: lettersOf(canon),
  };
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits;
}
