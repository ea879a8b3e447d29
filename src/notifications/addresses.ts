import type { Keyring } from '../platform/crypto/keyring.js';

/** A phone number or an e-mail address in the one form that is compared. */
export const plainAddress = (address: string): string =>
  address.includes('@')
    ? address.trim().toLowerCase()
    : `+${address.replace(/^\s*00/, '').replace(/\D/g, '')}`;

/** By which an answer finds the message that it answers; the address cannot be read back. */
export const addressIndex = (keyring: Keyring, address: string): Buffer =>
  keyring.blindIndex('message-address', plainAddress(address));

/** Enough for staff to see that something went somewhere: the last three digits, or the first letter. */
export const maskAddress = (address: string): string =>
  address.includes('@') ? `${[...address][0] ?? ''}•••@•••` : `•••${address.replace(/\D/g, '').slice(-3)}`;
