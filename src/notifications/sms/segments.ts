/** GSM 03.38 basic alphabet, and the characters of its extension, which take two places. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '^{}\\[~]|€\f';
const PLACES = new Map([
  ...[...BASIC].map((character) => [character, 1] as const),
  ...[...EXTENSION].map((character) => [character, 2] as const),
]);

export type SmsCoding = 'gsm-7' | 'ucs-2';
/** Places in a message alone, and in each part of a long one after its header (3GPP TS 23.040, 9.2.3.24.1). */
const ROOM = { 'gsm-7': { alone: 160, part: 153 }, 'ucs-2': { alone: 70, part: 67 } } as const;

export interface Segments {
  coding: SmsCoding;
  /** At least one; no character is cut in two. */
  parts: string[];
}

const isCombining = (character: string) => /^\p{M}$/u.test(character) || character === '\u200d';

/** How a text is divided into parts of a text message: as GSM's own alphabet has it, else as UCS-2. */
export function segmentsOf(text: string): Segments {
  const characters = [...text];
  const coding: SmsCoding = characters.every((character) => PLACES.has(character)) ? 'gsm-7' : 'ucs-2';
  const places = (character: string) => (coding === 'gsm-7' ? PLACES.get(character)! : character.length);
  const length = characters.reduce((sum, character) => sum + places(character), 0);
  const { alone, part } = ROOM[coding];
  if (length <= alone) return { coding, parts: [text] };
  const parts: string[] = [];
  let current = '';
  let used = 0;
  for (const cluster of clusters(characters)) {
    const wanted = cluster.reduce((sum, character) => sum + places(character), 0);
    if (used + wanted > part) {
      parts.push(current);
      current = '';
      used = 0;
    }
    current += cluster.join('');
    used += wanted;
  }
  return { coding, parts: [...parts, current] };
}

/** Characters with the marks that belong to them, so that a vowel sign is not parted from its letter. */
function clusters(characters: string[]): string[][] {
  const groups: string[][] = [];
  for (const character of characters) {
    const last = groups.at(-1);
    if (last && isCombining(character) && last.length < 16) last.push(character);
    else groups.push([character]);
  }
  return groups;
}
