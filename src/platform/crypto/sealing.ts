import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { randomOctets } from './random-octets.js';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown where a sealed value cannot be opened: wrong key, wrong context, or changed bytes. Says nothing more. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed value could not be opened');
    this.name = 'SealBroken';
  }
}

/**
 * Encrypts bytes with AES-256-GCM (NIST SP 800-38D) under a fresh random nonce.
 * @param context what and whose it is; bound in as associated data, so that a value cannot be moved to another row
 * @returns version, nonce, tag, ciphertext
 */
export function sealBytes(key: KeyObject, context: string, plain: Buffer): Buffer {
  const iv = randomOctets(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/** Whether it was sealed as this version of the service does it, and so can be opened at all. */
export const isOfThisVersion = (sealed: Buffer): boolean => sealed[0] === VERSION;

/** @throws SealBroken */
export function openBytes(key: KeyObject, context: string, sealed: Buffer): Buffer {
  if (!isOfThisVersion(sealed) || sealed.length < 1 + IV_BYTES + TAG_BYTES) throw new SealBroken();
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** {@link sealBytes} of a value as JSON. */
export const seal = (key: KeyObject, context: string, value: unknown): Buffer =>
  sealBytes(key, context, Buffer.from(JSON.stringify(value)));

/** The value that {@link seal} sealed. @throws SealBroken */
export const open = <T>(key: KeyObject, context: string, sealed: Buffer): T =>
  JSON.parse(openBytes(key, context, sealed).toString()) as T;
