import type { Keyring } from '../../platform/crypto/keyring.js';
import { inFours, randomText, readTyped, WORDLESS } from '../../platform/crypto/secret-text.js';

export const CODE_HOURS = 24;

/** To be read aloud: two groups of four, 39 bits, without letters that look alike. Guesses are few. */
export const newHolderCode = (): string => inFours(randomText(WORDLESS, 8));

/** What is stored of it, however it was typed. */
export const holderCodeIndex = (keyring: Keyring, typed: string): Buffer =>
  keyring.blindIndex('holder-code', readTyped(typed));
