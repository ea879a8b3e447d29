import { parse } from 'csv-parse/sync';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { readText } from './read-text.js';

/** A CSV file: a look-up of columns by their name (case and blanks around it play no part), and its rows. */
export interface Table {
  column(name: string): number;
  /** The header, as it is looked up: in lower case. */
  names: string[];
  rows: string[][];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a CSV file of any usual kind: byte order mark, quoted fields, blanks behind delimiters, any delimiter.
 * @throws UsageFault where it is none, or has no records
 */
export function readTable(path: string, delimiter?: string): Table {
  const [header = [], ...rows] = parsed(path, readText(path), delimiter);
  if (rows.length === 0)
    throw new UsageFault(
      `The file ${path} ${header.length === 0 ? 'is empty' : 'has a header and no records'}.`,
    );
  const names = header.map(plain);
  return {
    rows,
    names,
    column(name) {
      const index = names.indexOf(plain(name));
      if (index < 0) throw new UsageFault(`${path} has no column "${name}". It has: ${header.join(', ')}.`);
      if (names.indexOf(plain(name), index + 1) >= 0)
        throw new UsageFault(`${path} has the column "${name}" more than once.`);
      return index;
    },
  };
}

function parsed(path: string, text: string, delimiter: string | undefined): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiter ?? likeliest(text),
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new UsageFault(`The file ${path} is not CSV: ${(error as Error).message}`);
  }
}

const plain = (name: string) => name.trim().toLowerCase();

/** The delimiter that the first line with anything in it has most of. */
function likeliest(text: string): string {
  const line = /\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
