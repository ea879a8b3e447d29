import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/**
 * Bytes from the system's generator for keys, nonces and codes: as `crypto.randomBytes`, of which a small call costs as
 * much as a large one (17 µs), so that many are drawn at once. Whatever was given away is wiped here.
 * @param count at most 4096
 */
export function randomOctets(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const octets = Buffer.alloc(count);
  pool.copy(octets, 0, used, used + count);
  pool.fill(0, used, used + count);
  used += count;
  return octets;
}
