import type { Metric, Metrics } from '../metrics.js';

export interface Agreement {
  metric: Metric;
  live: number;
  simulated: number;
  /** How far they may be apart: so much, or such a share of what was simulated. */
  tolerance: number;
  agrees: boolean;
}

type Tolerance = readonly [metric: Metric, atLeast: number, share: number];

/**
 * One day of two hundred people is a single draw of chance, and the service answers some tenths of a minute after the
 * moment: the run and its simulation share the people and their fate, not every moment. Minutes, people, shares.
 */
const TOLERANCES: readonly Tolerance[] = [
  ['hallMax', 4, 0.3],
  ['hallP95', 2, 0],
  ['waitP50', 1.5, 0],
  ['waitP95', 3, 0],
  ['vulnerableWaitP95', 3, 0],
  ['sentAway', 1, 0],
  ['unserved', 4, 0.2],
  ['t95', 0, 0.1],
  ['utilisation', 0.06, 0],
  ['overtime', 60, 0.5],
  ['zoneMax', 4, 0.3],
  ['zoneStayP50', 4, 0],
  ['zoneStayP95', 10, 0.3],
  ['firstCallErrorMean', 2, 0],
  ['firstCallErrorP95', 6, 0],
];

/** @returns each metric of both, and whether they are as near as they should be */
export const agreements = (live: Metrics, simulated: Metrics): Agreement[] =>
  TOLERANCES.map(([metric, atLeast, share]) => {
    const tolerance = Math.max(atLeast, Math.abs(simulated[metric]) * share);
    const agrees = Math.abs(live[metric] - simulated[metric]) <= tolerance;
    return { metric, live: live[metric], simulated: simulated[metric], tolerance, agrees };
  });
