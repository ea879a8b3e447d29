import { resolve } from 'node:path';
import { UsageFault } from './usage-fault.js';

/** @throws UsageFault unless `text` is a whole number from `min` to `max` */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageFault(`${name} takes a whole number from ${min} to ${max}.`);
  return value;
}

/** A path as the person means it: from the folder where they called npm, which runs us in the project's own. */
export const userPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
