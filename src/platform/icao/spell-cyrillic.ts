import { CYRILLIC, CYRILLIC_OF } from './cyrillic-letters.js';

/**
 * Cyrillic letters in A-Z (Doc 9303-3 section 6, table B). Letters that are not in the table, and other scripts, stay.
 * @param issuer ISO 3166 alpha-3 of the issuing state, on which some letters depend
 */
export function spellCyrillic(text: string, issuer?: string): string {
  const state = CYRILLIC_OF[issuer ?? ''];
  const letters = [...text.normalize('NFC')];
  return letters
    .map((letter, index) => {
      const capital = letter.toUpperCase();
      const first = !/[\p{L}'’ʼ]/u.test(letters[index - 1] ?? ' ');
      return (
        (first ? state?.first?.[capital] : undefined) ??
        state?.anywhere[capital] ??
        CYRILLIC[capital] ??
        letter
      );
    })
    .join('');
}
