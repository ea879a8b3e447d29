import { c40Length, decodeC40, encodeC40 } from './c40.js';
import { decodeHeader, encodeHeader, type SealHeader } from './seal-header.js';
import { decodeElements, encodeElement } from './tag-length-value.js';

/** The two printed lines of a TD2 machine-readable zone, 36 characters each. */
export type PrintedLines = readonly [string, string];

/** A visible digital seal, taken apart (ICAO Doc 9303-13 section 2). */
export interface Seal {
  header: SealHeader;
  /** Null where the seal has no machine-readable zone of TD2, as seals of other kinds of documents. */
  lines: PrintedLines | null;
  /** Tags of features that Doc 9303-8 does not define for emergency travel documents. */
  unknownTags: readonly number[];
  /** Header and message: what was signed. */
  signed: Buffer;
  /** r and s, each as long as the curve's order. */
  signature: Buffer;
}

const MRZ_TAG = 0x02;
const SIGNATURE_TAG = 0xff;
const LINE = 36;

/** The bytes to sign: header and message. */
export function encodeSigned(header: SealHeader, lines: PrintedLines): Buffer {
  return Buffer.concat([
    encodeHeader(header),
    encodeElement({ tag: MRZ_TAG, value: encodeC40(lines.join('')) }),
  ]);
}

/** @param signature r and s (IEEE P1363), over `signed` */
export const encodeSeal = (signed: Buffer, signature: Buffer): Buffer =>
  Buffer.concat([signed, encodeElement({ tag: SIGNATURE_TAG, value: signature })]);

/** @returns null where the bytes have not the form of a seal of version 4 */
export function decodeSeal(bytes: Buffer): Seal | null {
  const opening = decodeHeader(bytes);
  const elements = opening && decodeElements(bytes.subarray(opening.size));
  const last = elements?.at(-1);
  if (!opening || !elements || last?.tag !== SIGNATURE_TAG) return null;
  const features = elements.slice(0, -1);
  const tags = features.map((feature) => feature.tag);
  if (tags.includes(SIGNATURE_TAG) || new Set(tags).size < tags.length) return null;
  const mrz = features.find((feature) => feature.tag === MRZ_TAG);
  return {
    header: opening.header,
    lines: mrz ? decodeLines(mrz.value) : null,
    unknownTags: tags.filter((tag) => tag !== MRZ_TAG),
    signed: bytes.subarray(0, bytes.length - encodeElement(last).length),
    signature: last.value,
  };
}

function decodeLines(value: Buffer): PrintedLines | null {
  if (value.length !== c40Length(2 * LINE)) return null;
  const text = decodeC40(value)?.replaceAll(' ', '<');
  return text?.length === 2 * LINE ? [text.slice(0, LINE), text.slice(LINE)] : null;
}
