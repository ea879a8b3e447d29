export type Random = () => number;

/** Reproducible numbers from a seed (mulberry32), in 0..1. */
export function randomNumbers(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A place in a list of which the first are drawn far more often: roughly by Zipf's law. @param steepness 0 even, 1 steep */
export const rank = (random: Random, length: number, steepness: number): number =>
  Math.min(length - 1, Math.floor(length ** (random() ** (1 - steepness / 2)) - 1 + random()));
