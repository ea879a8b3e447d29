import type { LiveReport } from './live.js';

/** A line for each figure: the service's, the simulation's, and whether they agree. */
export function liveText(report: LiveReport): string {
  const { people, seed, counters, seconds, agreements, errors, ok } = report;
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
    slowest(report),
    ...errors.map((error) => `error: ${error}`),
    ok ? 'The service agrees with the simulation.' : 'The service does NOT agree with the simulation.',
  ].join('\n');
}

/** How far the service was behind the pressed clock: a day on a busy machine needs more real time, see `--day`. */
function slowest({ latencies, minuteSeconds }: LiveReport): string {
  const day = latencies.filter(({ act }) => DURING_THE_DAY.has(act)).toSorted((a, b) => b.p95 - a.p95)[0];
  if (!day) return 'Nothing happened.';
  const minutes = day.p95 / 1000 / minuteSeconds;
  return `95 of 100 answers came within ${minutes.toFixed(2)} minutes of the day, also the slowest (${day.act}).`;
}

const DURING_THE_DAY: ReadonlySet<string> = new Set([
  'register',
  'messages',
  'check in',
  'call next',
  'start',
  'finish',
]);
