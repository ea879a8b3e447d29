import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Above so much of its time at work, the thread that answers requests has somebody waiting: a quarter is what it spends at a
 * fifth of its registrations.
 */
const BUSY = 0.25;

/** One sheet after the other. While requests are answered, the lane rests after each as long as the sheet took. */
export class DrawingLane {
  /** Sheets that are drawn or wait. */
  pending = 0;
  private last: Promise<unknown> = Promise.resolve();
  private since = performance.eventLoopUtilization();

  /** Whoever asked has the sheet before the lane rests. */
  add<T>(draw: () => Promise<T>): Promise<T> {
    this.pending += 1;
    let took = 0;
    const drawn = this.last.then(async () => {
      const started = performance.now();
      try {
        return await draw();
      } finally {
        took = performance.now() - started;
        this.pending -= 1;
      }
    });
    const rest = () => this.rest(took);
    this.last = drawn.then(rest, rest);
    return drawn;
  }

  private async rest(ms: number): Promise<void> {
    const { utilization } = performance.eventLoopUtilization(this.since);
    this.since = performance.eventLoopUtilization();
    if (utilization > BUSY) await sleep(ms, undefined, { ref: false });
  }
}
