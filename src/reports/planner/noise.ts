/**
 * Standard normal numbers, always the same for the same seed (mulberry32 and Box-Muller). Every forecast takes its chance
 * from the same numbers, so two forecasts differ by what was asked and by nothing else (common random numbers).
 */
export function normals(count: number, seed: number): Float32Array {
  const key = `${count} ${seed}`;
  const kept = KEPT.get(key) ?? drawNormals(count, seed);
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  KEPT.set(key, kept);
  return kept;
}

/** They never change, so they are kept from one question to the next. */
const KEPT = new Map<string, Float32Array>();
const MOST_KEPT = 40;

function drawNormals(count: number, seed: number): Float32Array {
  const uniform = mulberry32(seed);
  const drawn = new Float32Array(count);
  for (let at = 0; at < count; at += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    drawn[at] = radius * Math.cos(angle);
    if (at + 1 < count) drawn[at + 1] = radius * Math.sin(angle);
  }
  return drawn;
}

/**
 * Factors of mean 1 for each course and day (log-normal): one part stays for the whole course, because a mean is not known
 * exactly; the other is new every day.
 * @param level coefficient of variation of the mean
 * @param daily coefficient of variation from day to day
 */
export function factors(courses: number, days: number, spread: Spread, seed: number): Float64Array {
  const lasting = normals(courses, seed * 2 + 1);
  const fresh = normals(courses * days, seed * 2 + 2);
  const [level, daily] = [sigma(spread.level), sigma(spread.daily)];
  const middle = (level * level + daily * daily) / 2;
  const drawn = new Float64Array(courses * days);
  for (let at = 0; at < drawn.length; at++)
    drawn[at] = Math.exp(level * lasting[Math.floor(at / days)]! + daily * fresh[at]! - middle);
  return drawn;
}

/** How far a rate may be off: for good, and on a single day; both as coefficients of variation. */
export interface Spread {
  level: number;
  daily: number;
}

const sigma = (variation: number): number => Math.sqrt(Math.log(1 + variation * variation));

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
