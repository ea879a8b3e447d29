import { fold } from './fold.js';

/** One word of a name. */
export interface NameToken {
  /** Folded: lower-case ASCII letters. */
  text: string;
  /** What is left when spellings that sound alike are made one. */
  sound: string;
}

/** The words of a name, in the order they were written. */
export const nameTokens = (name: string): NameToken[] =>
  fold(name)
    .split(' ')
    .filter(Boolean)
    .map((text) => ({ text, sound: text }));
