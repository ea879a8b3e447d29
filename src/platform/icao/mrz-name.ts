import { latinSpelling } from './latin-spelling.js';
import { transliterate } from './transliteration.js';

/** A name as its holder's state writes it. A single name is a primary identifier alone (Doc 9303-3 section 4.6). */
export interface Name {
  /** The family name, or the only name. */
  primary: string;
  /** The given names; empty where there is only one name. */
  secondary: string;
}

/** Why a name cannot be printed: nothing left of it, or a digit or a letter that no table of Doc 9303-3 spells. */
export type NameFault =
  { part: keyof Name; fault: 'empty' } | { part: keyof Name; fault: 'character'; character: string };

export type PrintedName =
  { ok: true; text: string; truncated: boolean } | { ok: false; faults: readonly NameFault[] };

/**
 * The name field of a machine-readable zone (Doc 9303-3 section 4.6, 9303-4 4.2.3, 9303-6 4.2.3): apostrophes are
 * dropped and the parts joined, hyphens, commas and spaces become `<`, other punctuation is dropped.
 * Cyrillic and Arabic letters are spelled by 9303-3 section 6.
 * @param width of the field in characters: 30 (TD1), 31 (TD2) or 39 (TD3)
 * @param issuer ISO 3166 alpha-3 of the issuing state, on whose alphabet some spellings depend
 */
export function printName(name: Name, width: number, issuer?: string): PrintedName {
  const primary = printPart(name.primary, issuer);
  const secondary = printPart(name.secondary, issuer);
  const faults = [...faultsOf('primary', primary), ...faultsOf('secondary', secondary)];
  if (primary === '') faults.push({ part: 'primary', fault: 'empty' });
  if (faults.length > 0) return { ok: false, faults };
  const text = secondary === '' ? primary : `${primary}<<${secondary}`;
  if (text.length <= width) return { ok: true, text: text.padEnd(width, '<'), truncated: false };
  return { ok: true, text: truncate(primary, secondary, width), truncated: true };
}

/** Whether every letter of a text has a spelling, as every letter of a name must; digits may be among them. */
export const isSpellable = (text: string, issuer?: string): boolean =>
  /^[A-Z0-9<]+$/.test(printPart(text, issuer));

/** Whether a character is an apostrophe, or stands for one. */
export const isApostrophe = (character: string): boolean => character.search(APOSTROPHES) === 0;

/** @param field the name field as printed, fillers included. */
export function readName(field: string): Name {
  const [primary = '', ...secondary] = field.replace(/<+$/, '').split('<<');
  return {
    primary: primary.replaceAll('<', ' '),
    secondary: secondary.join(' ').replaceAll('<', ' ').trim(),
  };
}

/** Apostrophes, and what stands for one, or for a glottal stop (ʿ, ʾ): letters and symbols among them, which would be refused. */
const APOSTROPHES = /['’‘‛ʼʻʽʾʿˈʹꞋꞌ`´′＇]/g;
/** Spaces, hyphens, and commas of every script. */
const SEPARATORS = /[\s,，،、､\p{Pd}]+/gu;
/** Punctuation is dropped, and so are signs; pictures (emoji) are not: nobody is called that. */
const DROPPED = /(?!<)[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Cf}]/gu;

function printPart(part: string, issuer?: string): string {
  return transliterate(latinSpelling(part, issuer))
    .replace(APOSTROPHES, '')
    .replace(SEPARATORS, '<')
    .replace(DROPPED, '')
    .replace(/<+/g, '<')
    .replace(/^<|<$/g, '');
}

function faultsOf(part: keyof Name, printed: string): NameFault[] {
  const foreign = new Set([...printed].filter((character) => !/[A-Z<]/.test(character)));
  return [...foreign].map((character) => ({ part, fault: 'character', character }));
}

/** A truncated field ends in a letter and keeps at least one letter of the secondary identifier. */
function truncate(primary: string, secondary: string, width: number): string {
  if (secondary === '') return cutAtLetter(primary, width);
  const kept = primary.length <= width - 3 ? primary : cutAtLetter(primary, width - 3);
  return `${kept}<<${cutAtLetter(secondary, width - 2 - kept.length)}`;
}

/**
 * The first characters of a longer text of parts. Where the cut would fall behind a part, one letter of the longest part
 * before it is given up, so that a letter of the next part ends the field.
 */
function cutAtLetter(text: string, width: number): string {
  const cut = text.slice(0, width);
  if (!cut.endsWith('<')) return cut;
  const parts = cut.slice(0, -1).split('<');
  const longest = Math.max(...parts.map((part) => part.length));
  if (longest < 2) return cut;
  const shortened = parts.map((part, index) =>
    index === parts.findLastIndex((other) => other.length === longest) ? part.slice(0, -1) : part,
  );
  return `${shortened.join('<')}<${text.charAt(width)}`;
}
