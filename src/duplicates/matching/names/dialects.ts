import { DIALECT_BEGINNINGS, DIALECT_ENDS } from '../spelling/chinese-dialects.js';
import type { SpellingRule } from '../spelling/spelling-rule.js';

const MANDARIN = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv][a-z]*)$/;
const SOUTHERN = /^(ng|gw|kw|hw|hs|ts|tz|ch|sh|[bcdfghjklmnprstvwy])?([aeiouy]+[a-z]*)$/;
/** Pinyin leaves out what its spelling of an end implies. */
const ENDS_IN_FULL: SpellingRule[] = [
  [/^ya$/, 'yia'],
  [/^yao$/, 'yiao'],
  [/^you$/, 'yiu'],
  [/^yan$/, 'yian'],
  [/^yang$/, 'yiang'],
  [/^ye$/, 'yie'],
  [/^yong$/, 'yiong'],
  [/^([yjqx])uan$/, '$1uan'],
  [/^([yjqx])u$/, '$1v'],
  [/^wa$/, 'wua'],
  [/^wo$/, 'wuo'],
  [/^wei$/, 'wui'],
  [/^wan$/, 'wuan'],
  [/^wen$/, 'wun'],
  [/^wang$/, 'wuang'],
];

const has = (list: string | undefined, sound: string) => list?.split(' ').includes(sound) ?? false;

/** Jian and Kin: whether one syllable of Mandarin may be the other of a southern language. */
export function isHeardAs(mandarin: string, southern: string): boolean {
  const full = ENDS_IN_FULL.reduce((text, [what, by]) => text.replace(what, by), mandarin);
  const [, beginning = '', end = ''] = MANDARIN.exec(full) ?? [];
  const [, first = '', rest = ''] = SOUTHERN.exec(southern) ?? [];
  return has(DIALECT_BEGINNINGS[beginning], first) && has(DIALECT_ENDS[end], rest.replace(/h$/, ''));
}

const OPEN = 'a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang';
const PINYIN = new RegExp(
  `^(?:(?:[zcs]h?|r)(?:i|${OPEN})|[gkh](?:${OPEN})|[jqx](?:ia?|i?e|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)` +
    '|[bpmf](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)' +
    `|[dtnl](?:i|ia|ie|iao|iu|ian|in|iang|ing|v|ue|${OPEN})|ai?|ei?|an|en|ang|ao|ou|er` +
    '|y(?:a|ao|e|ou|an|ang|i|in|ing|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u))$',
);

/**
 * Whether a name in pinyin, without its family name, may be the other, which is no pinyin (or follows another spelling of the
 * family name).
 */
export const inDialect = (mandarin: string[], southern: string[], otherFamily: boolean): boolean =>
  mandarin.length === southern.length &&
  mandarin.every((word) => PINYIN.test(word)) &&
  (otherFamily || !southern.every((word) => PINYIN.test(word))) &&
  mandarin.every((word, index) => word === southern[index] || isHeardAs(word, southern[index]!));
