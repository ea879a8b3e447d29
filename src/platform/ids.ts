import { v7 } from 'uuid';
import { randomOctets } from './crypto/random-octets.js';

let msecs = 0;
let seq = 0;

/**
 * A new identifier: UUID version 7 (RFC 9562), so that rows of one moment lie together in an index. Those of one process
 * ascend: within a millisecond they are counted on from a random start (its section 6.2, method 1). The library would
 * count by itself, and ask the system for chance each time.
 */
export function newId(): string {
  const random = randomOctets(16);
  const now = Date.now();
  // half of the counter is left for counting on: more than any millisecond, or clock put back, will use
  if (now > msecs) [msecs, seq] = [now, random.readUInt32BE(6) >>> 1];
  else seq += 1;
  return v7({ random, msecs, seq });
}

/** Of the identifiers above, as the database writes them. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
