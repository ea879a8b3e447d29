import { printCountry, readCountry } from '../../platform/icao/country-codes.js';
import { c40Length, decodeC40, encodeC40 } from './c40.js';
import { decodeSealDate, encodeSealDate, SEAL_DATE_BYTES } from './seal-date.js';

/** Who signed which kind of document, and when (ICAO Doc 9303-13 section 2.3, table 2). */
export interface SealHeader {
  /** ISO 3166 alpha-3, or a code of Doc 9303-3 section 5. */
  issuer: string;
  /** Country (two letters) and name (two letters) of the signer: the subject of its certificate. */
  signer: string;
  /** The serial number of the signer's certificate, in upper-case hexadecimal digits. */
  certificateReference: string;
  /** `YYYY-MM-DD` */
  issuedOn: string;
  /** `YYYY-MM-DD` */
  signedOn: string;
  /** Feature definition reference and document type category, one byte each. */
  documentType: number;
}

/** Emergency travel documents: feature definition 5E, category 03 (Doc 9303-8 section 6). */
export const EMERGENCY_TRAVEL_DOCUMENT = 0x5e03;

const MAGIC = 0xdc;
const VERSION_4 = 0x03;
const BEFORE_SIGNER = 4;
/** Signer and the length of the reference: four letters and two hexadecimal digits. */
const SIGNER_CHARACTERS = 6;

/** @throws RangeError where issuer, signer or reference hold what C40 cannot */
export function encodeHeader(header: SealHeader): Buffer {
  const { signer, certificateReference: reference } = header;
  const referenceLength = reference.length.toString(16).toUpperCase().padStart(2, '0');
  return Buffer.concat([
    Buffer.of(MAGIC, VERSION_4),
    encodeC40(printCountry(header.issuer).padEnd(3, '<')),
    encodeC40(signer + referenceLength + reference),
    encodeSealDate(header.issuedOn),
    encodeSealDate(header.signedOn),
    Buffer.of(header.documentType >> 8, header.documentType & 0xff),
  ]);
}

/** @returns the header and how many bytes it takes, or null where the bytes do not begin with one of version 4 */
export function decodeHeader(bytes: Buffer): { header: SealHeader; size: number } | null {
  if (bytes[0] !== MAGIC || bytes[1] !== VERSION_4) return null;
  const opening = decodeC40(bytes.subarray(BEFORE_SIGNER, BEFORE_SIGNER + c40Length(SIGNER_CHARACTERS)));
  const lengthDigits = opening?.slice(4, SIGNER_CHARACTERS) ?? '';
  if (!/^[0-9A-F]{2}$/.test(lengthDigits)) return null;
  const dates = BEFORE_SIGNER + c40Length(SIGNER_CHARACTERS + Number.parseInt(lengthDigits, 16));
  const size = dates + 2 * SEAL_DATE_BYTES + 2;
  if (bytes.length < size) return null;

  const issuer = decodeC40(bytes.subarray(2, BEFORE_SIGNER))?.replaceAll(' ', '<') ?? '';
  const signedBy = decodeC40(bytes.subarray(BEFORE_SIGNER, dates)) ?? '';
  const issuedOn = decodeSealDate(bytes.subarray(dates));
  const signedOn = decodeSealDate(bytes.subarray(dates + SEAL_DATE_BYTES));
  const named = /^([A-Z]{4})[0-9A-F]{2}([0-9A-F]+)$/.exec(signedBy);
  if (!named || !/^[A-Z][A-Z<]{2}$/.test(issuer) || issuedOn === null || signedOn === null) return null;
  const [, signer = '', certificateReference = ''] = named;
  const documentType = bytes.readUInt16BE(size - 2);
  return {
    header: { issuer: readCountry(issuer), signer, certificateReference, issuedOn, signedOn, documentType },
    size,
  };
}
