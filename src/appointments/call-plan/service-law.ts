/** Service times as a log-normal law with what follows from it, on a grid of whole minutes. */
export interface ServiceLaw {
  /** Chance that a service lasts at most `minutes`. */
  within(minutes: number): number;
  /** Expected services that end within 0, 1, 2... minutes on a counter that has just begun one and never rests. */
  renewals: Float64Array;
}

const GRID = 240;
/** Steps a minute of the table of `within`. */
const FINE = 4;
const KEPT = 200;
const kept = new Map<string, ServiceLaw>();

/** @returns the law with this mean and coefficient of variation; computed once for each pair (to 1 %) */
export function serviceLaw(mean: number, cv: number): ServiceLaw {
  const key = `${mean.toFixed(1)} ${cv.toFixed(2)}`;
  let law = kept.get(key);
  if (!law) {
    if (kept.size >= KEPT) kept.clear();
    law = lawOf(Number(mean.toFixed(1)), Math.max(0.05, Number(cv.toFixed(2))));
    kept.set(key, law);
  }
  return law;
}

function lawOf(mean: number, cv: number): ServiceLaw {
  const variance = Math.log(1 + cv * cv);
  const exact = (minutes: number) =>
    minutes <= 0 ? 0 : normalCdf((Math.log(minutes / mean) + variance / 2) / Math.sqrt(variance));
  const table = Float64Array.from({ length: GRID * FINE + 1 }, (_, i) => exact(i / FINE));
  const ends = Float64Array.from({ length: GRID }, (_, i) => table[i * FINE]!);
  const within = (minutes: number) => (minutes >= GRID ? 1 : between(table, minutes * FINE));
  const renewals = new Float64Array(GRID);
  for (let i = 1; i < GRID; i++) {
    let expected = ends[i]!;
    for (let k = 1; k <= i; k++) expected += (ends[k]! - ends[k - 1]!) * renewals[i - k]!;
    renewals[i] = expected;
  }
  return { within, renewals };
}

/** @returns the value at a place between two whole ones, on the line between them */
export function between(values: Float64Array, at: number): number {
  const below = Math.floor(at);
  const low = values[below] ?? 0;
  return low + (at - below) * ((values[below + 1] ?? low) - low);
}

/** Normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}
