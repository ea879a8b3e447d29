import type { Features } from './features.js';

/** How two terms (words of a name, a town ...) were found to go together. */
export interface TermPair {
  level: string;
  /** The terms as counted by the model; either may be missing where only one record has it. */
  a?: string;
  b?: string;
}

/** What one field says of a pair. */
export interface FieldComparison {
  /** 'name', 'birthDate', 'sex', 'phone', 'town', 'mothersName', 'document', or 'other.<key>'. */
  field: string;
  /** 'missing' where one of the two does not know; all others from 'exact' to 'different'. */
  level: string;
  /** The level word by word, where the field consists of words. */
  terms?: TermPair[];
}

/** What is to be seen of a pair before it is weighed: one entry a field. */
export interface Comparison {
  fields: FieldComparison[];
}

/** Symmetric: compare(a, b) and compare(b, a) weigh the same. */
export function compare(a: Features, b: Features): Comparison {
  const names = (f: Features) =>
    f.name
      .map((token) => token.text)
      .sort()
      .join(' ');
  const birth = (f: Features) => [f.birth.year, f.birth.month, f.birth.day].join('-').replace(/^--$/, '');
  return {
    fields: [
      level('name', names(a), names(b)),
      level('birthDate', birth(a), birth(b)),
      level('sex', a.sex, b.sex),
      level('phone', a.phones[0], b.phones.find((phone) => a.phones.includes(phone)) ?? b.phones[0]),
      level('town', a.town?.text, b.town?.text),
      level('document', a.documents[0], b.documents[0]),
    ],
  };
}

const level = (field: string, a?: string, b?: string): FieldComparison => ({
  field,
  level: !a || !b ? 'missing' : a === b ? 'exact' : 'different',
});
