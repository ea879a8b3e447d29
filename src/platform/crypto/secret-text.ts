import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Without vowels, so that no words arise by chance; A and E are the only vowels in Crockford's letters. */
export const WORDLESS = CROCKFORD.replace(/[AE]/g, '');

/** Random text over an alphabet, without bias (rejection sampling). */
export function randomText(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(length))
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
  return text;
}

/** 128 bits for machines to carry, URL-safe. */
export const randomSecret = (): string => randomBytes(16).toString('base64url');

/** What somebody typed, as the alphabet has it: upper case, no separators, O read as 0, I and L as 1. */
export const readTyped = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
