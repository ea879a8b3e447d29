import { compareBirth } from './compare-birth.js';
import { compareNames } from './compare-names.js';
import { compareNumbers } from './compare-numbers.js';
import { compareTexts } from './compare-texts.js';
import type { Features } from './features.js';

/** How two terms (words of a name, a town ...) were found to go together. */
export interface TermPair {
  level: string;
  /** The terms as counted by the model; one is missing where only one record has it. */
  a?: string;
  b?: string;
}

/** What one field says of a pair. */
export interface FieldComparison {
  /** 'name', 'mothersName', 'birthDate', 'sex', 'phone', 'town', 'document', or 'other.<key>'. */
  field: string;
  /** 'missing' where one of the two does not know; all others from 'exact' to 'different'. */
  level: string;
  /** What is weighed, where that is more than the level: one entry a word of a name, one for a town or a date. */
  terms?: TermPair[];
}

/** What is to be seen of a pair before it is weighed: one entry a field. */
export interface Comparison {
  fields: FieldComparison[];
}

/** Symmetric: compare(a, b) and compare(b, a) weigh the same; so do names whose words stand in another order. */
export function compare(a: Features, b: Features): Comparison {
  const fields = [
    compareNames('name', a.name, b.name),
    compareBirth(a.birth, b.birth),
    compareSex(a.sex, b.sex),
    compareNumbers('phone', a.phones, b.phones),
    compareTexts('town', a.town, b.town),
    compareNames('mothersName', a.mother, b.mother),
    compareNumbers('document', a.documents, b.documents),
  ];
  for (const key of new Set([...Object.keys(a.other), ...Object.keys(b.other)]))
    fields.push(compareTexts(`other.${key}`, a.other[key], b.other[key]));
  return { fields };
}

const compareSex = (a: string | undefined, b: string | undefined): FieldComparison => ({
  field: 'sex',
  level: !a || !b ? 'missing' : a === b ? 'exact' : 'different',
});
