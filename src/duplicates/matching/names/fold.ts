import anyAscii from 'any-ascii';

/** Marks that stand within a word and are no letter of it. */
const WITHIN = /['’‘ʼʻ`´"ʹʺ]/g;
/** Scripts written without blanks between syllables, which any-ascii begins with a capital each. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** Scripts that leave out vowels, in part or all. */
const ABJAD =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Ethiopic}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Sinhala}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u;

/** "Abd al-" is one word with what follows; the article before other words is written with them and is no letter of theirs. */
const ARABIC_SERVANT = /عبد\s*ال/g;
const ARABIC_ARTICLE = /(?<!\p{L})ال(?=\p{L}{2})/gu;

/** Thai writes these vowels before the consonant that they follow. */
const THAI_VOWEL_FIRST = /([\u0e40-\u0e44])([\u0e01-\u0e2e])/g;

export interface Folded {
  words: string[];
  /** Written in a script that leaves out vowels: only its consonants can be compared. */
  abjad: boolean;
  /** Written by syllables: no word of it is a particle of another language. */
  syllabic: boolean;
}

/** Any script to lower-case ASCII words. */
export function fold(raw: string): Folded {
  const text = raw
    .normalize('NFC')
    .replace(ARABIC_SERVANT, 'عبدال')
    .replace(ARABIC_ARTICLE, '')
    .replace(THAI_VOWEL_FIRST, '$2$1');
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
  return SYLLABIC.test(text) ? ascii.replace(/(?<=[a-zA-Z])(?=[A-Z])/g, ' ') : ascii;
}
