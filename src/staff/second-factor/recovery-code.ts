import { inFours, randomText, readTyped, WORDLESS } from '../../platform/crypto/secret-text.js';

export const RECOVERY_CODES = 10;
const LENGTH = 12;

/** Ten codes to print, each of 58 bits in three groups, without letters that look alike. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => inFours(randomText(WORDLESS, LENGTH)));

/** A code as it is hashed, however its groups and letters were typed; nothing where it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = readTyped(typed);
  return code.length === LENGTH && [...code].every((letter) => WORDLESS.includes(letter)) ? code : undefined;
}
