import { ARABIC } from './arabic-letters.js';

const SHADDA = '\u0651';
/** Tatweel, the vowel signs, sukun and the small alef: what table C leaves out. */
const UNSPELLED = /[\u0640\u064B-\u0650\u0652\u0670]/gu;
const TEH_MARBUTA = 'ة';

/**
 * Arabic letters in A-Z (Doc 9303-3 section 6, table C). A shadda doubles the letter that it stands on, spelling and all; teh
 * marbuta is XAH where a part of a name ends in it, else XTA. Letters that are not in the table, and other scripts, stay.
 */
export function spellArabic(text: string): string {
  const letters = [...text.normalize('NFC').replace(UNSPELLED, '')];
  return letters
    .map((letter, index) => {
      const doubled = letter === SHADDA;
      const spelled = doubled ? letters[index - 1] : letter;
      if (spelled === undefined) return '';
      if (spelled === TEH_MARBUTA) return endsPart(letters, index) ? 'XAH' : 'XTA';
      return ARABIC[spelled] ?? (doubled ? '' : spelled);
    })
    .join('');
}

const endsPart = (letters: readonly string[], index: number): boolean =>
  !/\p{L}/u.test(letters[index + 1] ?? ' ');
