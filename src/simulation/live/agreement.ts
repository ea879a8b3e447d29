import { quantile } from '../../rehearsal/figures.js';
import type { Metric, Metrics } from '../metrics.js';

/** A figure of the service beside what the simulation foretells. */
export interface Agreement {
  metric: Metric;
  live: number;
  /** Mean of the simulated runs. */
  simulated: number;
  /** How far they may be apart. */
  tolerance: number;
  agrees: boolean;
}

/**
 * What is compared, and the resolution of each figure: what a minute of the pressed clock, or one person more or less
 * at a moment, makes of it.
 */
const COMPARED: readonly (readonly [metric: Metric, resolution: number])[] = [
  ['hallMax', 1],
  ['hallP95', 1],
  ['waitP50', 1],
  ['waitP95', 1],
  ['vulnerableWaitP95', 1],
  ['sentAway', 1],
  ['unserved', 1],
  ['t95', 2],
  ['utilisation', 0.02],
  ['overtime', 1],
  ['zoneMax', 1],
  ['zoneStayP50', 1],
  ['zoneStayP95', 1],
  ['firstCallErrorMean', 1],
  ['firstCallErrorP95', 1],
];

/** Share of days that agree where the service does what the simulation does. */
const CONFIDENCE = 0.95;

/**
 * Compares a day at the service with simulated runs of it. A figure agrees where it is no further from the runs' mean
 * than so many of their standard deviations, and its resolution. How many follows from the runs themselves, for all
 * figures at once: 95 of 100 runs lie within, in every figure (the maximum of the standardised deviations).
 */
export function agreements(live: Metrics, runs: readonly Metrics[]): Agreement[] {
  const spreads = COMPARED.map(([metric, resolution]) => ({
    metric,
    resolution,
    ...spreadOf(runs.map((run) => run[metric])),
  }));
  const furthest = runs.map((run) =>
    Math.max(
      ...spreads.map(({ metric, mean, deviation }) =>
        deviation === 0 ? 0 : Math.abs(run[metric] - mean) / deviation,
      ),
    ),
  );
  const deviations = quantile(furthest, CONFIDENCE);
  return spreads.map(({ metric, resolution, mean, deviation }) => {
    const tolerance = deviations * deviation + resolution;
    const agrees = Math.abs(live[metric] - mean) <= tolerance;
    return { metric, live: live[metric], simulated: mean, tolerance, agrees };
  });
}

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
