/**
 * Cyrillic letters as Doc 9303-3 (8th edition) section 6, table B, spells them where no state says otherwise. The signs that
 * have no sound of their own are not spelled. Ѓ and Ћ stand beside the letters that the table prints in their place (Ғ, Һ).
 */
export const CYRILLIC: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ё: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  Й: 'I',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: 'IE',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
  Ђ: 'D',
  Ѓ: 'G',
  Є: 'IE',
  Ѕ: 'DZ',
  І: 'I',
  Ї: 'I',
  Ј: 'J',
  Љ: 'LJ',
  Њ: 'NJ',
  Ћ: 'C',
  Ќ: 'K',
  Ў: 'U',
  Џ: 'DZ',
  Ѫ: 'U',
  Ѵ: 'Y',
  Ґ: 'G',
  Ғ: 'G',
  Һ: 'C',
};

interface OfState {
  anywhere: Readonly<Record<string, string>>;
  /** Of a name's part that begins with the letter. */
  first?: Readonly<Record<string, string>>;
}

/**
 * What the same table lets states do otherwise, by the issuing state (ISO 3166 alpha-3). One choice is ours: the table has H
 * for a Serbian Г, which no Serbian passport prints; it is G, as in Serbia's own Latin alphabet. A Ukrainian Й that begins a
 * name is Y as in Ukraine's own rules of 2010 (resolution 55), like Є, Ї, Ю and Я in the table.
 */
export const CYRILLIC_OF: Readonly<Record<string, OfState>> = {
  BLR: { anywhere: { Г: 'H', Ё: 'IO' } },
  BGR: { anywhere: { Щ: 'SHT' } },
  MKD: { anywhere: { Ѓ: 'GJ', Ғ: 'GJ', Ќ: 'KJ', Х: 'H', Ц: 'C', Џ: 'DJ' } },
  SRB: { anywhere: { Ж: 'Z', Х: 'H', Ц: 'C', Ч: 'C', Ш: 'S' } },
  UKR: {
    anywhere: { Г: 'H', И: 'Y' },
    first: { Є: 'YE', Ї: 'YI', Й: 'Y', Ю: 'YU', Я: 'YA' },
  },
};
