import { readFileSync } from 'node:fs';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';

/**
 * The text of a file in UTF-8, or in UTF-16 where its first bytes say so (as spreadsheets write it).
 * @throws UsageFault where it cannot be read, or is in neither
 */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageFault(`The file ${path} cannot be read.`);
  }
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new UsageFault(`The file ${path} is not UTF-8. Save it as CSV in UTF-8.`);
  }
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
