import { quantile } from './figures.js';

/** Milliseconds that an act took: how often it was done, and how long it took half, 95 and 99 of a hundred times. */
export interface LatencySummary {
  act: string;
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

/** How long each act took, and which answers came. */
export class Latencies {
  readonly statuses = new Map<number, number>();
  private readonly times = new Map<string, number[]>();

  add(act: string, milliseconds: number, status: number): void {
    const times = this.times.get(act) ?? [];
    times.push(milliseconds);
    this.times.set(act, times);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  summary(): LatencySummary[] {
    return [...this.times].map(([act, times]) => {
      const at = (share: number) => Math.round(quantile(times, share) * 10) / 10;
      return { act, count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
    });
  }
}
