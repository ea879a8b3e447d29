import type { LiveReport } from './live.js';

/** A line for each figure: the service's, the simulation's, and whether they agree. */
export function liveText({ people, seed, counters, seconds, agreements, errors, ok }: LiveReport): string {
  const lines = agreements.map(
    ({ metric, live, simulated, tolerance, agrees }) =>
      metric.padEnd(20) +
      [live, simulated, tolerance].map((value) => value.toFixed(2).padStart(12)).join('') +
      (agrees ? '   agrees' : '   DOES NOT AGREE'),
  );
  return [
    `${people} people, ${counters} counters, seed ${seed}: one day against a running service in ${seconds} s`,
    ''.padEnd(20) + ['service', 'simulation', 'tolerance'].map((name) => name.padStart(12)).join(''),
    ...lines,
    ...errors.map((error) => `error: ${error}`),
    ok ? 'The service agrees with the simulation.' : 'The service does NOT agree with the simulation.',
  ].join('\n');
}
