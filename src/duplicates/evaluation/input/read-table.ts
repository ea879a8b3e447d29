import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';

/** A CSV file: a look-up of columns by their name (case and blanks around it play no part), and its rows. */
export interface Table {
  column(name: string): number;
  rows: string[][];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Reads a CSV file of any usual kind: byte order mark, quoted fields, blanks behind delimiters, any delimiter. */
export function readTable(path: string, delimiter?: string): Table {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageFault(`The file ${path} cannot be read.`);
  }
  const [header = [], ...rows] = parse(text, {
    bom: true,
    delimiter: delimiter ?? likeliest(text),
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const names = header.map(plain);
  return {
    rows,
    column(name) {
      const index = names.indexOf(plain(name));
      if (index < 0) throw new UsageFault(`${path} has no column "${name}". It has: ${header.join(', ')}.`);
      return index;
    },
  };
}

const plain = (name: string) => name.trim().toLowerCase();

/** The delimiter that the first line has most of. */
function likeliest(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
