import { readMrz } from '../../platform/icao/mrz.js';
import type { FieldFault } from '../../platform/problems/problem.js';

/**
 * What is wrong with the lines of a passport as a person can put it right: too few or too many characters, or which line
 * and about where. Only the first fault: the others often follow from it. @param at JSON pointer of the lines
 */
export function mrzFaults(text: string | undefined, at: string): FieldFault[] {
  if (text === undefined) return [];
  const reading = readMrz(text);
  if (reading.ok) return [];
  const [first] = reading.faults;
  if (first === undefined || first.kind === 'length')
    return [{ pointer: at, code: 'mrz-length', params: { characters: first?.characters ?? 0 } }];
  const { line, position } = first;
  return [
    {
      pointer: at,
      code: first.kind === 'check-digit' ? 'mrz-check-digit' : 'mrz-line',
      params: { line, position },
    },
  ];
}
