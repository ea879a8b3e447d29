import { WORDLESS } from '../../platform/crypto/alphabets.js';
import { latinDigits } from '../../platform/i18n/latin-digits.js';

/** No longer than what fits where an access code is typed. */
export const LONGEST_HELP_WORD = 30;
const FEWEST_LETTERS = 4;
/** Ten characters, or a post's three letters and nine: what codes and references look like, right or wrong. */
const CODE_LIKE = new RegExp(`^([a-z]{3})?[${WORDLESS.toLowerCase()}oil]{9,10}$`);

/** However it is typed: letters of one form and case, digits of any script, no spaces and no hyphens. Runs in kiosks too. */
export const foldedHelpWord = (typed: string): string =>
  latinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/**
 * Whether a word can be a help word: some letters long, so that nobody types it by chance, and nothing that looks like an
 * access code or a reference, so that it can never be one of the person's own.
 */
export function isHelpWord(typed: string): boolean {
  const folded = foldedHelpWord(typed);
  const letters = folded.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  return letters >= FEWEST_LETTERS && !CODE_LIKE.test(folded);
}
