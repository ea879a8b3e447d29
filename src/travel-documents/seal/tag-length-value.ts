/** One feature of a seal, or its signature: a tag of one byte and bytes. */
export interface Element {
  tag: number;
  value: Buffer;
}

/** Tag, length as in DER (ITU-T X.690 section 8.1.3), value. Values up to 16,777,215 bytes: revocation lists are long. */
export function encodeElement({ tag, value }: Element): Buffer {
  return Buffer.concat([Buffer.of(tag, ...lengthBytes(value.length)), value]);
}

/** @returns the elements that fill the bytes exactly, or null where a length is cut off or not the shortest */
export function decodeElements(bytes: Buffer): Element[] | null {
  const elements: Element[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const header = headerOf(rest);
    if (!header || rest.length < header.size + header.length) return null;
    const end = header.size + header.length;
    elements.push({ tag: rest[0] ?? 0, value: rest.subarray(header.size, end) });
    rest = rest.subarray(end);
  }
  return elements;
}

function headerOf(bytes: Buffer): { size: number; length: number } | null {
  const first = bytes[1];
  if (first === undefined) return null;
  if (first < 0x80) return { size: 2, length: first };
  const count = first - 0x80;
  if (count < 1 || count > 3 || bytes.length < 2 + count) return null;
  const length = bytes.readUIntBE(2, count);
  return lengthBytes(length).length === 1 + count ? { size: 2 + count, length } : null;
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = [length >> 16, (length >> 8) & 0xff, length & 0xff];
  const shortest = bytes.slice(bytes.findIndex((byte) => byte !== 0));
  return [0x80 + shortest.length, ...shortest];
}
