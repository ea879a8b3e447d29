import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets somebody arrive at even distances, whether or not those before them have been answered: as people do, and unlike
 * senders who wait for each other, which hides how long the last ones stood there (coordinated omission).
 * @param rate arrivals a second
 * @param arrive told when they were due, in milliseconds of `performance.now()`; latency counts from then
 */
export async function arriveEvenly(
  rate: number,
  seconds: number,
  arrive: (due: number) => void,
): Promise<void> {
  const started = performance.now();
  const all = Math.round(rate * seconds);
  for (let index = 0; index < all;) {
    const due = started + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    else {
      arrive(due);
      index += 1;
    }
  }
}
