import anyAscii from 'any-ascii';
import { JAPANESE_CHARACTERS } from '../spelling/japanese-characters.js';
import type { SpellingRule } from '../spelling/spelling-rule.js';

/** Within a name a consonant may be voiced: Kawa in Tokugawa. */
const VOICED: SpellingRule[] = [
  [/^(?:sh|ch|ts)/, 'j'],
  [/^k/, 'g'],
  [/^s/, 'z'],
  [/^t/, 'd'],
  [/^[hf]/, 'b'],
];
/** Long vowels, and sounds that the systems of Hepburn, Kunrei and the passports write otherwise. */
const PLAIN: SpellingRule[] = [
  [/ou|oo|oh(?![aiueoy])/g, 'o'],
  [/uu/g, 'u'],
  [/m(?=[bpm])/g, 'n'],
  [/sy/g, 'sh'],
  [/ty/g, 'ch'],
  [/zy|dj/g, 'j'],
  [/(?<![a-z])hu|(?<=[aiueon])hu/g, 'fu'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/zi|di/g, 'ji'],
  [/dzu|du|zu/g, 'zu'],
];

const plain = (latin: string): string => PLAIN.reduce((text, [what, by]) => text.replace(what, by), latin);

/** No name has more characters; a longer one could be read in too many ways to try. */
const LONGEST = 10;

const CHARACTERS = /^(?=.*\p{Script=Han})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々\s・]+$/u;

/** The characters of a name of nothing else. */
export const charactersOf = (raw: string): string | undefined =>
  CHARACTERS.test(raw) ? raw.normalize('NFKC').replace(/[\s・]/g, '') : undefined;

/** Whether a name in characters can be read so in Japanese; the words of the other may stand in either order. */
export function isReadAs(characters: string, words: string[]): boolean {
  const readings = [...characters].map((character, index, all) =>
    readingsOf(character === '々' ? (all[index - 1] ?? '') : character),
  );
  if (readings.length < 2 || readings.length > LONGEST || readings.some((ways) => !ways)) return false;
  const pattern = readings.map((ways, index) => {
    const said = ways!.flatMap((way) => (index === 0 ? [way] : [way, voiced(way)]));
    return `(?:${said.map(plain).join('|')})`;
  });
  const whole = new RegExp(`^${pattern.join('')}$`);
  return [words, [...words.slice(1), ...words.slice(0, 1)]].some((order) =>
    whole.test(plain(order.join(''))),
  );
}

const readingsOf = (character: string): string[] | undefined =>
  /\p{Script=Han}/u.test(character)
    ? JAPANESE_CHARACTERS.get(character)
    : [anyAscii(character).toLowerCase()];

const voiced = (way: string): string => {
  const rule = VOICED.find(([what]) => what.test(way));
  return rule ? way.replace(rule[0], rule[1]) : way;
};
