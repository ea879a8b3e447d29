import type { Goal } from './goals.js';
import { METRICS } from './metrics.js';
import { POLICY_NAMES } from './policies/policies.js';
import type { PoliciesFigures } from './summary.js';

const NAME = 19;
const CELL = 17;

/** A scenario's figures as text: a line for each metric, "mean / worst seed" for each policy, then the goals. */
export function tableOf(
  title: string,
  seeds: number,
  policies: PoliciesFigures,
  goals: readonly Goal[],
): string {
  const heading = ''.padEnd(NAME) + POLICY_NAMES.map((name) => name.padStart(CELL)).join('');
  const lines = METRICS.map((metric) => {
    const digits = metric === 'utilisation' || metric === 'rangeKept' ? 3 : 1;
    const cells = POLICY_NAMES.map((name) => {
      const { mean, worst } = policies[name][metric];
      return `${mean.toFixed(digits)} / ${worst.toFixed(digits)}`.padStart(CELL);
    });
    return metric.padEnd(NAME) + cells.join('');
  });
  const aims = goals.map(({ text, reached }) => `  ${reached ? 'reached    ' : 'NOT reached'}  ${text}`);
  return [
    `${title} (${seeds} seeds; mean / worst seed; minutes)`,
    heading,
    ...lines,
    'Goals of pulang:',
    ...aims,
  ].join('\n');
}
