import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { decodeText } from '../../../platform/decode-text.js';
import { readFieldColumns, type FieldColumns } from './field-columns.js';
import { list } from './list.js';
import { readTruth, type Truth } from './truth.js';

/** What is evaluated: which files, which columns mean what, and how one knows who is who. */
export interface EvaluationConfig {
  /** One file is searched for duplicates within it; of two, only pairs across them are looked for. */
  files: string[];
  delimiter?: string;
  fields: FieldColumns;
  truth: Truth;
}

/** @throws UsageFault that says what is wrong with the file */
export function readConfig(path: string): EvaluationConfig {
  const json = parse(path);
  const absolute = (file: string) => resolve(dirname(path), file);
  const truth = readTruth(json['truth']);
  const files = list(json['files'] ?? json['file']);
  if (files.length < 1 || files.length > 2)
    throw new UsageFault('"files" takes the paths of one or two CSV files.');
  return {
    files: files.map(absolute),
    delimiter: typeof json['delimiter'] === 'string' ? json['delimiter'] : undefined,
    fields: readFieldColumns(json['fields'] ?? json['columns']),
    truth: 'pairs' in truth ? { ...truth, pairs: absolute(truth.pairs) } : truth,
  };
}

function parse(path: string): Record<string, unknown> {
  let text: string | undefined;
  try {
    text = decodeText(readFileSync(path))?.text;
  } catch {
    // it is said below
  }
  if (text === undefined) throw new UsageFault(`The configuration ${path} cannot be read.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageFault(`The configuration ${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new UsageFault(`The configuration ${path} is no JSON object.`);
  return json as Record<string, unknown>;
}
