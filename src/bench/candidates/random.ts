import { randomNumbers as numbersFrom } from '../../rehearsal/random-numbers.js';

export type Random = () => number;

/** Reproducible numbers in 0..1. Seeds that follow each other are spread out first. */
export const randomNumbers = (seed: number): Random => numbersFrom(Math.imul(seed, 0x9e3779b1));

/** A place in a list of which the first are drawn far more often: roughly by Zipf's law. @param steepness 0 even, 1 steep */
export const rank = (random: Random, length: number, steepness: number): number =>
  Math.min(length - 1, Math.floor(length ** (random() ** (1 - steepness / 2)) - 1 + random()));
