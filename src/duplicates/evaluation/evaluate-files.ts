import { findDuplicates } from './evaluate.js';
import { figuresOf, type Figures } from './figures/figures.js';
import { readConfig } from './input/config.js';
import { readRecords } from './input/read-records.js';

/** Evaluates what a configuration file describes. */
export function evaluateFiles(path: string): Figures {
  const began = performance.now();
  const config = readConfig(path);
  const records = readRecords(config);
  const link = config.files.length === 2;
  const { decisions } = findDuplicates(records, link);
  const figures = figuresOf(records, link, decisions, (performance.now() - began) / 1000);
  if (figures.truePairs === 0)
    process.stderr.write('By "truth" no two records are one person: does it need a "pattern"?\n');
  return figures;
}
