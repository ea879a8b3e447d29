import { birthTerm } from '../birth-feature.js';
import type { Features } from '../features.js';
import type { TermCounts } from '../model.js';

/** Terms that occur less often are not kept: they are as good as unique, and might tell who somebody is. */
const FEWEST = 3;

/** Counts how often each word of a name, town, date, number occurs among the records. */
export function countTerms(records: Iterable<Features>): Record<string, TermCounts> {
  const fields: Record<string, Map<string, number>> = {};
  const add = (field: string, term: string) => {
    const counts = (fields[field] ??= new Map<string, number>());
    counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  for (const record of records) {
    for (const token of record.name.tokens) add('name', token.canon);
    for (const token of record.mother.tokens) add('mothersName', token.canon);
    for (const phone of record.phones) add('phone', phone);
    for (const number of record.documents) add('document', number);
    if (record.town) add('town', record.town.text);
    if (record.birth.year !== undefined) add('birthDate', birthTerm(record.birth));
    for (const [key, { text }] of Object.entries(record.other)) add(`other.${key}`, text);
  }
  return Object.fromEntries(Object.entries(fields).map(([field, counts]) => [field, kept(counts)]));
}

function kept(counts: Map<string, number>): TermCounts {
  let total = 0;
  for (const count of counts.values()) total += count;
  return { total, counts: Object.fromEntries([...counts].filter(([, count]) => count >= FEWEST)) };
}
