import { decodeElements } from '../seal/tag-length-value.js';
import { der, setOf, TAG, unsignedInteger } from './der.js';
import type { Lifetime } from './lifetimes.js';
import { Extension } from './x509.js';

/** Object identifiers of Doc 9303-12 section 7.1 and RFC 5280. */
export const SEAL_SIGNER_USAGE = '2.23.136.1.1.11.1';
export const DOCUMENT_TYPE_LIST = '2.23.136.1.1.6.2';
const PRIVATE_KEY_USAGE_PERIOD = '2.5.29.16';
const CRL_NUMBER = '2.5.29.20';

const NOT_BEFORE = 0x80;
const NOT_AFTER = 0x81;

/** Which documents a signer may sign: SEQUENCE { version 0, SET OF PrintableString }. */
export function documentTypeList(codes: readonly string[]): Extension {
  const names = codes.map((code) => der(TAG.printableString, Buffer.from(code, 'ascii')));
  return new Extension(
    DOCUMENT_TYPE_LIST,
    false,
    der(TAG.sequence, unsignedInteger(Buffer.of(0)), setOf(...names)),
  );
}

/** The document codes in the value of a {@link documentTypeList}, or null where it is none. */
export function readDocumentTypes(value: Buffer): string[] | null {
  const [sequence] = decodeElements(value) ?? [];
  const set = sequence && decodeElements(sequence.value)?.at(1);
  if (sequence?.tag !== TAG.sequence || set?.tag !== TAG.set) return null;
  return decodeElements(set.value)?.map((name) => name.value.toString('ascii')) ?? null;
}

export const privateKeyUsagePeriod = ({ from, keyUntil }: Lifetime): Extension =>
  new Extension(
    PRIVATE_KEY_USAGE_PERIOD,
    false,
    der(TAG.sequence, der(NOT_BEFORE, generalizedTime(from)), der(NOT_AFTER, generalizedTime(keyUntil))),
  );

/** @param number from 0, growing with each list */
export function crlNumber(number: number): Extension {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return new Extension(CRL_NUMBER, false, unsignedInteger(bytes));
}

/** `YYYYMMDDHHMMSSZ` */
const generalizedTime = (moment: Date): Buffer =>
  Buffer.from(`${moment.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`, 'ascii');
