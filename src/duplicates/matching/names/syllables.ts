import type { SpellingRule } from '../spelling/spelling-rule.js';
import type { NameToken } from './name-token.js';

/** A word of one syllable, as Chinese, Vietnamese, Korean, Burmese and Khmer names are written word by word. */
const SYLLABLE =
  /^(ngh?|nh|th|tr|ph|kh|gh|gi|qu|ch|sh|zh|hs|ts|tz|ky|gy|hl|ht|hm|my|ny|hk|by|py|ph?y|[bcdfghjklmnpqrstvwxyz])?[aeiouy]{1,3}(ng|nh|nn|ch|rk|[nmctpkhrwylgbd])?$/;
/** Two syllables of pinyin or Wade-Giles written as one word: Xiaoming. */
const PINYIN =
  '(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh|hs|ts)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|er|i|ia|ie|ieh|iao|iu|ian|ien|in|iang|ing|iong|ong|ung|u|ua|uo|uai|ui|uan|un|uang|ue|ueh|uen)';
const TWO = new RegExp(`^(?:${PINYIN}){2}$`);

/** What one syllable is written as: the systems of romanisation agree in little more. */
const ROMANISATION: SpellingRule[] = [
  [/^hs/, 'x'],
  [/^(?:ts|tz)/, 'z'],
  [/^(?:zh|ch|j|q|gy|ky)/, 'c'],
  [/^(?:ph|b)/, 'p'],
  [/^(?:th|d|ht)/, 't'],
  [/^(?:kh|g)(?!h)/, 'k'],
  [/^hl/, 'l'],
  [/rk$|(?<!n)g$/, 'k'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/ea$/, 'ia'],
  [/eo|ŏ/, 'o'],
  [/eu/, 'u'],
  [/oung$|oong$|ung$/, 'ong'],
  [/oo/, 'u'],
  [/ee/, 'i'],
  [/ow$/, 'au'],
  [/(?<=i)e(?=n)/, 'a'],
  [/(?<=[aeiou])h$/, ''],
  [/y(?![aeiou])/, 'i'],
  [/uo$/, 'o'],
  [/(.)\1/, '$1'],
];

/** Names of which each word is one syllable, or some are two: each other syllable is another name. */
export const isSyllabic = (tokens: NameToken[]): boolean =>
  tokens.length > 1 &&
  tokens.every(({ text, abjad }) => !abjad && (SYLLABLE.test(text) || TWO.test(text))) &&
  tokens.some(({ text }) => SYLLABLE.test(text));

/** Whether two such names are written alike in one of the systems of romanisation; either may begin with the family name. */
export function sameSyllables(as: NameToken[], bs: NameToken[]): boolean {
  const telling = (tokens: NameToken[]) => tokens.filter(({ light }) => !light);
  for (const [a, b] of [
    [as, bs],
    [telling(as), telling(bs)],
  ] as const)
    for (let turn = 0; turn < b.length; turn++)
      if (a.length > 1 && alike(a, [...b.slice(turn), ...b.slice(0, turn)])) return true;
  return false;
}

function alike(as: NameToken[], bs: NameToken[]): boolean {
  if (as.length === bs.length) return as.every((a, i) => oneWord(a, bs[i]!));
  const [family, other] = [as[0]!, bs[0]!];
  const rest = (tokens: NameToken[]) => tokens.slice(1).map(({ text }) => text);
  return oneWord(family, other) && written(rest(as)) === written(rest(bs));
}

const oneWord = (a: NameToken, b: NameToken) =>
  a.text === b.text ||
  a.groups.some((group) => b.groups.includes(group)) ||
  written([a.text]) === written([b.text]);

/** Xiaolong, Hsiao Lung. */
const written = (words: string[]): string => words.flatMap(cut).map(romanised).join('');

const cut = (word: string): string[] => {
  if (SYLLABLE.test(word)) return [word];
  const two = new RegExp(`^(${PINYIN})(${PINYIN})$`).exec(word);
  return two ? [two[1]!, two[2]!] : [word];
};

const romanised = (syllable: string): string =>
  ROMANISATION.reduce((text, [what, by]) => text.replace(what, by), syllable);
