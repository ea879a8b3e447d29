import type { Check } from './check.js';
import type { Latencies, LatencySummary } from '../rehearsal/latencies.js';
import { SURGE_STAGES, type SurgeStage, type Tally } from './tally.js';

export interface SurgeReport {
  people: number;
  /** Everybody home, no error, and everything kept that must hold. */
  ok: boolean;
  seconds: number;
  registrationsPerSecond: { mean: number; peak: number };
  stages: Record<SurgeStage, number>;
  errors: Record<string, number>;
  answers: Record<string, number>;
  latencies: LatencySummary[];
  checks: Check[];
}

/** It went well where everybody is home, no request failed and every invariant was kept. @param seconds that all of it took */
export function surgeReport(
  tally: Tally,
  latencies: Latencies,
  checks: Check[],
  seconds: number,
): SurgeReport {
  const home = tally.of('arrived') === tally.people;
  return {
    people: tally.people,
    ok: home && tally.errors.size === 0 && checks.every(({ kept }) => kept),
    seconds: Math.round(seconds * 10) / 10,
    registrationsPerSecond: tally.rates(),
    stages: Object.fromEntries(tally.reached) as Record<SurgeStage, number>,
    errors: Object.fromEntries(tally.errors),
    answers: Object.fromEntries(latencies.statuses),
    latencies: latencies.summary(),
    checks,
  };
}

/** The report for people. */
export function reportText(report: SurgeReport): string {
  const { registrationsPerSecond: rate, checks } = report;
  const broken = checks.filter(({ kept }) => !kept);
  return [
    '',
    ...table([
      ['Stage', 'People'],
      ...SURGE_STAGES.map((stage) => [stage, `${report.stages[stage]} of ${report.people}`]),
    ]),
    '',
    ...table([
      ['Act', 'Times', 'p50 ms', 'p95 ms', 'p99 ms'],
      ...report.latencies.map(({ act, count, p50, p95, p99 }) => [act, count, p50, p95, p99].map(String)),
    ]),
    '',
    `Registrations a second: ${rate.mean} on average, ${rate.peak} in the fullest.`,
    `Answers: ${Object.entries(report.answers)
      .map(([status, count]) => `${status} ${count}×`)
      .join(', ')}.`,
    ...Object.entries(report.errors).map(([error, count]) => `Error, ${count}×: ${error}`),
    `Invariants: ${checks.length - broken.length} of ${checks.length} kept.`,
    ...broken.map(({ through, what, found }) => `Broken (${through}): ${what}: ${found}`),
    `${report.ok ? 'Everybody is home' : 'Not good'}, after ${report.seconds} s.`,
  ].join('\n');
}

function table(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]! + 2),
      )
      .join(''),
  );
}
