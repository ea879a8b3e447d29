import type { SpellingRule } from '../spelling/spelling-rule.js';
import { inDialect } from './dialects.js';
import type { NameToken } from './name-token.js';
import { wordToken } from './word-token.js';

/** A word of one syllable, as Chinese, Vietnamese, Korean, Burmese and Khmer names are written word by word. */
const SYLLABLE =
  /^(ngh?|kw|gw|hw|nh|th|tr|ph|kh|gh|gi|qu|ch|sh|zh|hs|ts|tz|ky|gy|hl|ht|hm|my|ny|hk|by|py|ph?y|[bcdfghjklmnpqrstvwxyz])?[aeiouy]{1,3}(ng|nh|nn|ch|rk|[nmctpkhrwylgbd])?$/;
/** Two syllables of pinyin or Wade-Giles written as one word: Xiaoming. */
const PINYIN =
  '(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh|hs|ts)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|er|i|ia|ie|ieh|iao|iu|ian|ien|in|iang|ing|iong|ong|ung|u|ua|uo|uai|ui|uan|un|uang|ue|ueh|uen)';
/** Two of Korean, by what only Korean has: Hyeonu, Myungbak. */
const KOREAN =
  '(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjklmnprst])?(?:yeo|yae|wae|woo|eo|eu|ae|oe|oo|ou|ee|wa|wo|we|wi|ui|ya|ye|yo|yu|[aeiou])(?:ng|[nmlrkgtpb])?';
const KOREAN_TWO = new RegExp(`^(?=.*(?:eo|eu|ae|oo|ui|ye|yo|yu|wo))(${KOREAN})(${KOREAN})$`);
const TWO = new RegExp(`^(${PINYIN})(${PINYIN})$`);

/** What one syllable is written as: the systems of romanisation agree in little more. */
const ROMANISATION: SpellingRule[] = [
  [/^ing$/, 'ying'],
  [/^woo$|^wu$/, 'u'],
  [/(?<=[hj])ui$/, 'i'],
  [/eou/, 'iu'],
  [/^hs/, 'x'],
  [/^(?:ts|tz)/, 'z'],
  [/^(?:zh|ch|j|q|gy|ky)/, 'c'],
  [/^(?:ph|b)/, 'p'],
  [/^(?:th|d|ht)/, 't'],
  [/^(?:kh|g)(?!h)/, 'k'],
  [/^hl/, 'l'],
  [/ar$/, 'a'],
  [/oe$/, 'o'],
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
  tokens.every(
    ({ text, abjad }) => !abjad && (SYLLABLE.test(text) || TWO.test(text) || KOREAN_TWO.test(text)),
  ) &&
  tokens.some(({ text }) => SYLLABLE.test(text));

/** Whether two such names are written alike in one of the systems of romanisation; either may begin with the family name. */
export function sameSyllables(as: NameToken[], bs: NameToken[]): boolean {
  const telling = (tokens: NameToken[]) => tokens.filter(({ light }) => !light);
  const withoutMiddle = (tokens: NameToken[]) => tokens.filter(({ text }) => !/^(?:thi|van)$/.test(text));
  for (const [a, b] of [
    [as, bs],
    [telling(as), telling(bs)],
    [withoutMiddle(as), withoutMiddle(bs)],
  ] as const)
    for (let turn = 0; turn < b.length; turn++)
      if (a.length > 1 && alike(a, [...b.slice(turn), ...b.slice(0, turn)])) return true;
  return false;
}

function alike(as: NameToken[], bs: NameToken[]): boolean {
  const [ones, others] = [syllablesOf(as), syllablesOf(bs)];
  const alikeInLength = ones.length === others.length;
  if (alikeInLength && ones.every((one, i) => oneSyllable(one, others[i]!))) return true;
  if (as.length !== bs.length || ones.length > as.length || others.length > bs.length) {
    // Xiaolong and Hsiao Lung; a syllable may be cut in two places, so the letters count as well
    const [family, other] = [as[0]!, bs[0]!];
    if (!oneSyllable(family.text, other.text)) return false;
    if (written(ones.slice(1)) === written(others.slice(1))) return true;
  }
  return (
    alikeInLength && ones.length > 2 && oneSyllable(ones[0]!, others[0]!) && eitherInDialect(ones, others)
  );
}

function eitherInDialect([family, ...a]: string[], [other, ...b]: string[]): boolean {
  return inDialect(a, b, family !== other) || inDialect(b, a, family !== other);
}

const oneSyllable = (a: string, b: string): boolean =>
  a === b ||
  romanised(a) === romanised(b) ||
  shareGroup(wordToken(a, false, false), wordToken(b, false, false));

const shareGroup = (a: NameToken, b: NameToken) => a.groups.some((group) => b.groups.includes(group));

const written = (syllables: string[]): string => syllables.map(romanised).join('');

export const syllablesOf = (tokens: NameToken[]): string[] => tokens.flatMap(({ text }) => cut(text));

function cut(word: string): string[] {
  if (SYLLABLE.test(word)) return [word];
  const two = TWO.exec(word) ?? KOREAN_TWO.exec(word);
  return two ? [two[1]!, two[2]!] : [word];
}

const romanised = (syllable: string): string =>
  ROMANISATION.reduce((text, [what, by]) => text.replace(what, by), syllable);
