import type { Keyring } from '../platform/crypto/keyring.js';
import { readMrz } from '../platform/icao/mrz.js';
import type { IdentityDetails } from './person-details.js';

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

/** The numbers of somebody's papers as they are compared, each once; that of a passport before that of a card. */
export const documentNumbersOf = ({ passportNumber, passportMrz, nationalId }: Papers): string[] => {
  const told = [passportNumber, numberIn(passportMrz), nationalId].map((one) =>
    foldDocumentNumber(one ?? ''),
  );
  return [...new Set(told)].filter(Boolean);
};

type Papers = Pick<IdentityDetails, 'passportNumber' | 'passportMrz' | 'nationalId'>;

function numberIn(passportMrz: string | undefined): string | undefined {
  const reading = passportMrz === undefined ? undefined : readMrz(passportMrz);
  return reading?.ok ? reading.fields.documentNumber : undefined;
}

/** Blind indexes under which a person can be found again; compound values, so that they leak little. */
export const personIndexes = (keyring: Keyring) => ({
  name: (fullName: string, birthYear: number | undefined) =>
    keyring.blindIndex('person-name', `${foldName(fullName)}\n${birthYear ?? ''}`),
  document: (number: string) => keyring.blindIndex('person-document', foldDocumentNumber(number)),
  phone: (phone: string) => keyring.blindIndex('person-phone', phone),
});
