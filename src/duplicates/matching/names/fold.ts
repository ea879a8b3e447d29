import anyAscii from 'any-ascii';

/** Marks that stand within a word and are no letter of it. */
const WITHIN = /['’‘ʼʻ`´"ʹʺ]/g;
/** Scripts written without blanks between syllables, which any-ascii begins with a capital each. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** Scripts that leave out vowels, in part or all. */
const ABJAD =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Ethiopic}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Sinhala}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u;

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
  return { words, abjad: !plain && ABJAD.test(text), syllabic: !plain && SYLLABIC.test(text) };
}

function transliterate(text: string): string {
  const ascii = anyAscii(text.replace(WITHIN, '').replace(/ß/g, 'ss'));
  return SYLLABIC.test(text) ? ascii.replace(/([a-z])(?=[A-Z])/g, '$1 ') : ascii;
}
