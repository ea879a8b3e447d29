import { latinDigits } from '../i18n/latin-digits.js';
import { randomOctets } from './random-octets.js';

export { WORDLESS } from './alphabets.js';

/** Random text over an alphabet, without bias (rejection sampling). */
export function randomText(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of randomOctets(length))
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
  return text;
}

/** Text in groups of four with hyphens between them, so that it is read and typed well; {@link readTyped} takes them out again. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1-');

/** 128 bits for machines to carry, URL-safe. */
export const randomSecret = (): string => randomOctets(16).toString('base64url');

/** What somebody typed, as the alphabet has it: digits of any script as Latin ones, upper case, no separators, O read as 0, I and L as 1. */
export const readTyped = (text: string): string =>
  latinDigits(text).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
