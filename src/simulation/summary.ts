import { type Metric, METRICS } from './metrics.js';
import { POLICY_NAMES, type PolicyName } from './policies/policies.js';
import type { SeedRuns } from './run-seeds.js';

export interface Figure {
  mean: number;
  /** Of the worst seed: the largest, of utilisation and ranges kept the smallest. */
  worst: number;
}

export type PolicyFigures = Record<Metric, Figure>;
export type PoliciesFigures = Record<PolicyName, PolicyFigures>;

/** Mean and worst seed of every metric of every policy. */
export function summarise(runs: readonly SeedRuns[]): PoliciesFigures {
  const figures = (name: PolicyName) =>
    METRICS.map(
      (metric) =>
        [
          metric,
          figureOf(
            metric,
            runs.map((run) => run[name].metrics[metric]),
          ),
        ] as const,
    );
  return Object.fromEntries(
    POLICY_NAMES.map((name) => [name, Object.fromEntries(figures(name))]),
  ) as PoliciesFigures;
}

function figureOf(metric: Metric, values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const isShare = metric === 'utilisation' || metric === 'rangeKept';
  const worst = isShare ? Math.min(...values) : Math.max(...values);
  const digits = isShare ? 4 : 2;
  return { mean: Number(mean.toFixed(digits)), worst: Number(worst.toFixed(digits)) };
}
