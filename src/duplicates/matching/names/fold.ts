import anyAscii from 'any-ascii';
import { latinLetters } from './scripts/latin-letters.js';

/** Marks that stand within a word and are no letter of it. */
const WITHIN = /['’‘ʼʻ`´"ʹʺ]/g;
/** Scripts written without blanks between syllables. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Myanmar}]/u;
/** Of these, those which any-ascii begins with a capital each. */
const CAPITALS = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** Scripts that leave out vowels, in part or all. */
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Khmer}\p{Script=Ethiopic}]/u;
/** A name of another language, in the letters of Japanese: its words are told apart by a dot. */
const FOREIGN_TO_JAPAN = /\p{Script=Katakana}[・･=＝]\p{Script=Katakana}/u;
/** Signs that stand for no letter: any-ascii would say what they show. */
const PICTURES = /[\p{Extended_Pictographic}\p{So}]/gu;

export interface Folded {
  words: string[];
  /** Written in a script that leaves out vowels: only its consonants can be compared. */
  abjad: boolean;
  /** Written by syllables: no word of it is a particle of another language. */
  syllabic: boolean;
}

/** Any script to lower-case ASCII words. */
export function fold(raw: string): Folded {
  const text = raw.normalize('NFC');
  const plain = /^[\x00-\x7f]*$/.test(text);
  const ascii = plain ? text : transliterate(text);
  const words = ascii
    .toLowerCase()
    .replace(
      /\b([ads])\/([lpo])\b/g,
      (_, kind: string, of: string) =>
        ({ l: ' bin ', p: ' binti ' })[of] ?? (kind === 's' ? ' bin ' : ' binti '),
    )
    .replace(WITHIN, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return {
    words,
    abjad: !plain && (ABJAD.test(text) || FOREIGN_TO_JAPAN.test(text)),
    syllabic: !plain && SYLLABIC.test(text),
  };
}

function transliterate(text: string): string {
  const ascii = anyAscii(latinLetters(text.replace(WITHIN, '').replace(PICTURES, ' ')));
  return CAPITALS.test(text) ? ascii.replace(/(?<=[a-zA-Z])(?=[A-Z])/g, ' ') : ascii;
}
