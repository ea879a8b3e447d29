/**
 * Latin letters that Doc 9303 spells with other letters, or that Unicode does not decompose. Where the table leaves a
 * choice (Ä: AE or A; Ñ: N or NXX), the first is taken.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ħ: 'H',
  ı: 'I',
  Ĳ: 'IJ',
  Ŀ: 'L',
  Ł: 'L',
  Ŋ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  ß: 'SS',
  ẞ: 'SS',
  Ŧ: 'T',
  Þ: 'TH',
  Ü: 'UE',
};

/**
 * Spells Latin letters of national alphabets with A-Z, in capitals (ICAO Doc 9303-3 section 6, table A). Diacritics that
 * the table does not mention are stripped. Everything else (spaces, punctuation, digits, other scripts) stays as it is.
 */
export function transliterate(text: string): string {
  return [...text.normalize('NFC')].map((character) => spell(character)).join('');
}

function spell(character: string): string {
  const own = SPELLINGS[character] ?? SPELLINGS[capital(character)];
  if (own) return own;
  const base = capital(character.normalize('NFD').replace(/\p{M}/gu, ''));
  return SPELLINGS[base] ?? base;
}

/** Upper case in no locale: a Turkish `i` becomes `I`, and `ß`, which has no single capital here, stays. */
const capital = (character: string): string => (character === 'ß' ? character : character.toUpperCase());
