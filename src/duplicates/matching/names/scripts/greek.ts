import type { SpellingRule } from '../../spelling/spelling-rule.js';

/** Two letters that are one sound in Greek. */
const GREEK: SpellingRule[] = [
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
  [/(?<!\p{L})γκ/gu, 'g'],
  [/μπ/g, 'mp'],
  [/γγ|γκ/g, 'ng'],
  [/γ(?=[ξχ])/g, 'n'],
  [/ου/g, 'ou'],
  [/αυ(?=[αβγδεζηιλμνορυωa-z])/g, 'av'],
  [/αυ/g, 'af'],
  [/ευ(?=[αβγδεζηιλμνορυωa-z])/g, 'ev'],
  [/ευ/g, 'ef'],
  [/χ/g, 'ch'],
  [/[οε]ι/g, 'i'],
];

/** What of a Greek name a letter by itself does not tell. */
export function fromGreek(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0342\u0313\u0314\u0345]/g, '')
    .normalize('NFC');
  return GREEK.reduce((all, [what, by]) => all.replace(what, by), plain);
}
