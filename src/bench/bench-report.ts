/** What every benchmark says: how fast we are, how fast the bare thing under us is in the same run, and the tail. */
export interface BenchReport {
  /** `perSecond` over `limitPerSecond`. */
  ratio: number;
  perSecond: number;
  limitPerSecond: number;
  p95ms: number;
  p99ms: number;
  [more: string]: unknown;
}

/** @param title what was measured; @param json one object on stdout and nothing else */
export function printReport(title: string, report: BenchReport, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(report));
    return;
  }
  console.log(title);
  for (const [name, value] of Object.entries(report))
    console.log(`  ${name.padEnd(18)} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
