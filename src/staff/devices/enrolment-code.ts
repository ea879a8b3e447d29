import type { Keyring } from '../../platform/crypto/keyring.js';
import { readTyped } from '../../platform/crypto/secret-text.js';

/** What is stored of a device's one-time code, however it was typed. */
export const enrolmentSecret = (keyring: Keyring, typed: string): Buffer =>
  keyring.blindIndex('device-enrolment', readTyped(typed));
