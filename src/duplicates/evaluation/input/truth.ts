import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { list } from './list.js';

/** Records whose `column` (or the first group of `pattern` in it) is the same are one person. */
export interface TruthColumn {
  column: string;
  pattern?: RegExp;
}

/** A CSV file with a header and two columns: the ids of two records that are one person. */
export interface TruthPairs {
  pairs: string;
  /** The column of the ids: one name for all files, or one for each. */
  ids: string[];
}

export type Truth = TruthColumn | TruthPairs;

const USAGE =
  '"truth" takes {"column": "...", "pattern": "..."}, where the pattern may be left out, or {"pairs": "FILE.csv", "id": "column"}.';

/** @throws UsageFault where it is not understood */
export function readTruth(value: unknown): Truth {
  const truth = typeof value === 'string' ? { column: value } : ((value ?? {}) as Record<string, unknown>);
  const [column, pairs] = [truth['column'], truth['pairs'] ?? truth['file']];
  if (typeof column === 'string') return { column, pattern: readPattern(truth['pattern'] ?? truth['regex']) };
  const ids = list(truth['id'] ?? truth['ids']);
  if (typeof pairs !== 'string') throw new UsageFault(USAGE);
  if (ids.length < 1 || ids.length > 2)
    throw new UsageFault(
      '"truth" needs "id": the column of the ids that its pairs name (or one for each file).',
    );
  return { pairs, ids };
}

function readPattern(pattern: unknown): RegExp | undefined {
  if (pattern === undefined) return undefined;
  if (typeof pattern !== 'string')
    throw new UsageFault('The pattern of "truth" is a regular expression in quotes.');
  try {
    return new RegExp(pattern);
  } catch (error) {
    throw new UsageFault(`The pattern of "truth" is no regular expression: ${(error as Error).message}`);
  }
}
