import fc from 'fast-check';
import { randomText, WORDLESS } from '../../platform/crypto/secret-text.js';
import { isGuessable } from './guessable-password.js';

const NAMES = ['sari.contoh', 'Sari Contoh'];

describe('a password that is easy to guess', () => {
  it.each([
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'passwordpassword',
    'Password-2026-Password',
    'P@ssw0rd P@ssw0rd!',
    '123456789012345',
    '1qaz2wsx3edc4rfv',
    'qwertyuiopasdfghjkl',
    'zyxwvutsrqponmlk',
    'Administrator-2026!',
    'KBRI-Kedutaan-2026',
    'sari.contoh.123456',
    'Sari Contoh 1998 2026',
    'correcthorsebatterystaple',
    '!!!!!!!!!!!!!!!!!!',
  ])('is %s', (password) => expect(isGuessable(password, NAMES)).toBe(true));

  it.each([
    'seven quiet herons crossing',
    'tujuh bangau tenang menyeberang',
    'meja hujan 1998 kereta',
    'ទន្លេ ផ្លូវ ស្វាយ ពេលព្រឹក',
  ])('is not %s', (password) => expect(isGuessable(password, NAMES)).toBe(false));

  it('is none that was drawn', () => {
    for (let i = 0; i < 500; i++) expect(isGuessable(randomText(WORDLESS, 16), NAMES)).toBe(false);
  });

  it('stays one when it is written once more, or with other signs between', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 15, maxLength: 100, unit: 'grapheme' }), fc.nat(99), (text, at) => {
        expect(isGuessable(text + text, NAMES)).toBe(true);
        const apart = `${text.slice(0, at)}-${text.slice(at)}`;
        if (isGuessable(text, NAMES) && apart.isWellFormed()) expect(isGuessable(apart, NAMES)).toBe(true);
      }),
    );
  });
});
