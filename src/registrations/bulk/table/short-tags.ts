import { UnreadableTable } from './table.js';

/** Excel writes 32,767 characters into a cell at the most, and each of them in six bytes. */
const LONGEST = 256 * 1024;
const TAG = '<'.charCodeAt(0);

/**
 * Refuses XML in which a tag, a comment or a text goes on for longer than any spreadsheet writes one: the reader begins such a
 * one anew with each piece that it is given, so that 60 MB of it would take hours. @throws UnreadableTable `not-a-table`
 */
export function requireShortTags(part: Buffer): void {
  let start = 0;
  for (let at = 0; at < part.length; at += 1)
    if (part[at] === TAG) start = at;
    else if (at - start > LONGEST) throw new UnreadableTable('not-a-table');
}
