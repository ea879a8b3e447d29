import { nameFeature } from '../matching/names/name-feature.js';
import { NAME_THRESHOLDS, nameLikeness } from '../matching/names/name-likeness.js';
import { rates, type Figures } from './figures/figures.js';
import { readLabel } from './input/read-label.js';
import { readTable } from './input/read-table.js';

/** Evaluates pairs of names, of which nothing else is known. */
export function evaluateNamePairs(path: string): Figures {
  const began = performance.now();
  const table = readTable(path);
  const [first, second, label] = ['name1', 'name2', 'is_match'].map((name) => table.column(name)) as [
    number,
    number,
    number,
  ];
  const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
  const pairs = rows.map((row, index) => ({
    likeness: nameLikeness(nameFeature(row[first] ?? ''), nameFeature(row[second] ?? '')),
    same: readLabel(row[label], index),
  }));
  const truePairs = pairs.filter(({ same }) => same).length;
  const proposed = pairs.filter(({ likeness }) => likeness >= NAME_THRESHOLDS.automatic);
  const shown = pairs.filter(({ likeness }) => likeness >= NAME_THRESHOLDS.review);
  const right = (some: typeof pairs) => some.filter(({ same }) => same).length;
  return {
    records: pairs.length,
    truePairs,
    automatic: rates(right(proposed), proposed.length, truePairs),
    withReview: { recall: rates(right(shown), shown.length, truePairs).recall },
    reviewShare: pairs.length === 0 ? 0 : (shown.length - proposed.length) / pairs.length,
    seconds: (performance.now() - began) / 1000,
  };
}
