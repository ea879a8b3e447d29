import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { readFieldColumns, type FieldColumns } from './field-columns.js';
import { list } from './list.js';

/** What is evaluated: which files, which columns mean what, and how one knows who is who. */
export interface EvaluationConfig {
  /** One file is searched for duplicates within it; of two, only pairs across them are looked for. */
  files: string[];
  delimiter?: string;
  fields: FieldColumns;
  /** Records whose `column` (or the first group of `pattern` in it) is the same are one person. */
  truth: { column: string; pattern?: RegExp };
}

/** @throws UsageFault that says what is wrong with the file */
export function readConfig(path: string): EvaluationConfig {
  const json = parse(path);
  const files = list(json['files'] ?? json['file']);
  if (files.length < 1 || files.length > 2)
    throw new UsageFault('"files" takes the paths of one or two CSV files.');
  return {
    files: files.map((file) => resolve(dirname(path), file)),
    delimiter: typeof json['delimiter'] === 'string' ? json['delimiter'] : undefined,
    fields: readFieldColumns(json['fields'] ?? json['columns']),
    truth: readTruth(json['truth']),
  };
}

function parse(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    throw new UsageFault(`The configuration ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new UsageFault(`The configuration ${path} is not JSON: ${(error as Error).message}`);
  }
}

function readTruth(value: unknown): EvaluationConfig['truth'] {
  const truth = typeof value === 'string' ? { column: value } : ((value ?? {}) as Record<string, unknown>);
  const [column, pattern] = [truth['column'], truth['pattern'] ?? truth['regex']];
  if (typeof column !== 'string')
    throw new UsageFault('"truth" takes {"column": "...", "pattern": "..."}; the pattern may be left out.');
  if (pattern === undefined) return { column };
  if (typeof pattern !== 'string')
    throw new UsageFault('The pattern of "truth" is a regular expression in quotes.');
  try {
    return { column, pattern: new RegExp(pattern) };
  } catch (error) {
    throw new UsageFault(`The pattern of "truth" is no regular expression: ${(error as Error).message}`);
  }
}
