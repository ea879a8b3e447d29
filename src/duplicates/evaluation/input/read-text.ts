import { readFileSync } from 'node:fs';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { decodeText } from '../../../platform/decode-text.js';

/**
 * The text of a file as spreadsheets write it. What is taken for Windows-1252 is said on the error output: it may be wrong.
 * @throws UsageFault where it cannot be read, or is text in no such encoding
 */
export function readText(path: string): string {
  const decoded = decodeText(bytesOf(path));
  if (!decoded)
    throw new UsageFault(`The file ${path} is no text that can be read. Save it as CSV in UTF-8.`);
  if (decoded.encoding === 'windows-1252')
    process.stderr.write(`${path} is not UTF-8; it was read as Windows-1252.\n`);
  return decoded.text;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageFault(`The file ${path} cannot be read.`);
  }
}
