import { WORDLESS } from '../platform/crypto/alphabets.js';

/** How many random characters a reference has. */
export const REFERENCE_BODY = 8;

/**
 * A case reference such as `PNH-7K3M-Q2XD-5`: the post, eight random characters without vowels, and a check character
 * (Luhn mod 30) that catches every single wrong character and nearly every swapped pair. An address, never a credential.
 * Knows no source of chance: kiosks make references too.
 */
export const referenceWith = (postCode: string, body: string): string =>
  `${postCode}-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}`;

/** Luhn's formula in base 30, as `referenceWith` says. */
export function checkCharacter(body: string): string {
  const base = WORDLESS.length;
  let sum = 0;
  [...body].reverse().forEach((character, position) => {
    const weighted = WORDLESS.indexOf(character) * (position % 2 === 0 ? 2 : 1);
    sum += Math.floor(weighted / base) + (weighted % base);
  });
  return WORDLESS[(base - (sum % base)) % base]!;
}
