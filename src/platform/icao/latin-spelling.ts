import { spellArabic } from './spell-arabic.js';
import { spellCyrillic } from './spell-cyrillic.js';

const LATIN_ALONE = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether a text has Latin letters alone, with whatever marks. */
export const isLatin = (text: string): boolean => LATIN_ALONE.test(text);

/**
 * A name or place as the visible zone must show it (Doc 9303-3 section 3.1: in Latin characters). Latin letters keep their
 * marks; Cyrillic and Arabic ones are spelled by section 6, so that both zones say the same. There is no table for other
 * scripts: their letters stay, and {@link isLatin} says no.
 * @param issuer ISO 3166 alpha-3 of the issuing state
 */
export function latinSpelling(text: string, issuer?: string): string {
  const plain = text.replace(OTHER_FORMS, (form) => form.normalize('NFKC'));
  return isLatin(plain) ? plain : spellArabic(spellCyrillic(plain, issuer)).replace(/\p{Cf}/gu, '');
}

/** Letters that are others in another form: of full width, as keyboards of East Asia type them, and two in one (Ǆ). */
const OTHER_FORMS = /[\uff21-\uff3a\uff41-\uff5a\u01c4-\u01cc\u01f1-\u01f3]/g;
