import { isApostrophe } from '../../platform/icao/mrz-name.js';
import { transliterate } from '../../platform/icao/transliteration.js';

/**
 * A text in letters that a typeface has, so that no empty box stands on a sheet: a letter without one is set as its base
 * and the marks that there are, else as the foot of the sheet spells it; other signs are left out.
 * @param has whether the typeface has a shape for a code point
 */
export const inType = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC')].map((character) => nearest(character, has)).join('');

function nearest(character: string, has: (codePoint: number) => boolean): string {
  const inFace = (text: string) => [...text].every((part) => has(part.codePointAt(0) ?? 0));
  if (character === 'ʻ') return '‘'; // both stand far from their neighbours in our type
  if (character === 'ʼ') return '’';
  if (inFace(character)) return character;
  if (isApostrophe(character)) return '’';
  if (/\p{M}/u.test(character)) return '';
  const parts = [...character.normalize('NFD')].filter((part) => inFace(part)).join('');
  if (/^\p{L}/u.test(parts)) return parts;
  const spelled = transliterate(character);
  return inFace(spelled) ? spelled : '';
}
