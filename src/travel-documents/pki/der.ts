import { encodeElement } from '../seal/tag-length-value.js';

/** Building blocks of the Distinguished Encoding Rules (ITU-T X.690). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

export const der = (tag: number, ...content: Buffer[]): Buffer =>
  encodeElement({ tag, value: Buffer.concat(content) });

export const sequence = (...content: Buffer[]): Buffer => der(TAG.sequence, ...content);

/** SET OF: the elements stand in the order of their bytes. */
export const setOf = (...content: Buffer[]): Buffer =>
  der(TAG.set, ...content.toSorted((a, b) => a.compare(b)));

export const octets = (bytes: Buffer): Buffer => der(TAG.octetString, bytes);

/** A signature: its bytes are whole, no bit is left over. */
export const bitString = (bytes: Buffer): Buffer => der(TAG.bitString, Buffer.of(0), bytes);

/** A moment, to the second, as certificates have it (RFC 5280 section 4.1.2.5): two digits of the year until 2049. */
export function time(moment: Date): Buffer {
  const digits = `${moment.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return digits < '2050'
    ? der(TAG.utcTime, Buffer.from(digits.slice(2), 'ascii'))
    : der(TAG.generalizedTime, Buffer.from(digits, 'ascii'));
}

/** @param bytes a number without sign, most significant byte first */
export function unsignedInteger(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = first < 0 ? Buffer.of(0) : bytes.subarray(first);
  return der(TAG.integer, (shortest[0] ?? 0) < 0x80 ? shortest : Buffer.concat([Buffer.of(0), shortest]));
}

/** @param dotted `1.2.840.113549.1.7.2` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.objectIdentifier, Buffer.from([40 * first + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const bytes = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
