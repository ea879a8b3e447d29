/** The basic set of C40 (ISO/IEC 16022): values 0-2 shift to sets that a seal does not use. */
const CHARACTERS = '\0\0\0 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PAD = 0;
const UNLATCH = 0xfe;

/**
 * Text in C40: three characters in two bytes (ICAO Doc 9303-13 section 2.6).
 * @param text digits, capitals A-Z, spaces; `<` counts as a space
 * @throws RangeError where another character occurs
 */
export function encodeC40(text: string): Buffer {
  const values = [...text.replaceAll('<', ' ')].map(valueOf);
  const bytes: number[] = [];
  for (let start = 0; start < values.length; start += 3) {
    const [a = PAD, b, c = PAD] = values.slice(start, start + 3);
    if (b === undefined) {
      bytes.push(UNLATCH, (CHARACTERS.codePointAt(a) ?? 0) + 1);
    } else {
      const packed = 1600 * a + 40 * b + c + 1;
      bytes.push(packed >> 8, packed & 0xff);
    }
  }
  return Buffer.from(bytes);
}

/** How many bytes {@link encodeC40} needs. */
export const c40Length = (characters: number): number => 2 * Math.ceil(characters / 3);

/** @returns the text, fillers as spaces, or null where the bytes are no C40 of the basic set */
export function decodeC40(bytes: Buffer): string | null {
  if (bytes.length % 2 !== 0) return null;
  let text = '';
  for (let start = 0; start < bytes.length; start += 2) {
    const characters = decodePair(bytes.readUInt16BE(start), start + 2 === bytes.length);
    if (characters === null) return null;
    text += characters;
  }
  return text;
}

/** One or two characters may stand in the last pair only. */
function decodePair(pair: number, isLast: boolean): string | null {
  if (pair >> 8 === UNLATCH) {
    const single = String.fromCharCode((pair & 0xff) - 1);
    return isLast && CHARACTERS.indexOf(single) > 2 ? single : null;
  }
  const packed = pair - 1;
  const values = [Math.floor(packed / 1600), Math.floor((packed % 1600) / 40), packed % 40];
  if (isLast && values[2] === PAD) values.pop();
  return values.every((value) => value > 2 && value < CHARACTERS.length)
    ? values.map((value) => CHARACTERS.charAt(value)).join('')
    : null;
}

function valueOf(character: string): number {
  const value = CHARACTERS.lastIndexOf(character);
  if (value < 3) throw new RangeError('Not a character of the basic C40 set');
  return value;
}
