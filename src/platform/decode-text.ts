export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Bytes that Windows-1252 leaves open, and controls that no list has. */
const NOT_WINDOWS = /[\u0081\u008d\u008f\u0090\u009d\u0000-\u0008\u000e-\u001f]/u;
/**
 * What no name has: a sign within or behind a word, or a large letter behind a small one. Such text is of the code page of DOS or
 * of old Macintoshes, which spreadsheets still offer: "André" comes out as "Andr‚" or "AndrŽ".
 */
const NOT_IN_A_WORD = /\p{L}(?:[‚ƒ„‡ˆ‰‹˜¤¡¿¨]|[†•¢£¥]\p{L})|\p{Ll}[ŽŠŒŸ]/u;
/** Letters outside ASCII; where these are most, the text is of another code page and every name would be wrong. */
const MOST_FOREIGN = 0.3;

/**
 * Text of a file in one of the encodings that spreadsheets save: told by its byte order mark, by the zeros of UTF-16, by
 * being well-formed UTF-8, and Windows-1252 otherwise.
 * @returns nothing where it is none of them, rather than guessing at people's names
 */
export function decodeText(bytes: Buffer): DecodedText | undefined {
  const wide = utf16(bytes);
  if (wide) return decoded(bytes, wide);
  const plain = decoded(bytes, 'utf-8');
  if (plain) return plain.text.includes('\0') ? undefined : plain;
  const windows = decoded(bytes, 'windows-1252');
  return windows && isLikely(windows.text) ? windows : undefined;
}

function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // a header is written in Latin letters: one byte of each two is zero
  const start = bytes.subarray(0, 64);
  const zeros = (parity: number) => start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (start.length >= 8 && zeros(1) * 2 > start.length * 0.7) return 'utf-16le';
  if (start.length >= 8 && zeros(0) * 2 > start.length * 0.7) return 'utf-16be';
  return undefined;
}

function isLikely(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  return (
    !NOT_WINDOWS.test(text) && !NOT_IN_A_WORD.test(text) && foreign <= MOST_FOREIGN * Math.max(letters, 1)
  );
}

function decoded(bytes: Buffer, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
