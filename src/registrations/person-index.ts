import type { Keyring } from '../platform/crypto/keyring.js';

/** A name for comparison: without case and diacritics, its parts in alphabetical order. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/** Letters and digits only, upper case. */
export const foldDocumentNumber = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Blind indexes under which a person can be found again; compound values, so that they leak little. */
export const personIndexes = (keyring: Keyring) => ({
  name: (fullName: string, birthYear: number | undefined) =>
    keyring.blindIndex('person-name', `${foldName(fullName)}\n${birthYear ?? ''}`),
  document: (number: string) => keyring.blindIndex('person-document', foldDocumentNumber(number)),
  phone: (phone: string) => keyring.blindIndex('person-phone', phone),
});
