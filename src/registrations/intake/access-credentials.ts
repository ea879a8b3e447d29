import type { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret, randomText, readTyped, WORDLESS } from '../../platform/crypto/secret-text.js';
import { foldedHelpWord } from '../duress/help-word.js';

const CODE_LENGTH = 10;

/** What a person shows to prove that a registration is theirs: a secret in the QR code, or a code to type. */
export interface AccessCredentials {
  accessSecret: string;
  accessCode: string;
}

export const newAccessCredentials = (): AccessCredentials => ({
  accessSecret: randomSecret(),
  accessCode: newAccessCode(),
});

/** To be typed: in two halves, so that it is read well. */
export function newAccessCode(): string {
  const code = randomText(WORDLESS, CODE_LENGTH);
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What is stored of them. Code and help word are bound to the reference: the same ones elsewhere open nothing. */
export const accessIndexes = (keyring: Keyring) => ({
  secret: (accessSecret: string) => keyring.blindIndex('access-secret', accessSecret),
  code: (reference: string, accessCode: string) =>
    keyring.blindIndex('access-code', `${reference}\n${readTyped(accessCode)}`),
  helpWord: (reference: string, helpWord: string) =>
    keyring.blindIndex('help-word', `${reference}\n${foldedHelpWord(helpWord)}`),
});
