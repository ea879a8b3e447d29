import type { Metric } from './metrics.js';
import type { PoliciesFigures } from './summary.js';

export interface Goal {
  metric: Metric;
  of: 'mean' | 'worst';
  limit: number;
  text: string;
  reached: boolean;
}

type Wanted = readonly [metric: Metric, of: 'mean' | 'worst', limit: number];

/** What the reference scenario should give. */
const REFERENCE: readonly Wanted[] = [
  ['hallMax', 'mean', 12],
  ['hallMax', 'worst', 16],
  ['hallP95', 'mean', 5],
  ['waitP95', 'mean', 7],
  ['vulnerableWaitP95', 'mean', 5],
  ['sentAway', 'worst', 0],
  ['utilisation', 'mean', 0.985],
  ['callErrorMean', 'mean', 2.5],
  ['callErrorP95', 'mean', 8],
  ['zoneMax', 'worst', 15],
  ['zoneStayP50', 'mean', 15],
];

/** @returns what our policy should reach in a scenario, and whether it does */
export function goalsOf(scenario: string, { pulang, fcfs }: PoliciesFigures): Goal[] {
  const wanted: readonly Wanted[] =
    scenario === 'eq-1440'
      ? [...REFERENCE, ['t95', 'mean', 1.01 * fcfs.t95.mean], ['overtime', 'mean', fcfs.overtime.mean]]
      : [['hallMax', 'worst', 20]];
  return wanted.map(([metric, of, limit]) => {
    const value = pulang[metric][of];
    const reached = metric === 'utilisation' ? value >= limit : value <= limit;
    const sign = metric === 'utilisation' ? '>=' : '<=';
    const name = of === 'worst' ? `${metric} (worst seed)` : metric;
    return { metric, of, limit, reached, text: `${name} ${sign} ${Number(limit.toFixed(3))}: ${value}` };
  });
}
