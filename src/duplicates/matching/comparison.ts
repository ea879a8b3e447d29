import { compareBirth } from './compare-birth.js';
import { compareNames } from './compare-names.js';
import { compareNumbers } from './compare-numbers.js';
import { compareTexts } from './compare-texts.js';
import type { Features } from './features.js';
import type { Comparison, FieldComparison } from './field-comparison.js';

export type { Comparison } from './field-comparison.js';

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
