import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PolicyName } from './policies/policies.js';
import type { Run } from './run-seed.js';
import type { Scenario } from './scenario.js';

export type SeedRuns = Record<PolicyName, Run>;

/**
 * Runs every seed, on as many threads as there are cores. The result does not depend on how many: it is in the order
 * of the seeds.
 * @param done told after each seed
 */
export async function runSeeds(
  scenario: Scenario,
  seeds: readonly number[],
  replies: number,
  done: () => void,
): Promise<SeedRuns[]> {
  const results = new Map<number, SeedRuns>();
  const left = [...seeds];
  const threads = Math.min(availableParallelism(), seeds.length);
  await Promise.all(
    Array.from({ length: threads }, () =>
      onOneThread(scenario, replies, left, (seed, runs) => {
        results.set(seed, runs);
        done();
      }),
    ),
  );
  return seeds.map((seed) => results.get(seed)!);
}

function onOneThread(
  scenario: Scenario,
  replies: number,
  left: number[],
  keep: (seed: number, runs: SeedRuns) => void,
): Promise<void> {
  const worker = new Worker(new URL('./seed-worker.js', import.meta.url), {
    workerData: { scenario, replies },
  });
  return new Promise((resolve, reject) => {
    const giveNext = () => {
      const seed = left.shift();
      if (seed === undefined) void worker.terminate().then(() => resolve(), reject);
      else worker.postMessage(seed);
    };
    worker.on('error', reject);
    worker.on('message', ({ seed, runs }: { seed: number; runs: SeedRuns }) => {
      keep(seed, runs);
      giveNext();
    });
    giveNext();
  });
}
