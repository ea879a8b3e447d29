/** One word of a name. */
export interface NameToken {
  /** As written: lower-case ASCII letters. */
  text: string;
  /** In the spelling that counts; terms are counted by it. */
  canon: string;
  sound: string;
  skeleton: string;
  /** Written without vowels. */
  abjad: boolean;
  /** A single letter that stands for a word, in whatever spelling: C., Tj. */
  initial: boolean;
  /** Its absence says nothing. */
  light: boolean;
  /** One of the short names that are known to be borne. */
  borne: boolean;
  /** Follows bin, binti, s/o ...: the father's name. */
  patronym: boolean;
  /** Groups of short forms and cognates that it belongs to. */
  groups: number[];
  /** One bit a letter, to see quickly that two words have little in common. */
  letters: number;
}

/** A name as the engine sees it; the order of its words is kept, but plays no part in comparing. */
export interface NameFeature {
  tokens: NameToken[];
  /** Its words with the particles between them, which some write with the word behind: De Gaulle, Degaulle. */
  written: string[];
  /** The Chinese characters of a name of nothing else: what they say in Japanese, its words do not tell. */
  characters?: string;
  /** Junior, senior, second ... */
  generation?: string;
  /** What bin and binti, a/l and a/p say. */
  sex?: 'm' | 'f';
}
