import type { Features } from '../features.js';
import type { TermCounts } from '../matching-model.js';

/** Terms that occur less often are not kept: they are as good as unique, and might tell who somebody is. */
const FEWEST = 3;

/**
 * Counts how often each word of a name, town, year of birth, number occurs.
 * @param people the records; those that are surely of one person together, so that each of their terms counts once
 */
export function countTerms(people: Iterable<Features[]>): Record<string, TermCounts> {
  const fields: Record<string, Map<string, number>> = {};
  for (const records of people) {
    const seen = new Set<string>();
    for (const record of records)
      for (const [field, term] of termsOf(record)) {
        if (records.length > 1) {
          if (seen.has(`${field} ${term}`)) continue;
          seen.add(`${field} ${term}`);
        }
        const counts = (fields[field] ??= new Map<string, number>());
        counts.set(term, (counts.get(term) ?? 0) + 1);
      }
  }
  return Object.fromEntries(Object.entries(fields).map(([field, counts]) => [field, kept(counts)]));
}

function kept(counts: Map<string, number>): TermCounts {
  let total = 0;
  for (const count of counts.values()) total += count;
  return { total, counts: Object.fromEntries([...counts].filter(([, count]) => count >= FEWEST)) };
}

function termsOf(record: Features): [field: string, term: string][] {
  const { year, month, day } = record.birth;
  return [
    ...record.name.tokens.map(({ canon }): [string, string] => ['name', canon]),
    ...record.mother.tokens.map(({ canon }): [string, string] => ['mothersName', canon]),
    ...record.phones.map((phone): [string, string] => ['phone', phone]),
    ...record.documents.map((number): [string, string] => ['document', number]),
    ...(record.town ? [['town', record.town.text] as [string, string]] : []),
    ...(year !== undefined ? [['birthYear', String(year)] as [string, string]] : []),
    ...(month !== undefined && day !== undefined
      ? [['birthDay', `${month}-${day}`] as [string, string]]
      : []),
    ...Object.entries(record.other).map(([key, { text }]): [string, string] => [`other.${key}`, text]),
  ];
}
